using System.Numerics;

namespace Companion.Dialogs.Safety.Grammar;

/// <summary>Whose danger a hit is, and what lowers it.</summary>
internal sealed class Softening(Lexicon lexicon, TypedWords words)
{
    // How far, in words, a softener or an "i"/"she" is looked for: bounded so that a very long text stays linear.
    private const int Nearby = 10;
    private const int Around = 60;

    private readonly Dictionary<Node, List<int>> _places = [];

    /// <summary>True when the nearest subject before the hit, or a "himself" in it, is somebody else.</summary>
    public bool IsOther(Found found) => found.Saying.About switch
    {
        About.Anyone => IsOther(found.First, found.End),
        var about => about == About.Other,
    };

    /// <summary>True when the nearest subject before these words, or a "himself" in them, is somebody else.</summary>
    public bool IsOther(int first, int end)
    {
        var begin = words.Begin(first, Nearby);
        for (var at = first; at >= begin; at--)
        {
            if (lexicon.SelfWords.Match(words, at, at + 1) > 0)
            {
                return false;
            }

            if (lexicon.OtherWords.Match(words, at, at + 1) > 0)
            {
                return true;
            }
        }

        for (var at = first + 1; at < end; at++)
        {
            if (lexicon.OtherWords.Match(words, at, at + 1) > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The softener that lowers the hit most, if any lowers it below <paramref name="level"/>.</summary>
    public Softener? Strongest(Found found, bool other, Level level)
    {
        Softener? best = null;
        foreach (var softener in lexicon.Softeners)
        {
            if (softener.To < (best?.To ?? level) && Concerns(softener, found.Rule, other) && Stands(softener, found))
            {
                best = softener;
            }
        }

        return best;
    }

    private static bool Concerns(Softener softener, Rule rule, bool other) =>
        !rule.Deaf.Contains(softener.Name)
        && (softener.For.Count == 0 || softener.For.Exists(prefix => rule.Name.StartsWith(prefix, StringComparison.Ordinal)))
        && softener.Who switch
        {
            About.Self => !other,
            About.Other => other,
            _ => true,
        };

    private bool Stands(Softener softener, Found found) =>
        softener.Sayings.Exists(saying => At(saying.Place, saying.Node, found))
        && (softener.Also.Count == 0 || softener.Also.Exists(node => Anywhere(node, found)))
        && !softener.Unless.Exists(node => Anywhere(node, found));

    private bool At(Place place, Node node, Found found) => place switch
    {
        Place.Before => Before(node, found.First),
        Place.After => found.End < words.Count && node.Match(words, found.End, words.Limit(found.First)) > 0,
        Place.Over => Over(node, found),
        Place.Sentence => Within(node, words.Begin(found.First, Around), Math.Min(words.Limit(found.First), found.End + Around)),
        _ => Anywhere(node, found),
    };

    private bool Before(Node node, int first)
    {
        for (var from = words.Begin(first, Nearby); from < first; from++)
        {
            if (((node.Match(words, from, first) >> (first - from)) & 1) == 1)
            {
                return true;
            }
        }

        return false;
    }

    private bool Over(Node node, Found found)
    {
        for (var from = words.Begin(found.First, Nearby); from < found.End; from++)
        {
            var ends = node.Match(words, from, words.Limit(from)) & ~Node.Nothing;
            if (ends != 0 && from + BitOperations.Log2(ends) > found.First)
            {
                return true;
            }
        }

        return false;
    }

    private bool Anywhere(Node node, Found found) =>
        Within(node, Math.Max(0, found.First - Around), Math.Min(words.Count, found.End + Around));

    private bool Within(Node node, int first, int end)
    {
        var places = Places(node);
        var next = places.BinarySearch(first);
        next = next < 0 ? ~next : next;
        return next < places.Count && places[next] < end;
    }

    /// <summary>Everywhere the node matches; worked out once, so that many hits in a long text stay cheap.</summary>
    private List<int> Places(Node node)
    {
        if (!_places.TryGetValue(node, out var places))
        {
            _places[node] = places = [];
            for (var at = 0; at < words.Count; at++)
            {
                if (node.Match(words, at, words.Limit(at)) > 0)
                {
                    places.Add(at);
                }
            }
        }

        return places;
    }
}
