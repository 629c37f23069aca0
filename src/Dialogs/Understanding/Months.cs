namespace Companion.Dialogs.Understanding;

/// <summary>Month names as they are written, shortened and misspelt.</summary>
internal static class Months
{
    private const int ShortestMisspelling = 4;
    private const int LongName = 7;

    private static readonly string[] Names =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    private static readonly Dictionary<string, int> Short = new()
    {
        ["jan"] = 1,
        ["feb"] = 2,
        ["febr"] = 2,
        ["mar"] = 3,
        ["mrch"] = 3,
        ["apr"] = 4,
        ["jun"] = 6,
        ["jul"] = 7,
        ["aug"] = 8,
        ["sep"] = 9,
        ["sept"] = 9,
        ["oct"] = 10,
        ["nov"] = 11,
        ["dec"] = 12,
    };

    /// <summary>
    /// The month (1 to 12) a word means, and whether it was spelt right. One slip is forgiven, two in the long names, if only one month
    /// is that near.
    /// </summary>
    public static (int Month, bool Sure)? Of(string word)
    {
        if (Array.IndexOf(Names, word) is >= 0 and var exact)
        {
            return (exact + 1, true);
        }

        if (Short.TryGetValue(word, out var month))
        {
            return (month, true);
        }

        return word.Length < ShortestMisspelling ? null : Nearest(word);
    }

    private static (int Month, bool Sure)? Nearest(string word)
    {
        var near = Names
            .Select((name, at) => (Month: at + 1, Distance: Spelling.Distance(word, name, name.Length >= LongName ? 2 : 1), name.Length))
            .Where(one => one.Distance <= (one.Length >= LongName ? 2 : 1) && one.Length > 3)
            .OrderBy(one => one.Distance)
            .ToList();
        return near.Count == 0 || (near.Count > 1 && near[0].Distance == near[1].Distance) ? null : (near[0].Month, false);
    }
}
