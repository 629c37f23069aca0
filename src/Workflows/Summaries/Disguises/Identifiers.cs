using System.Globalization;
using Companion.Dialogs.Understanding;
using NodaTime;
using NodaTime.Text;

namespace Companion.Workflows.Summaries.Disguises;

/// <summary>What is known of the people of an episode, sorted into what it is, so that each can be found however it is written.</summary>
internal sealed class Identifiers
{
    private const int ShortestInside = 5;
    private const int ShortestNumber = 4;
    private const int ShortestLiteral = 4;

    // Of several words these tell nobody from anybody else; alone they may well be a name.
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "the", "of", "and", "at", "surgery", "centre", "medical", "health", "group", "practice", "partners", "clinic", "hospital", "service", "services", "social",
        "street", "road", "lane", "avenue", "close", "drive", "court", "flat", "house", "terrace", "gardens", "grove", "way", "park", "green", "hill", "view",
    };

    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal) { "mr", "mrs", "ms", "miss", "dr", "link", "worker", "manager", "duty", "team" };

    private static readonly LocalDatePattern[] DatePatterns = new[]
        { "uuuu-MM-dd", "d/M/uuuu", "d.M.uuuu", "d-M-uuuu", "d MMMM uuuu", "d MMM uuuu", "MMMM d uuuu", "d/M/yy", "d.M.yy" }
        .Select(pattern => LocalDatePattern.Create(pattern, CultureInfo.InvariantCulture)).ToArray();

    private readonly Dictionary<string, (Kind Kind, string Whose)> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Kind Kind, string Whose)> literals = new(StringComparer.Ordinal);
    private readonly List<string> numbers = [];
    private readonly HashSet<LocalDate> births = [];

    public Identifiers(IReadOnlyList<string> known)
    {
        foreach (var one in known.Select(one => one.Trim()).Where(one => one.Length > 1).OrderByDescending(one => one.Length).ThenBy(one => one, StringComparer.Ordinal))
        {
            Sort(one);
        }
    }

    /// <summary>Single words: names and their parts, lower case without marks.</summary>
    public IReadOnlyDictionary<string, (Kind Kind, string Whose)> Words => words;

    /// <summary>What is known as a whole, letters and digits drawn together: "12oaklane", "m14ab", "annabell".</summary>
    public IReadOnlyDictionary<string, (Kind Kind, string Whose)> Literals => literals;

    /// <summary>The digits that tell a number, without a leading zero or country code.</summary>
    public IReadOnlyList<string> Numbers => numbers;

    /// <summary>Dates of birth.</summary>
    public IReadOnlySet<LocalDate> Births => births;

    /// <summary>Where names and literals stand, in any case, spacing or punctuation, with a slip of the thumb or run together.</summary>
    public IEnumerable<Spot> In(Plain plain)
    {
        var tokens = plain.Tokens;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!tokens[at].IsWord)
            {
                continue;
            }

            if (WordOf(tokens[at].Text) is { } whose)
            {
                yield return new Spot(tokens[at].Start, EndOf(plain, tokens[at]), whose.Kind, whose.Whose);
            }

            foreach (var spot in Joined(plain, at))
            {
                yield return spot;
            }
        }
    }

    /// <summary>The end of a word without the 's of what belongs to somebody.</summary>
    public static int EndOf(Plain plain, Token token)
    {
        var end = token.Start + token.Length;
        return token.Length > 3 && plain.Original[end - 1] is 's' or 'S' && plain.Original[end - 2] is '\'' or '\u2019' ? end - 2 : end;
    }

    private (Kind Kind, string Whose)? WordOf(string token)
    {
        if (words.TryGetValue(token, out var found) || words.TryGetValue(token.Trim("0123456789".ToCharArray()), out found))
        {
            return found;
        }

        if (token.Length > 2 && token[^1] == 's' && words.TryGetValue(token[..^1], out found))
        {
            return found;
        }

        foreach (var (word, whose) in words)
        {
            if (word.Length >= ShortestInside
                && (token.Contains(word, StringComparison.Ordinal) || (!WordLists.Ordinary.Contains(token) && Slip.IsOne(token, word))))
            {
                return whose;
            }
        }

        return null;
    }

    // "mar-garet", "m a r g a r e t", "12, Oak Lane", "M1 4AB".
    private IEnumerable<Spot> Joined(Plain plain, int first)
    {
        const int MostTokens = 24;
        var tokens = plain.Tokens;
        var (joined, apart, single) = ("", false, true);
        for (var at = first; at < tokens.Count && at < first + MostTokens; at++)
        {
            if (!tokens[at].IsWord)
            {
                continue;
            }

            apart |= at > first && tokens[at - 1].IsWord && tokens[at].Start > tokens[at - 1].Start + tokens[at - 1].Length;
            single &= tokens[at].Text.Length == 1;
            joined += tokens[at].Text;
            var isWhole = literals.TryGetValue(joined, out var whose);
            if (isWhole || (at > first && (single || !apart || joined.Length > ShortestInside) && words.TryGetValue(joined, out whose)))
            {
                yield return new Spot(tokens[first].Start, EndOf(plain, tokens[at]), whose.Kind, whose.Whose);
            }
        }
    }

    private void Sort(string one)
    {
        if (DatePatterns.Select(pattern => pattern.Parse(one)).FirstOrDefault(read => read.Success) is { } born)
        {
            births.Add(born.Value);
            var whole = Drawn(Plain.Of(one));
            literals.TryAdd(whole, (Kind.Date, whole)); // "2 9 F e b 1 9 6 0", letter by letter
        }
        else if (one.Contains('@', StringComparison.Ordinal))
        {
            literals.TryAdd(Drawn(Plain.Of(one)), (Kind.Contact, Drawn(Plain.Of(one))));
        }
        else if (!one.Any(char.IsLetter))
        {
            AddNumber(one);
        }
        else
        {
            var isPlace = one.Any(char.IsDigit);
            foreach (var part in one.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                AddWords(Plain.Of(part), isPlace ? Kind.Place : Kind.Person);
            }
        }
    }

    private void AddNumber(string one)
    {
        var digits = string.Concat(Plain.Of(one).Tokens.Where(token => token.IsWord).Select(token => token.Text));
        digits = digits.StartsWith("0044", StringComparison.Ordinal) ? digits[4..] : digits.StartsWith("44", StringComparison.Ordinal) && digits.Length > 10 ? digits[2..] : digits;
        digits = digits.TrimStart('0');
        if (digits.Length >= ShortestNumber)
        {
            numbers.Add(digits);
        }
    }

    private void AddWords(Plain plain, Kind kind)
    {
        var parts = plain.Tokens.Where(token => token.IsWord).Select(token => token.Text).ToList();
        var whose = Drawn(plain);
        if (parts.Count > 1 && whose.Length >= ShortestLiteral)
        {
            literals.TryAdd(whose, (kind, whose));
        }

        var named = parts.Where(part => part.Length > 1 && !part.Any(char.IsDigit) && !Titles.Contains(part) && !(parts.Count > 1 && Common.Contains(part))).ToList();
        foreach (var part in kind == Kind.Place ? named.Where(part => !WordLists.Ordinary.Contains(part)) : named)
        {
            words.TryAdd(part, (kind, whose));
        }

        // The street without its number, the number and the street without the rest.
        var street = string.Concat(parts.Where(part => !part.Any(char.IsDigit)));
        if (kind == Kind.Place && parts.Count(part => !part.Any(char.IsDigit)) > 1)
        {
            literals.TryAdd(street, (kind, whose));
        }
        else if (kind == Kind.Place && parts.Count == 1 && whose.Length >= ShortestLiteral)
        {
            literals.TryAdd(whose, (kind, whose));
        }
    }

    private static string Drawn(Plain plain) => string.Concat(plain.Tokens.Where(token => token.IsWord).Select(token => token.Text));
}
