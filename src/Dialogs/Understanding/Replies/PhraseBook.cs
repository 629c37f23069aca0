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
    private readonly Lexicon _lexicon;
    private readonly Dictionary<string, PhraseGroup> _groups = [];
    private readonly List<(string Section, PhraseGroup Phrases)> _sections = [];

    public PhraseBook(Lexicon lexicon, params ReadOnlySpan<string> sections)
    {
        _lexicon = lexicon;
        foreach (var section in sections)
        {
            _sections.Add((section, Read(lexicon.Lines(section))));
        }
    }

    /// <summary>Every phrase at every place, the longest reading of each.</summary>
    public List<Hit> Find(IReadOnlyList<string> words)
    {
        var hits = new List<Hit>();
        for (var at = 0; at < words.Count; at++)
        {
            foreach (var (section, phrases) in _sections)
            {
                Add(hits, section, phrases.BeginningWith(words[at]), words, at);
                Add(hits, section, phrases.BeginningAnyhow, words, at);
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
            var place = taken.AsSpan(hit.First, hit.Length);
            if (!place.Contains(true))
            {
                place.Fill(true);
                apart.Add(hit);
            }
        }

        apart.Sort((one, other) => one.First.CompareTo(other.First));
        return apart;
    }

    private static void Add(List<Hit> hits, string section, IReadOnlyList<Phrase> phrases, IReadOnlyList<string> words, int at)
    {
        for (var index = 0; index < phrases.Count; index++)
        {
            if (phrases[index].End(words, at) is var end && end > at)
            {
                hits.Add(new Hit(section, phrases[index].Text, at, end - 1));
            }
        }
    }

    private PhraseGroup Group(string name)
    {
        if (!_groups.TryGetValue(name, out var group))
        {
            _groups[name] = group = Read(_lexicon.Groups[name]);
        }

        return group;
    }

    private PhraseGroup Read(IEnumerable<string> lines)
    {
        var group = new PhraseGroup();
        foreach (var line in lines)
        {
            group.Add(Phrase.Of(line, Group));
        }

        return group;
    }
}
