namespace Companion.Dialogs.Understanding;

/// <summary>Cuts plain tokens into the pieces that dates are written with.</summary>
internal static class DateParts
{
    /// <summary>The pieces of the words, in order.</summary>
    public static IReadOnlyList<DatePart> Of(Plain plain)
    {
        var pieces = plain.Tokens.SelectMany((token, at) => Pieces(token.Text, at)).ToList();
        return Join(pieces);
    }

    private static IEnumerable<DatePart> Pieces(string text, int token)
    {
        if (!char.IsLetterOrDigit(text[0]))
        {
            yield return new DatePart(DatePartKind.Mark, 0, 0, text, token, true);
            yield break;
        }

        if (Figures(text) is { } figures)
        {
            yield return Figure(figures, token, figures == text);
            yield break;
        }

        for (var at = 0; at < text.Length;)
        {
            var end = at;
            var isDigit = char.IsAsciiDigit(text[at]);
            while (end < text.Length && char.IsAsciiDigit(text[end]) == isDigit)
            {
                end++;
            }

            var run = text[at..end];
            if (!isDigit)
            {
                yield return Word(run, token);
                at = end;
            }
            else if (Suffix(text, end) is var suffix and > 0 && run.Length <= 2)
            {
                yield return new DatePart(DatePartKind.Ordinal, int.Parse(run), run.Length, "", token, true);
                at = end + suffix;
            }
            else
            {
                yield return Figure(run, token, true);
                at = end;
            }
        }
    }

    private static DatePart Figure(string figures, int token, bool sure) =>
        figures.Length <= 8
            ? new DatePart(DatePartKind.Number, int.Parse(figures), figures.Length, "", token, sure)
            : new DatePart(DatePartKind.Word, 0, 0, figures, token, true);

    private static DatePart Word(string text, int token)
    {
        if (Months.Of(text) is { } month)
        {
            return new DatePart(DatePartKind.Month, month.Month, 0, text, token, month.Sure);
        }

        if (NumberWords.Of(text) is { } number)
        {
            return new DatePart(DatePartKind.Number, number, 0, text, token, true);
        }

        return NumberWords.OrdinalOf(text) is { } ordinal
            ? new DatePart(DatePartKind.Ordinal, ordinal, 0, text, token, true)
            : new DatePart(DatePartKind.Word, 0, 0, text, token, true);
    }

    /// <summary>The letters after "12" in "12th" and in "12thmarch"; people write "2th" and "3th" too.</summary>
    private static int Suffix(string text, int at) =>
        at + 2 <= text.Length && text.AsSpan(at, 2) is "st" or "nd" or "rd" or "th" ? 2 : 0;

    /// <summary>Figures with o for nought and l or i for one; nothing when there is no figure or another letter.</summary>
    private static string? Figures(string text)
    {
        if (!text.Any(char.IsAsciiDigit) || !text.All(letter => char.IsAsciiDigit(letter) || letter is 'o' or 'l' or 'i'))
        {
            return null;
        }

        return text.Replace('o', '0').Replace('l', '1').Replace('i', '1');
    }

    /// <summary>Puts "twenty" "-" "first" and "oh" "four" together.</summary>
    private static List<DatePart> Join(List<DatePart> pieces)
    {
        var joined = new List<DatePart>(pieces.Count);
        for (var at = 0; at < pieces.Count; at++)
        {
            var piece = pieces[at];
            var next = at + 1 < pieces.Count && pieces[at + 1].Is("-") ? at + 2 : at + 1;
            if (piece.IsNumberWord && next < pieces.Count && Sum(piece, pieces[next]) is { } sum)
            {
                joined.Add(sum);
                at = next;
            }
            else
            {
                joined.Add(piece);
            }
        }

        return joined;
    }

    private static DatePart? Sum(DatePart tens, DatePart unit)
    {
        var isUnit = unit is { Digits: 0, Number: >= 1 and <= 9, Kind: DatePartKind.Number or DatePartKind.Ordinal };
        return isUnit && tens.Number % 10 == 0 && tens.Number != 10
            ? unit with { Number = tens.Number + unit.Number, Text = tens.Number == 0 ? "oh" : unit.Text }
            : null;
    }
}
