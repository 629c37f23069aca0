using Companion.Dialogs.Safety.Grammar;

namespace Companion.Dialogs.Safety;

/// <summary>
/// Adds up hints: things that say little alone ("opens my post", "goes for me") and much together. Each line of a hints entry
/// counts once, softened ones not at all; enough points close together, one of them more than a single point, are an amber.
/// </summary>
internal static class Hints
{
    // Hints further apart than this, in words, belong to different stories.
    private const int Together = 40;

    // More than anybody writes; it keeps a text of 100,000 letters quick.
    private const int Most = 300;

    public static IEnumerable<Hit> Hits(List<Found> found, Softening softening, TypedWords words)
    {
        foreach (var group in found.GroupBy(one => one.Rule))
        {
            var all = group.OrderBy(one => one.First).Take(Most).ToList();
            if (Closest(all) is { Count: > 0 } hints)
            {
                var softened = new List<(Found Found, Softener? By)>();
                softened.AddRange(all.Select(one => (one, softening.Strongest(one, softening.IsOther(one), Level.Amber))));
                var heard = Closest(softened.FindAll(one => one.By is null).ConvertAll(one => one.Found));
                yield return heard.Count > 0
                    ? Said(heard, softening, words, Level.Amber, by: null)
                    : Said(hints, softening, words, Level.Noted, softened.Find(one => one.By is not null).By?.Name);
            }
        }
    }

    private static Hit Said(List<Found> hints, Softening softening, TypedWords words, Level level, string? by)
    {
        var loudest = hints.MaxBy(one => one.Saying.Points);
        var quotes = hints.Select(one => words.Quote(one.First, one.End - 1)).Distinct(StringComparer.Ordinal);
        return new Hit(loudest.Rule.Name, level, loudest.Rule.Kind, softening.IsOther(loudest), string.Join(" ... ", quotes), by);
    }

    private static List<Found> Closest(List<Found> found)
    {
        for (var first = 0; first < found.Count; first++)
        {
            var hints = Apart(found.Skip(first).TakeWhile(one => one.First - found[first].First <= Together));
            if (hints.Exists(one => one.Saying.Points > 1) && hints.Sum(one => one.Saying.Points) >= hints[0].Rule.Enough)
            {
                return hints;
            }
        }

        return [];
    }

    /// <summary>The strongest hint of each line, no word counted twice; in the order of the text.</summary>
    private static List<Found> Apart(IEnumerable<Found> near)
    {
        var apart = new List<Found>();
        foreach (var one in near.OrderByDescending(one => one.Saying.Points).ThenBy(one => one.End - one.First))
        {
            if (!apart.Exists(other => other.Saying.Line == one.Saying.Line || (one.First < other.End && other.First < one.End)))
            {
                apart.Add(one);
            }
        }

        apart.Sort((one, other) => one.First.CompareTo(other.First));
        return apart;
    }
}
