namespace Companion.Dialogs.Understanding.Replies;

/// <summary>A phrase found in somebody's words.</summary>
/// <param name="Section">The section of the lexicon it belongs to.</param>
/// <param name="Phrase">The phrase as the lexicon has it.</param>
/// <param name="First">The first word of it.</param>
/// <param name="Last">The last word of it.</param>
internal readonly record struct Hit(string Section, string Phrase, int First, int Last)
{
    public int Length => Last - First + 1;
}

/// <summary>The phrases of a lexicon, ready to be looked for. How a phrase is written stands in <see cref="Phrase"/>.</summary>
internal sealed class PhraseBook
{
    private readonly Dictionary<string, List<(string Section, Phrase Phrase)>> _byFirstWord = [];
    private readonly List<(string Section, Phrase Phrase)> _byAnyWord = [];

    public PhraseBook(Lexicon lexicon, params ReadOnlySpan<string> sections)
    {
        foreach (var section in sections)
        {
            foreach (var line in lexicon.Lines(section))
            {
                Add(section, Phrase.Of(line, lexicon));
            }
        }
    }

    /// <summary>Every phrase at every place, the longest reading of each.</summary>
    public List<Hit> Find(IReadOnlyList<string> words)
    {
        var hits = new List<Hit>();
        for (var at = 0; at < words.Count; at++)
        {
            var named = _byFirstWord.GetValueOrDefault(words[at]) ?? [];
            foreach (var (section, phrase) in named.Concat(_byAnyWord))
            {
                if (phrase.End(words, at) is { } end && end > at)
                {
                    hits.Add(new Hit(section, phrase.Text, at, end - 1));
                }
            }
        }

        return hits;
    }

    /// <summary>The phrases that speak: the longer silences whatever lies across it ("no problem" silences "no").</summary>
    public List<Hit> FindApart(IReadOnlyList<string> words)
    {
        var taken = new bool[words.Count];
        var apart = new List<Hit>();
        foreach (var hit in Find(words).OrderByDescending(hit => hit.Length))
        {
            if (!Array.Exists(taken[hit.First..(hit.Last + 1)], word => word))
            {
                Array.Fill(taken, true, hit.First, hit.Length);
                apart.Add(hit);
            }
        }

        apart.Sort((one, other) => one.First.CompareTo(other.First));
        return apart;
    }

    private void Add(string section, Phrase phrase)
    {
        if (phrase.FirstWords is not { } firsts)
        {
            _byAnyWord.Add((section, phrase));
            return;
        }

        foreach (var first in firsts)
        {
            if (!_byFirstWord.TryGetValue(first, out var phrases))
            {
                _byFirstWord[first] = phrases = [];
            }

            phrases.Add((section, phrase));
        }
    }
}
