namespace Companion.Dialogs.Understanding.Phrases;

/// <summary>A match of a phrase, from the word at <paramref name="Start"/> to just before <paramref name="End"/>.</summary>
internal readonly record struct Match(int Start, int End, string Rule);

/// <summary>Phrases found by the words they begin with.</summary>
internal sealed class PhraseBook
{
    private readonly Dictionary<int, List<Phrase>> byOpening = [];

    public PhraseBook(IEnumerable<Phrase> phrases)
    {
        foreach (var phrase in phrases)
        {
            foreach (var opening in phrase.Openings.Distinct())
            {
                if (!byOpening.TryGetValue(opening, out var list))
                {
                    byOpening[opening] = list = [];
                }

                list.Add(phrase);
            }
        }
    }

    /// <summary>Every match of every phrase, by where it begins.</summary>
    public IEnumerable<Match> In(Sentence sentence)
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            foreach (var phrase in From(sentence, at))
            {
                if (phrase.EndFrom(sentence, at) is { } end)
                {
                    yield return new Match(at, end, phrase.Rule);
                }
            }
        }
    }

    /// <summary>True when a phrase begins at <paramref name="start"/>.</summary>
    public bool StartsAt(Sentence sentence, int start) =>
        start < sentence.Count && From(sentence, start).Any(phrase => phrase.EndFrom(sentence, start) is not null);

    /// <summary>True when a phrase ends just before <paramref name="end"/>.</summary>
    public bool EndsAt(Sentence sentence, int end, int longest)
    {
        for (var start = end - 1; start >= Math.Max(0, end - longest); start--)
        {
            if (From(sentence, start).Any(phrase => phrase.Fills(sentence, start, end)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The phrases that may begin at a word; one that knows the word by two spellings comes twice, which does no harm.</summary>
    private IEnumerable<Phrase> From(Sentence sentence, int at)
    {
        foreach (var id in sentence.Meanings(at))
        {
            if (byOpening.TryGetValue(id, out var phrases))
            {
                foreach (var phrase in phrases)
                {
                    yield return phrase;
                }
            }
        }
    }
}
