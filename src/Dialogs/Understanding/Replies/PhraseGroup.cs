namespace Companion.Dialogs.Understanding.Replies;

/// <summary>Phrases that may stand in the same place, found by the word they begin with.</summary>
internal sealed class PhraseGroup
{
    private readonly Dictionary<string, List<Phrase>> _byFirstWord = [];
    private readonly List<Phrase> _byAnyWord = [];

    public void Add(Phrase phrase)
    {
        var firsts = new HashSet<string?>();
        phrase.AddFirstWords(firsts);
        if (firsts.Contains(null))
        {
            _byAnyWord.Add(phrase);
            return;
        }

        foreach (var first in firsts)
        {
            if (!_byFirstWord.TryGetValue(first!, out var phrases))
            {
                _byFirstWord[first!] = phrases = [];
            }

            phrases.Add(phrase);
        }
    }

    /// <summary>The phrases that may begin with <paramref name="word"/>.</summary>
    public IReadOnlyList<Phrase> BeginningWith(string word) => _byFirstWord.TryGetValue(word, out var phrases) ? phrases : [];

    /// <summary>The phrases that may begin with anything.</summary>
    public IReadOnlyList<Phrase> BeginningAnyhow => _byAnyWord;

    public void AddEnds(IReadOnlyList<string> words, int at, Ends ends)
    {
        foreach (var phrase in at < words.Count ? BeginningWith(words[at]) : [])
        {
            phrase.AddEnds(words, at, ends);
        }

        foreach (var phrase in _byAnyWord)
        {
            phrase.AddEnds(words, at, ends);
        }
    }

    public void AddFirstWords(HashSet<string?> firsts)
    {
        firsts.UnionWith(_byFirstWord.Keys);
        if (_byAnyWord.Count > 0)
        {
            firsts.Add(null);
        }
    }
}
