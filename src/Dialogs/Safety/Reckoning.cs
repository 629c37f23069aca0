using Companion.Dialogs.Safety.Grammar;

namespace Companion.Dialogs.Safety;

/// <summary>From what was found to what was heard: whose danger it is, what softens it, what is loudest.</summary>
internal static class Reckoning
{
    // The most urgent first: when two kinds are equally loud, the answer is about this one.
    private static readonly Kind[] Urgency =
    [
        Kind.Emergency, Kind.Suicide, Kind.Child, Kind.HarmToOthers, Kind.Psychosis, Kind.Abuse, Kind.SelfHarm, Kind.Neglect, Kind.Hardship,
        Kind.OtherLanguage,
    ];

    /// <summary>Two different worries of these kinds in one text are more than a worry.</summary>
    private static readonly Kind[] Adding = [Kind.Suicide];

    /// <summary>The loudest hit of every rule among the finds that <paramref name="counts"/>.</summary>
    public static List<Hit> Hits(Lexicon lexicon, TypedWords words, Func<Found, bool> counts)
    {
        var hits = new Dictionary<string, Hit>();
        var softening = new Softening(lexicon, words);
        foreach (var found in Matcher.Find(lexicon, words).Where(counts))
        {
            if (hits.TryGetValue(found.Rule.Name, out var known) && known.Level == found.Rule.Level)
            {
                continue;
            }

            if (Weighed(softening, words, found) is { } hit && (known is null || hit.Level > known.Level))
            {
                hits[hit.Rule] = hit;
            }
        }

        return [.. hits.Values];
    }

    /// <summary>The loudest, then the most urgent, hit speaks for all.</summary>
    public static Heard Heard(List<Hit> hits)
    {
        if (hits.Count == 0)
        {
            return Safety.Heard.Nothing;
        }

        var ordered = hits.OrderByDescending(hit => hit.Level).ThenBy(hit => Array.IndexOf(Urgency, hit.Kind)).ToList();
        var loudest = ordered[0];
        var level = loudest.Level == Level.Amber && Adds(ordered, loudest.Kind) ? Level.Red : loudest.Level;
        return new Heard(level, loudest.Kind, loudest.ThirdParty, ordered);
    }

    private static bool Adds(List<Hit> hits, Kind kind)
    {
        var worries = hits.Where(hit => hit.Kind == kind && hit is { Level: Level.Amber, SoftenedBy: null }).ToList();
        return Adding.Contains(kind) && worries.Exists(one => worries.Exists(other => !Share(one.Words, other.Words)));
    }

    private static bool Share(string one, string other) =>
        one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal);

    private static Hit? Weighed(Softening softening, TypedWords words, Found found)
    {
        var other = softening.IsOther(found);
        var rule = found.Rule;
        if ((rule.Only == About.Self && other) || (rule.Only == About.Other && !other))
        {
            return null;
        }

        var level = other ? rule.Other ?? rule.Level : rule.Level;
        var softener = softening.Strongest(found, other, level);
        level = softener?.To ?? level;
        return level == Level.None
            ? null
            : new Hit(rule.Name, level, rule.Kind, other, words.Quote(found.First, found.End - 1), softener?.Name);
    }
}
