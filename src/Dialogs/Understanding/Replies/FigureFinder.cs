namespace Companion.Dialogs.Understanding.Replies;

/// <summary>
/// Finds the numbers of a text: digits and words, "7/10", halves, times, dates and phone numbers written in figures.
/// </summary>
internal sealed class FigureFinder
{
    private static readonly string[][] Halves = [.. Lexicon.Of("score").Lines("half").Select(line => line.Split(' '))];

    private readonly TermNumbers _terms;
    private readonly int _asked;
    private readonly List<string> _words = [];
    private readonly List<Figure?> _figures = [];

    private FigureFinder(Plain plain, int asked)
    {
        _terms = new TermNumbers(Courtesy.WithoutGreeting(TextTalk.Terms(plain)), asked);
        _asked = asked;
    }

    /// <summary>The text with each number as one "#". <paramref name="asked"/> tells "5/5/6/2" from a date.</summary>
    public static FiguredText Find(Plain plain, int asked)
    {
        var finder = new FigureFinder(plain, asked);
        for (var at = 0; at < finder._terms.Count;)
        {
            at = finder.Take(at);
        }

        return new FiguredText(finder._words, finder._figures, plain);
    }

    private int Take(int at)
    {
        var (number, after) = _terms.NumberAt(SignEnd(at));
        if (number is not { } value)
        {
            Add(_terms[at].Text, null);
            return at + 1;
        }

        if (after > at && SignEnd(at) > at)
        {
            return Put(value, FigureForm.Off, at, TailEnd(after));
        }

        return value < 0 || FollowsCode() ? Put(TermNumbers.NotANumber, FigureForm.Other, at, after) : Slashes(at, value, after);
    }

    /// <summary>The second half of a postcode or phone number ("ME14 1XX").</summary>
    private bool FollowsCode() => _figures.Count > 0 && _figures[^1] is { Value: TermNumbers.NotANumber };

    /// <summary>"7/10", a date, or a list or range parted by strokes.</summary>
    private int Slashes(int at, int value, int after)
    {
        var chain = new List<(int Value, int From, int End)> { (value, at, after) };
        while (chain.Count <= Math.Max(3, 2 * _asked)
            && _terms.Is(chain[^1].End, "/")
            && _terms.NumberAt(chain[^1].End + 1) is ({ } next, var end))
        {
            chain.Add((next, chain[^1].End + 1, end));
        }

        if (chain is [_, { Value: 10 }] || (chain is [_, { Value: > 10 }] && _asked == 1))
        {
            return Put(value, chain[1].Value == 10 ? OnScale(value) : FigureForm.Off, at, chain[1].End);
        }

        if (chain.Count > 2 && chain.Count != _asked)
        {
            return Put(value, FigureForm.Other, at, chain[^1].End);
        }

        return chain.Count == 1 ? Tail(at, value, after) : PutAll(chain);
    }

    private int PutAll(List<(int Value, int From, int End)> chain)
    {
        foreach (var (value, from, end) in chain)
        {
            if (from != chain[0].From)
            {
                Add("/", null);
            }

            Put(value, Bare(value), from, end);
        }

        return chain[^1].End;
    }

    /// <summary>What follows a number and changes what it is.</summary>
    private int Tail(int at, int value, int after)
    {
        if (_terms.IsOf(after, out var scale) && _terms.NumberAt(scale) is ({ } most, var scaleEnd))
        {
            return Put(value, most == 10 ? OnScale(value) : FigureForm.Off, at, scaleEnd);
        }

        if (Half(after) is var half && half > after)
        {
            return Put(value, value < 10 ? FigureForm.Half : FigureForm.Off, at, TailEnd(ScaleEnd(half)));
        }

        if ((_terms.Is(after, ".") || _terms.Is(after, ":"))
            && _terms.Touches(after) && _terms.Touches(after + 1)
            && _terms.NumberAt(after + 1) is ({ } part, var end)
            && _terms[after + 1].IsNumber && !IsListDot(after))
        {
            return IsDate(end)
                ? Put(value, FigureForm.Other, at, end + 2)
                : Put(value, Decimal(value, part, after), at, ScaleEnd(end));
        }

        var tail = TailEnd(after);
        return Put(value, tail > after ? FigureForm.Off : Bare(value), at, tail);
    }

    /// <summary>"4.5.50" goes on after its second number.</summary>
    private bool IsDate(int at) => _terms.Is(at, ".") && _terms.Touches(at) && _terms.Touches(at + 1) && _terms.IsDigits(at + 1);

    private FigureForm Decimal(int value, int part, int point)
    {
        var digits = _terms[point + 1].Text.Length;
        return (_terms[point].Text, digits, part) switch
        {
            (".", 2, 25 or 50 or 75) => value < 10 ? FigureForm.Half : FigureForm.Off,
            (":", 2, _) or (".", 2, not 0) => FigureForm.Other,
            (":", _, _) => FigureForm.Other,
            (".", _, 0) => Bare(value),
            _ => value < 10 ? FigureForm.Half : FigureForm.Off,
        };
    }

    /// <summary>"5.6.7.2" and "1:7": the mark parts answers.</summary>
    private bool IsListDot(int at) =>
        _asked > 1 && (_terms[at].Text == ":" ? _terms[at + 1].Text.Length == 1 || _terms[at + 1].Text == "10"
            : _terms.Is(at + 2, ".") || _terms.Is(at - 2, "."));

    private int Half(int at)
    {
        return Halves.Where(half => half.Index().All(part => _terms.Is(at + part.Index, part.Item)))
            .Select(half => at + half.Length)
            .Append(at).Max();
    }

    private int TailEnd(int at)
    {
        if (_terms.Is(at, "per") && _terms.Is(at + 1, "cent"))
        {
            return at + 2;
        }

        return _terms.Is(at, "%") || (_terms.Is(at, "+") && _terms.Touches(at)) ? at + 1 : at;
    }

    private int ScaleEnd(int at)
    {
        var most = _terms.Is(at, "/") ? at + 1 : _terms.IsOf(at, out var scale) ? scale : at;
        return most > at && _terms.NumberAt(most) is (10, var end) ? end : at;
    }

    private int SignEnd(int at)
    {
        var isArrow = _terms.Is(at, ">") && (_terms.Is(at - 1, "-") || _terms.Is(at - 1, "="));
        if (_terms.Is(at, "minus") || _terms.Is(at, "negative") || _terms.Is(at, "<") || (_terms.Is(at, ">") && !isArrow))
        {
            return at + 1;
        }

        // "-7", but neither "6-7" nor "6 -7".
        var isSign = _terms.Is(at, "-") && _terms.Touches(at + 1) && !_terms.Touches(at);
        return isSign && !(at > 0 && _asked == 1 && _figures[^1] is not null) ? at + 1 : at;
    }

    private static FigureForm OnScale(int value) => value <= 10 ? FigureForm.OutOfTen : FigureForm.Off;

    private static FigureForm Bare(int value) => value is >= 0 and <= 10 ? FigureForm.Whole : FigureForm.Off;

    private int Put(int value, FigureForm form, int first, int after)
    {
        var guessed = false;
        for (var at = first; at < after; at++)
        {
            guessed |= _terms[at].Guessed;
        }

        Add("#", new Figure(value, value < 0 ? FigureForm.Other : form, _terms[first].Start, _terms[after - 1].End, guessed));
        return after;
    }

    private void Add(string word, Figure? figure)
    {
        _words.Add(word);
        _figures.Add(figure);
    }
}
