namespace Companion.Dialogs.Understanding.Replies;

/// <summary>Reads single numbers among the terms of a text, in digits or words.</summary>
internal sealed class TermNumbers
{
    /// <summary>The value of digits that only look like a number ("07700900123", "K9", "07").</summary>
    public const int NotANumber = -1;

    private const int LongestNumber = 4; // more digits are a phone number, an account, an NHS number

    private static readonly Lexicon Words = Lexicon.Of("score");
    private static readonly PhraseBook NotNumbers = new(Words, "not a number", "still a number");
    private static readonly HashSet<string> Glue = [.. Words.Words("glue")];

    private static readonly Dictionary<string, int> Numbers = Table("numbers");
    private static readonly Dictionary<string, int> SoundAlikes = Table("sound alikes");

    private readonly IReadOnlyList<Term> _terms;
    private readonly int _asked;
    private readonly HashSet<int> _notNumbers = [];
    private readonly bool _zeroIsLetter;

    public TermNumbers(IReadOnlyList<Term> terms, int asked)
    {
        _terms = terms;
        _asked = asked;
        _zeroIsLetter = terms.Count(term => term.IsWord) == 1;
        var hits = NotNumbers.Find([.. terms.Select(term => term.Text)]);
        _notNumbers.UnionWith(Places("not a number"));
        _notNumbers.ExceptWith(Places("still a number"));

        IEnumerable<int> Places(string section) =>
            hits.Where(hit => hit.Section == section).SelectMany(hit => Enumerable.Range(hit.First, hit.Length));
    }

    public int Count => _terms.Count;

    public Term this[int at] => _terms[at];

    /// <summary>A number and the place after it; null when there is none.</summary>
    public (int? Value, int After) NumberAt(int at)
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
            return SoundAlikes.TryGetValue(text, out value) && IsBeforeTen(at + 1) ? (value, at + 1) : (null, at);
        }

        var next = at + 1;
        if (value is >= 20 and <= 90
            && next < _terms.Count
            && Numbers.GetValueOrDefault(_terms[next].Text) is > 0 and < 10 and var ones)
        {
            (value, next) = (value + ones, next + 1);
        }

        var isLarge = value > 0 && (Is(next, "hundred") || Is(next, "thousand") || Is(next, "million"));
        return isLarge ? (1000, next + 1) : (value, next);
    }

    /// <summary>A phone that takes dictation writes "ate out of ten": only the scale after it shows that a number was said.</summary>
    private bool IsBeforeTen(int at) =>
        (Is(at, "/") && NumberAt(at + 1).Value == 10) || (IsOf(at, out var scale) && NumberAt(scale).Value == 10);

    /// <summary>
    /// Letters and digits written as one ("K9", "4x4", "B5"), unless the letters are words that go with a number.
    /// </summary>
    private bool IsInCode(int at)
    {
        var before = IsGlued(at) && !_terms[at - 1].IsNumber && !Glue.Contains(_terms[at - 1].Text) && !IsLetterLabel(at - 1);
        var after = IsGlued(at + 1) && IsGlued(at + 2) && IsDigits(at + 2) && !Glue.Contains(_terms[at + 1].Text);
        return before || after;
    }

    private bool IsLetterLabel(int at) => _asked > 1 && _terms[at].Text is "b" or "c" or "d";

    private bool IsGlued(int at) => at > 0 && at < _terms.Count && _terms[at].Start == _terms[at - 1].Start;

    /// <summary>The letter O for nought: alone, before "/10", or between the numbers of a list.</summary>
    private bool IsZero(int at) => Is(at, "o") &&
        (_zeroIsLetter || Is(at + 1, "/") || IsOf(at + 1, out _) || (_asked > 1 && (IsDigits(at - 1) || IsDigits(at + 1))));

    public bool IsDigits(int at) => at >= 0 && at < _terms.Count && _terms[at].IsNumber;

    /// <summary>"out of", "over": what follows at <paramref name="scale"/> is what a number is out of.</summary>
    public bool IsOf(int at, out int scale)
    {
        scale = Is(at, "out") && Is(at + 1, "of") ? at + 2 : at + 1;
        if (Is(scale, "a") || Is(scale, "the"))
        {
            scale++;
        }

        if (Is(scale, "possible") || Is(scale, "maximum"))
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

    public bool Is(int at, string text) => at >= 0 && at < _terms.Count && _terms[at].Text == text;

    /// <summary>True when nothing stands between a term and the one before it.</summary>
    public bool Touches(int at) => at > 0 && at < _terms.Count && _terms[at].Start == _terms[at - 1].End;

    /// <summary>Lines such as "7: seven sevn", by their words.</summary>
    private static Dictionary<string, int> Table(string section) => Words.Lines(section)
        .Select(line => line.Split(':'))
        .SelectMany(parts => parts[1]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => (word, int.Parse(parts[0]))))
        .ToDictionary();
}
