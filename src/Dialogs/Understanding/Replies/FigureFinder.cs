namespace Companion.Dialogs.Understanding.Replies;

/// <summary>Finds the numbers of a text: digits and words, "7/10", halves, times, dates and phone numbers written in figures.</summary>
internal sealed class FigureFinder
{
    private const int NotANumber = -1;
    private const int LongestNumber = 4; // more digits are a phone number, an account, an NHS number

    private static readonly Dictionary<string, int> Numbers = Lexicon.Of("score").Lines("numbers")
        .Select(line => line.Split(':'))
        .SelectMany(parts => parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (word, int.Parse(parts[0]))))
        .ToDictionary();

    private static readonly PhraseBook NotNumbers = new(Lexicon.Of("score"), "not a number");

    private static readonly string[][] Halves = [["½"], ["and", "a", "half"], ["and", "half"], ["n", "half"], ["n", "a", "half"], ["a", "half"],
            ["1", "/", "2"], ["point", "five"], ["and", "a", "bit"], ["and", "a", "quarter"], ["and", "a", "third"], ["point", "5"], ["&", "half"],
            ["+", "half"], ["and", "½"], ["and", "1", "/", "2"], ["¼"], ["¾"], ["and", "three", "quarters"], ["dot", "five"], ["dot", "5"],
            ["and", "abit"], ["point", "three"], ["point", "seven"], ["&", "a", "half"]];

    private static readonly HashSet<string> Glue = [.. Lexicon.Of("score").Words("glue")];

    private readonly IReadOnlyList<Term> _terms;
    private readonly HashSet<int> _notNumbers = [];
    private readonly int _asked;
    private readonly bool _zeroIsLetter;
    private readonly List<string> _words = [];
    private readonly List<Figure?> _figures = [];

    private FigureFinder(Plain plain, int asked)
    {
        _terms = TextTalk.Terms(plain);
        _asked = asked;
        foreach (var hit in NotNumbers.Find([.. _terms.Select(term => term.Text)]))
        {
            _notNumbers.UnionWith(Enumerable.Range(hit.First, hit.Length));
        }

        _zeroIsLetter = _terms.Count(term => term.IsWord) == 1;
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
        var (number, after) = NumberAt(SignEnd(at));
        if (number is not { } value)
        {
            Add(_terms[at].Text, null);
            return at + 1;
        }

        if (after > at && SignEnd(at) > at)
        {
            return Put(value, FigureForm.Off, at, TailEnd(after));
        }

        return value < 0 || FollowsCode() ? Put(NotANumber, FigureForm.Other, at, after) : Slashes(at, value, after);
    }

    /// <summary>The second half of a postcode or phone number ("ME14 1XX").</summary>
    private bool FollowsCode() => _figures.Count > 0 && _figures[^1] is { Value: NotANumber };

    /// <summary>"7/10", a date, or a list or range parted by strokes.</summary>
    private int Slashes(int at, int value, int after)
    {
        var chain = new List<(int Value, int From, int End)> { (value, at, after) };
        while (chain.Count <= Math.Max(3, 2 * _asked) && Is(chain[^1].End, "/") && NumberAt(chain[^1].End + 1) is ({ } next, var end))
        {
            chain.Add((next, chain[^1].End + 1, end));
        }

        if (chain is [_, { Value: 10 }] || (chain is [_, { Value: > 10 }] && _asked == 1))
        {
            return Put(value, chain[1].Value == 10 ? OnScale(value) : FigureForm.Off, at, chain[1].End);
        }

        if (chain.Count > 2 && chain.Count != _asked && !chain.TrueForAll(link => link.Value is >= 0 and <= 10 && chain.Count == 2 * _asked))
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
        if (IsOf(after, out var scale) && NumberAt(scale) is ({ } most, var scaleEnd))
        {
            return Put(value, most == 10 ? OnScale(value) : FigureForm.Off, at, scaleEnd);
        }

        if (Half(after) is var half && half > after)
        {
            return Put(value, value < 10 ? FigureForm.Half : FigureForm.Off, at, TailEnd(ScaleEnd(half)));
        }

        if ((Is(after, ".") || Is(after, ":")) && Touches(after) && NumberAt(after + 1) is ({ } part, var end) && Touches(after + 1)
            && _terms[after + 1].IsNumber && !IsListDot(after))
        {
            return IsDate(end) ? Put(value, FigureForm.Other, at, end + 2) : Put(value, Decimal(value, part, after), at, ScaleEnd(end));
        }

        var tail = TailEnd(after);
        return Put(value, tail > after ? FigureForm.Off : Bare(value), at, tail);
    }

    /// <summary>"4.5.50" goes on after its second number.</summary>
    private bool IsDate(int at) => Is(at, ".") && Touches(at) && Touches(at + 1) && IsDigits(at + 1);

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
            : Is(at + 2, ".") || Is(at - 2, "."));

    private int Half(int at)
    {
        return Halves.Where(half => half.Index().All(part => Is(at + part.Index, part.Item)))
            .Select(half => at + half.Length)
            .Append(at).Max();
    }

    private int TailEnd(int at)
    {
        if (Is(at, "%") || (Is(at, "per") && Is(at + 1, "cent")) || (Is(at, "+") && Touches(at)))
        {
            return at + (Is(at, "per") ? 2 : 1);
        }

        return at;
    }

    private int ScaleEnd(int at)
    {
        var most = Is(at, "/") ? at + 1 : IsOf(at, out var scale) ? scale : at;
        return most > at && NumberAt(most) is (10, var end) ? end : at;
    }

    private int SignEnd(int at)
    {
        if ((Is(at, "minus") || Is(at, "negative") || Is(at, "<") || (Is(at, ">") && !Is(at - 1, "-") && !Is(at - 1, "="))) && at + 1 < _terms.Count)
        {
            return at + 1;
        }

        var signed = Is(at, "-") && Touches(at + 1) && !(at > 0 && Touches(at)) && !(at > 0 && _asked == 1 && _figures[^1] is not null);
        return signed ? at + 1 : at;
    }

    /// <summary>A number and the term after it; <see cref="NotANumber"/> for digits that only look like one ("07700900123", "K9", "07").</summary>
    private (int? Value, int After) NumberAt(int at)
    {
        if (at >= _terms.Count || _notNumbers.Contains(at))
        {
            return (null, at);
        }

        var text = _terms[at].Text;
        if (char.IsAsciiDigit(text[0]))
        {
            var isNumber = text.Length <= LongestNumber && !(text.Length == 2 && text[0] == '0') && !IsInCode(at);
            return (isNumber ? int.Parse(text) : NotANumber, at + 1);
        }

        if (IsZero(at))
        {
            return (0, at + 1);
        }

        if (!Numbers.TryGetValue(text, out var value))
        {
            return (null, at);
        }

        var next = at + 1;
        if (value is >= 20 and <= 90 && next < _terms.Count && Numbers.GetValueOrDefault(_terms[next].Text) is > 0 and < 10 and var ones)
        {
            (value, next) = (value + ones, next + 1);
        }

        return value > 0 && (Is(next, "hundred") || Is(next, "thousand") || Is(next, "million")) ? (1000, next + 1) : (value, next);
    }

    /// <summary>Letters and digits written as one ("K9", "4x4", "B5"), unless the letters are words that go with a number.</summary>
    private bool IsInCode(int at)
    {
        var before = IsGlued(at) && !_terms[at - 1].IsNumber && !Glue.Contains(_terms[at - 1].Text) && !(_asked > 1 && _terms[at - 1].Text is "b" or "c" or "d");
        var after = IsGlued(at + 1) && IsGlued(at + 2) && IsDigits(at + 2) && !Glue.Contains(_terms[at + 1].Text);
        return before || after;
    }

    private bool IsGlued(int at) => at > 0 && at < _terms.Count && _terms[at].Start == _terms[at - 1].Start;

    /// <summary>The letter O for nought: alone, before "/10", or between the numbers of a list.</summary>
    private bool IsZero(int at) => Is(at, "o") &&
        (_zeroIsLetter || Is(at + 1, "/") || IsOf(at + 1, out _) || (_asked > 1 && (IsDigits(at - 1) || IsDigits(at + 1))));

    private bool IsDigits(int at) => at >= 0 && at < _terms.Count && _terms[at].IsNumber;

    private bool IsOf(int at, out int scale)
    {
        scale = Is(at, "out") && Is(at + 1, "of") ? at + 2 : at + 1;
        if (Is(scale, "a") || Is(scale, "the"))
        {
            scale++;
        }

        if (Is(at, "out") && (Is(at + 1, "ten") || Is(at + 1, "10")))
        {
            scale = at + 1;
            return true;
        }

        return Is(at, "out") ? Is(at + 1, "of") : Is(at, "of") || Is(at, "over") || Is(at, "\\") || Is(at, "|");
    }

    private bool Is(int at, string text) => at >= 0 && at < _terms.Count && _terms[at].Text == text;

    /// <summary>True when nothing stands between a term and the one before it.</summary>
    private bool Touches(int at) => at > 0 && at < _terms.Count && _terms[at].Start == _terms[at - 1].End;

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
