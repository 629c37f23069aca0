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
/// Hears that we write to the wrong number, or to somebody who has died. "My husband died" is grief of the person themselves, and so is
/// everything in a longer text; "he died last week", in answer to our words, is said of the one we write to.
/// </summary>
public static class NotThemReader
{
    private const int LongestText = 14;

    private static readonly PhraseLists Lists = PhraseLists.Of("Understanding", "not-them");

    private static readonly HashSet<string> Own = [.. Lists["their own words"]];

    /// <summary>What <paramref name="plain"/> says, or null. <paramref name="names"/> are the first names of the people on the number.</summary>
    public static NotThem? Read(Plain plain, IReadOnlyList<string> names)
    {
        var words = plain.Tokens.Where(token => token.IsWord).Select(token => token.Text).ToList();
        if (words.Count is 0 or > LongestText)
        {
            return null;
        }

        var said = " " + string.Join(' ', words) + " ";
        return Has(said, Lists["wrong number"]) || Has(said, ByName(Lists["wrong number name"], names)) ? NotThem.WrongNumber
            : SaysDied(said, names) ? NotThem.Died
            : null;
    }

    // Whoever speaks of themselves tells of a loss; whoever only says who they are ("im his wife") does not.
    private static bool SaysDied(string said, IReadOnlyList<string> names)
    {
        var rest = Lists["who they are"].Aggregate(said, (left, phrase) => left.Replace($" {phrase} ", " ", StringComparison.Ordinal));
        return (Has(rest, Lists["died"]) || Has(rest, ByName(Lists["died name"], names)))
            && !rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(Own.Contains);
    }

    private static IEnumerable<string> ByName(IEnumerable<string> phrases, IReadOnlyList<string> names) =>
        from phrase in phrases
        from name in names
        where name.Length > 1
        select phrase.Replace("NAME", name.ToLowerInvariant(), StringComparison.Ordinal);

    private static bool Has(string said, IEnumerable<string> phrases) => phrases.Any(phrase => said.Contains($" {phrase} ", StringComparison.Ordinal));
}
