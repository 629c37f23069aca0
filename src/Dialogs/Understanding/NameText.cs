using System.Globalization;

namespace Companion.Dialogs.Understanding;

/// <summary>Some words of a name.</summary>
/// <param name="Words">The words with their capitals put right.</param>
/// <param name="Before">Where what introduces them begins.</param>
/// <param name="First">Where they begin.</param>
/// <param name="Next">What comes after them.</param>
/// <param name="IsDoubtful">True when one of them is mostly no name ("Best").</param>
internal readonly record struct NamePart(IReadOnlyList<string> Words, int Before, int First, int Next, bool IsDoubtful = false)
{
    /// <summary>The words as one.</summary>
    public string Join() => string.Join(' ', Words);
}

/// <summary>A message as the name reader sees it: double names in one piece, each word as typed and in lower case.</summary>
internal sealed class NameText
{
    private const int LongestWord = 30;
    private readonly Plain plain;
    private readonly List<(int First, int Last)> words = [];

    public NameText(Plain plain)
    {
        this.plain = plain;
        for (var at = 0; at < plain.Tokens.Count; at++)
        {
            var last = at;
            while (Joins(last + 1))
            {
                last += 2;
            }

            words.Add((at, last));
            at = last;
        }
    }

    /// <summary>How many words and marks there are.</summary>
    public int Count => words.Count;

    /// <summary>True when something is asked.</summary>
    public bool IsQuestion => plain.Tokens.Any(token => token.Text is "?");

    /// <summary>The word in lower case without apostrophes; nothing for a mark and beyond the end.</summary>
    public string? Word(int at) => at < Count && plain.Tokens[words[at].First].IsWord ? Token(at) : null;

    /// <summary>The word as typed.</summary>
    public string Written(int at) => plain.Quote(words[at].First, words[at].Last);

    /// <summary>The words as typed that a name rests on.</summary>
    public string Quote(NamePart one, NamePart? other)
    {
        var first = Math.Min(one.First, other?.First ?? one.First);
        var next = Math.Max(one.Next, other?.Next ?? one.Next);
        return plain.Quote(words[first].First, words[next - 1].Last).TrimEnd('.', ' ');
    }

    /// <summary>True for what stands between two people.</summary>
    public bool IsAnd(int at) => at < Count && Token(at) is "and" or "or" or "&" or "/" or "+";

    /// <summary>True for a comma.</summary>
    public bool IsComma(int at) => at < Count && Token(at) is ",";

    /// <summary>Past the full stop of "J." and "Mr.".</summary>
    public int SkipDot(int at) => at > 0 && at + 1 < Count && Token(at) is "." && Token(at - 1).Length <= 4 ? at + 1 : at;

    /// <summary>Past any of the words, and the commas and stops between them.</summary>
    public int SkipWords(HashSet<string> skipped, int at)
    {
        var to = at;
        while (to < Count && (skipped.Contains(Token(to)) || Word(to) is null))
        {
            to++;
        }

        return to;
    }

    /// <summary>Where the longest of the phrases that begins there ends; a colon after it counts to it.</summary>
    public int? EndOf(IReadOnlyList<string[]> phrases, int at)
    {
        foreach (var phrase in phrases)
        {
            if (at + phrase.Length <= Count && phrase.Select((word, next) => Token(at + next) == word).All(same => same))
            {
                var end = at + phrase.Length;
                return end < Count && Token(end) is ":" or "-" or "=" ? end + 1 : end;
            }
        }

        return null;
    }

    /// <summary>Every place where one of the phrases stands: where it begins and what comes after.</summary>
    public IEnumerable<(int Before, int After)> Find(IReadOnlyList<string[]> phrases)
    {
        for (var at = 0; at < Count; at++)
        {
            if (EndOf(phrases, at) is { } end)
            {
                yield return (at, end);
            }
        }
    }

    /// <summary>What comes after the first of the phrases found.</summary>
    public int? After(IReadOnlyList<string[]> phrases) => Find(phrases).Select(found => (int?)found.After).FirstOrDefault();

    /// <summary>Letters with the hyphens and apostrophes of a name; no "John's", no "xxxx".</summary>
    public static bool IsNameLike(string word)
    {
        var letters = word.Count(char.IsLetter);
        return letters > 0
            && word.Length <= LongestWord
            && word.All(letter => char.IsLetter(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark
                || letter is '-' or '\'' or '\u2019' or '\u2018' or '\u02BC')
            && !word.EndsWith("'s", StringComparison.OrdinalIgnoreCase)
            && !word.EndsWith("\u2019s", StringComparison.OrdinalIgnoreCase)
            && (letters < 3 || word.ToLowerInvariant().Where(char.IsLetter).Distinct().Count() > 1);
    }

    private string Token(int at) => plain.Tokens[words[at].First].Text;

    /// <summary>True for a hyphen with a letter close on either side.</summary>
    private bool Joins(int at)
    {
        if (at < 1 || at + 1 >= plain.Tokens.Count || plain.Tokens[at].Text is not "-")
        {
            return false;
        }

        var (before, hyphen, after) = (plain.Tokens[at - 1], plain.Tokens[at], plain.Tokens[at + 1]);
        return before.IsWord && after.IsWord && before.Start + before.Length == hyphen.Start && hyphen.Start + 1 == after.Start;
    }
}
