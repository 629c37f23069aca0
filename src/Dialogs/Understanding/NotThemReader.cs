using Companion.Dialogs.Talking;

namespace Companion.Dialogs.Understanding;

/// <summary>What words say about whose number it is.</summary>
public enum NotThem
{
    /// <summary>The number is somebody else's.</summary>
    WrongNumber,

    /// <summary>The person we write to has died.</summary>
    Died,
}

/// <summary>
/// Hears that we write to the wrong number, or to somebody who has died. "My husband died" is grief of the person themselves; "he died last
/// week", in answer to our words, is said of the one we write to, and so is everything from somebody who says that they are "his wife".
/// </summary>
public static class NotThemReader
{
    private const int LongestText = 14;

    private static readonly PhraseLists Lists = PhraseLists.Of("Understanding", "not-them");

    private static readonly HashSet<string> Own = [.. Lists["their own words"]];

    private static readonly HashSet<string> AlsoWords = [.. Lists["names that are words"]];

    /// <summary>What <paramref name="plain"/> says, or null. <paramref name="names"/> are the first names of the people on the number.</summary>
    public static NotThem? Read(Plain plain, IReadOnlyList<string> names)
    {
        var words = plain.Tokens.Where(token => token.IsWord).Select(token => token.Text).ToList();
        var said = " " + string.Join(' ', words) + " ";
        var known = names.Select(name => name.ToLowerInvariant()).Where(name => name.Length > 1).ToList();
        return SaysWrongNumber(said, words, known) ? NotThem.WrongNumber
            : SaysDied(said, words, known) ? NotThem.Died
            : null;
    }

    // "Sorry wrong number, I meant 6" takes back an answer.
    private static bool SaysWrongNumber(string said, List<string> words, List<string> names) =>
        words.Count <= LongestText && !Has(said, Lists["takes back"]) && !words.Exists(word => char.IsAsciiDigit(word[0]))
        && (Has(said, Lists["wrong number"]) || Has(said, ByName(Lists["wrong number name"], names.Where(name => !AlsoWords.Contains(name)))));

    private static bool SaysDied(string said, List<string> words, List<string> names)
    {
        if (SpeaksForAnother(said, names))
        {
            return Has(said, Lists["died"]) || Has(said, Lists["died of somebody"]) || Has(said, ByName(Lists["died name"], names));
        }

        return words.Count <= LongestText
            && (Has(said, ByName(Lists["died name"], names))
                || Ends(said, ByName(Lists["died name at the end"], names))
                || (Has(said, Lists["died"]) && !Lists["before their own"].Aggregate(said, Without).Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(Own.Contains)));
    }

    // "I'm his wife", "this is Sam's daughter".
    private static bool SpeaksForAnother(string said, List<string> names) => Has(
        said,
        from begins in Lists["somebody speaks"]
        from whose in (string[])["his", "her", "their", .. names.Select(name => name + "s")]
        from relation in Lists["relations"]
        select $"{begins} {whose} {relation}");

    private static string Without(string said, string phrase) => said.Replace($" {phrase} ", " ", StringComparison.Ordinal);

    private static IEnumerable<string> ByName(IEnumerable<string> phrases, IEnumerable<string> names) =>
        from phrase in phrases
        from name in names
        select phrase.Replace("NAME", name, StringComparison.Ordinal);

    private static bool Has(string said, IEnumerable<string> phrases) => phrases.Any(phrase => said.Contains($" {phrase} ", StringComparison.Ordinal));

    private static bool Ends(string said, IEnumerable<string> phrases) => phrases.Any(phrase => said.EndsWith($" {phrase} ", StringComparison.Ordinal));
}
