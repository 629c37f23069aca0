namespace Companion.Dialogs.Understanding.Phrases;

/// <summary>One place in a phrase: any of several words or word sequences, perhaps left out, or a gap of a few words.</summary>
internal sealed class Place(IEnumerable<int[]> choices, bool isOptional, int gap)
{
    private readonly Dictionary<int, int[][]> byFirst =
        choices.GroupBy(choice => choice[0]).ToDictionary(group => group.Key, group => group.ToArray());

    /// <summary>True when the place may stay empty.</summary>
    public bool IsOptional => isOptional;

    /// <summary>For a gap, the most words it may hold; 0 otherwise.</summary>
    public int Gap => gap;

    /// <summary>The word numbers that can stand first.</summary>
    public IEnumerable<int> Openings => byFirst.Keys;

    /// <summary>The sequences of word numbers that begin with that one.</summary>
    public int[][] Beginning(int first) => byFirst.TryGetValue(first, out var found) ? found : [];
}

/// <summary>A phrase of a lexicon: places that follow one another within a sentence.</summary>
internal sealed class Phrase(IReadOnlyList<Place> places, string rule)
{
    /// <summary>The family it belongs to.</summary>
    public string Rule => rule;

    /// <summary>The word numbers a match can begin with.</summary>
    public IEnumerable<int> Openings
    {
        get
        {
            foreach (var place in places)
            {
                foreach (var opening in place.Openings)
                {
                    yield return opening;
                }

                if (!place.IsOptional)
                {
                    yield break;
                }
            }
        }
    }

    /// <summary>The word after the shortest match that begins at <paramref name="start"/>, or nothing.</summary>
    public int? EndFrom(Sentence sentence, int start) => Match(sentence, start, 0, null);

    /// <summary>True when the phrase fills the words from <paramref name="start"/> to just before <paramref name="end"/>.</summary>
    public bool Fills(Sentence sentence, int start, int end) => Match(sentence, start, 0, end) is not null;

    private int? Match(Sentence sentence, int at, int place, int? mustEndAt)
    {
        if (place == places.Count)
        {
            return mustEndAt is null || mustEndAt == at ? at : null;
        }

        var here = places[place];
        if (here.Gap > 0)
        {
            return MatchGap(sentence, at, place, here.Gap, mustEndAt);
        }

        foreach (var meaning in sentence.Meanings(at))
        {
            foreach (var choice in here.Beginning(meaning))
            {
                if (sentence.Continues(at, choice) && Match(sentence, at + choice.Length, place + 1, mustEndAt) is { } end)
                {
                    return end;
                }
            }
        }

        return here.IsOptional ? Match(sentence, at, place + 1, mustEndAt) : null;
    }

    private int? MatchGap(Sentence sentence, int at, int place, int most, int? mustEndAt)
    {
        for (var words = 0; words <= most; words++)
        {
            if (Match(sentence, at + words, place + 1, mustEndAt) is { } end)
            {
                return end;
            }

            if (!sentence.IsWord(at + words))
            {
                return null;
            }
        }

        return null;
    }
}
