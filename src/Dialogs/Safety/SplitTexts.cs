using Companion.Dialogs.Safety.Grammar;
using Companion.Dialogs.Safety.Spoken;

namespace Companion.Dialogs.Safety;

/// <summary>Hears what no single text says: "i want to" and "die", in the order they came or out of it.</summary>
internal sealed class SplitTexts(Lexicon lexicon, Speller speller)
{
    // Only the last few texts, and only their near ends, can make one sentence with the new one.
    private const int MostRecent = 4;
    private const int NearEnd = 12;

    // Texts overtake one another when they are typed in haste, and those are short.
    private const int Fragment = 6;

    public List<Hit> Hits(Spelled now, IReadOnlyList<string> recentWords)
    {
        var recent = recentWords.TakeLast(MostRecent).Select(speller.Spell).Where(text => text.Words.Count > 0).ToList();
        var hits = new List<Hit>();
        foreach (var order in Orders(recent, now))
        {
            var words = new TypedWords(order);
            var mine = order.IndexOf(now);
            hits.AddRange(Reckoning.Hits(lexicon, words, found => IsOver(words, found, mine)));
        }

        if (hits.Count > 0)
        {
            var raised = recent.SelectMany(Raised).ToHashSet();
            hits.RemoveAll(hit => raised.Contains(hit.Rule));
        }

        return hits;
    }

    private IEnumerable<string> Raised(Spelled text) =>
        Reckoning.Hits(lexicon, new TypedWords([text]), _ => true).Where(hit => hit.Level >= Level.Amber).Select(hit => hit.Rule);

    private static bool IsOver(TypedWords words, Found found, int mine)
    {
        var from = words.TextOf(found.First);
        var to = words.TextOf(found.Shortest - 1);
        return from != to && from <= mine && mine <= to;
    }

    private static IEnumerable<List<Spelled>> Orders(List<Spelled> recent, Spelled now)
    {
        yield return [.. recent.Select(text => Last(text, NearEnd)), now];
        if (now.Words.Count > Fragment)
        {
            yield break;
        }

        var fragments = recent.Where(text => text.Words.Count <= Fragment).ToList();
        foreach (var one in fragments)
        {
            yield return [one, now];
            yield return [now, one];
        }

        if (fragments.Count > 1)
        {
            var (one, two) = (fragments[^2], fragments[^1]);
            yield return [one, now, two];
            yield return [two, now, one];
            yield return [two, one, now];
            yield return [now, one, two];
            yield return [now, two, one];
        }
    }

    private static Spelled Last(Spelled text, int most) =>
        text.Words.Count <= most ? text : text with { Words = [.. text.Words.Skip(text.Words.Count - most)] };
}
