namespace Companion.Dialogs.Understanding.Replies;

/// <summary>
/// Writes text talk out ("cant make 2moro" becomes "can not make tomorrow") and mends misspelt long words, by
/// <c>Lexicons/spellings.txt</c>. A word with a life of its own ("cancer") is never mended into another ("cancel").
/// </summary>
internal static class TextTalk
{
    private const int LongestVariant = 4;
    private const int MostSlips = 2;
    private const string FractionBar = "\u2044";

    private static readonly Lexicon Words = Lexicon.Of("spellings");
    private static readonly Dictionary<string, string[]> Variants = ReadVariants("variants");
    private static readonly HashSet<string> Openings = [.. Variants.Keys
        .Where(typed => typed.Contains(' '))
        .Select(typed => typed.Split(' ')[0])];
    private static readonly Dictionary<string, (string[] Meant, HashSet<string> Before)> OnlyBefore = ReadOnlyBefore();
    private static readonly Dictionary<string, string[]> Alone = ReadVariants("alone");
    private static readonly HashSet<string> DrawnOut = [.. Words.Words("drawn out")];
    private static readonly HashSet<string> Courtesies = [.. Words.Words("courtesy")];
    private static readonly string[] Answers = [.. Words.Words("answers")];
    private static readonly string[] Mendable = [.. Words.Words("mend")];
    private static readonly HashSet<string> Real = [.. Words.Words("real words"), .. Mendable, .. Known()];

    /// <summary>
    /// The words of <paramref name="plain"/> as terms. Line breaks count as full stops, quotation marks as nothing.
    /// </summary>
    public static IReadOnlyList<Term> Terms(Plain plain)
    {
        var pieces = Split(plain);
        if (AsAlone(pieces) is { } alone)
        {
            return alone;
        }

        var terms = new List<Term>(pieces.Count);
        var isAlone = pieces.Count(piece => piece.IsWord && !Courtesies.Contains(piece.Text)) == 1;
        for (var at = 0; at < pieces.Count;)
        {
            at += Write(pieces, at, isAlone, terms);
        }

        return terms;
    }

    private static int Write(List<Term> pieces, int at, bool isAlone, List<Term> terms)
    {
        var longest = Openings.Contains(pieces[at].Text) ? LongestVariant : 1;
        for (var length = Math.Min(longest, pieces.Count - at); length > 0; length--)
        {
            var typed = length == 1
                ? pieces[at].Text
                : string.Join(' ', pieces.Skip(at).Take(length).Select(piece => piece.Text));
            if (Variants.TryGetValue(typed, out var meant))
            {
                var (start, end) = (pieces[at].Start, pieces[at + length - 1].End);
                terms.AddRange(meant.Select(word => new Term(word, start, end, Guessed: false)));
                return length;
            }
        }

        if (OnlyBefore.TryGetValue(pieces[at].Text, out var pair)
            && at + 1 < pieces.Count
            && pair.Before.Contains(pieces[at + 1].Text))
        {
            terms.AddRange(pair.Meant.Select(word => pieces[at] with { Text = word }));
            return 1;
        }

        var mended = Mend(pieces[at].Text) ?? (isAlone ? MendAlone(pieces[at].Text) : null);
        terms.Add(mended is null ? pieces[at] : pieces[at] with { Text = mended, Guessed = true });
        return 1;
    }

    /// <summary>A message that is a single odd word, kind words apart: "n o", "H E L P thanks".</summary>
    private static List<Term>? AsAlone(List<Term> pieces)
    {
        var core = pieces.Where(piece => piece.IsWord && !Courtesies.Contains(piece.Text)).ToList();
        if (core.Count == 0)
        {
            return null;
        }

        var meant = Spelt(core) ?? (core.Count <= LongestVariant ? Alone.GetValueOrDefault(string.Join(' ', core.Select(piece => piece.Text))) : null);
        if (meant is null)
        {
            return null;
        }

        var one = new Term(string.Join(' ', meant), core[0].Start, core[^1].End, Guessed: true);
        return [.. pieces.TakeWhile(piece => piece != core[0]), one, .. pieces.SkipWhile(piece => piece != core[^1]).Skip(1)];
    }

    /// <summary>"H E L P": the word that single letters spell, if it is one.</summary>
    private static string[]? Spelt(List<Term> core)
    {
        var letters = string.Concat(core.Select(piece => piece.Text));
        return letters.Length > 2 && letters.Length == core.Count && Real.Contains(letters) ? [letters] : null;
    }

    /// <summary>Every word the phrases know is spelt as it is meant.</summary>
    private static IEnumerable<string> Known() =>
        new[] { "score", "confirm", "consent" }.SelectMany(name => Lexicon.Of(name).Vocabulary);

    private static bool IsNear(string typed, string meant)
    {
        var slips = meant.Length >= 9 ? MostSlips : 1;
        return Math.Abs(typed.Length - meant.Length) <= slips && Spelling.Distance(typed, meant, slips) <= slips;
    }

    private static string? Mend(string typed)
    {
        if (typed.Length is < 4 or > 20 || !char.IsAsciiLetter(typed[0]) || Real.Contains(typed))
        {
            return null;
        }

        return Array.FindAll(Mendable, meant => IsNear(typed, meant)).MinBy(meant => Spelling.Distance(typed, meant, MostSlips));
    }

    /// <summary>The short answer that a single word nearly is, if it can only be one.</summary>
    private static string? MendAlone(string typed) =>
        typed.Length > 2 && !Real.Contains(typed) && !Courtesies.Contains(typed)
        && Array.FindAll(Answers, meant => Spelling.IsSlipOfTheThumb(typed, meant)) is [var only] ? only : null;

    private static List<Term> Split(Plain plain)
    {
        var pieces = new List<Term>(plain.Tokens.Count);
        var end = 0;
        foreach (var token in plain.Tokens)
        {
            if (plain.Original.AsSpan(end, token.Start - end).Contains('\n'))
            {
                pieces.Add(new Term(".", end, end, Guessed: false)); // it ends a line; beside what follows it would be a decimal point
            }

            end = token.Start + token.Length;
            if (IsHyphen(plain, token))
            {
                continue; // "check-ins" is "check ins"
            }

            if (token.IsWord && !Variants.ContainsKey(token.Text))
            {
                pieces.AddRange(Parts(Shorten(token.Text)).Select(part => new Term(part, token.Start, end, Guessed: false)));
            }
            else if (token.Text is not ("\"" or "'" or "`" or "#"))
            {
                pieces.Add(new Term(token.Text, token.Start, end, Guessed: false));
            }
        }

        return pieces;
    }

    private static bool IsHyphen(Plain plain, Token token) =>
        token.Text == "-" && token.Start > 0 && token.Start + 1 < plain.Original.Length
        && char.IsLetter(plain.Original[token.Start - 1]) && char.IsLetter(plain.Original[token.Start + 1]);

    /// <summary>Parts a word at each change between digits and letters ("7pm", "q2", "7outof10") and sets halves apart.</summary>
    private static IEnumerable<string> Parts(string word)
    {
        var from = 0;
        for (var at = 1; at <= word.Length; at++)
        {
            if (at == word.Length || char.IsAsciiDigit(word[at]) != char.IsAsciiDigit(word[at - 1]))
            {
                var part = word[from..at];
                if (part == FractionBar)
                {
                    // A vulgar fraction arrives spelt out: the digit before the bar is its upper half.
                    yield return "½";
                    at++;
                }
                else if (at < word.Length && word[at..].StartsWith(FractionBar) && part.Length > 0)
                {
                    part = part[..^1];
                    if (part.Length > 0)
                    {
                        yield return part;
                    }
                }
                else
                {
                    yield return from > 0 && part == "k" ? "thousand" : part;
                }

                from = at;
            }
        }
    }

    /// <summary>Three or more of one letter become one or two ("yessss", "goooood").</summary>
    private static string Shorten(string word)
    {
        var drawnOut = false;
        for (var at = 2; at < word.Length; at++)
        {
            drawnOut |= IsThird(word, at);
        }

        if (!drawnOut)
        {
            return word;
        }

        var twice = string.Concat(word.Where((_, at) => at < 2 || !IsThird(word, at)));
        var once = string.Concat(twice.Where((letter, at) => at == 0 || letter != twice[at - 1] || !char.IsAsciiLetter(letter)));
        return DrawnOut.Contains(once) ? once : twice;
    }

    private static bool IsThird(string word, int at) =>
        char.IsAsciiLetter(word[at]) && word[at] == word[at - 1] && word[at] == word[at - 2];

    private static Dictionary<string, string[]> ReadVariants(string section)
    {
        var variants = new Dictionary<string, string[]>();
        foreach (var line in Words.Lines(section))
        {
            var colon = line.IndexOf(':');
            var meant = line[..colon].Trim().Split(' ');
            foreach (var typed in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries))
            {
                variants.Add(typed, meant);
            }
        }

        return variants;
    }

    private static Dictionary<string, (string[] Meant, HashSet<string> Before)> ReadOnlyBefore() =>
        Words.Lines("only before").Select(line => line.Split([':', '+'], StringSplitOptions.TrimEntries))
            .ToDictionary(parts => parts[0], parts => (parts[1].Split(' '), parts[2].Split(' ').ToHashSet()));
}
