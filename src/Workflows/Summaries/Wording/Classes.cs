using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Companion.Workflows.Summaries.Wording;

/// <summary>
/// The closed classes of English that the checks go by, and words of here and now that no learnt resource knows, from
/// <c>classes.txt</c>: "name: word word_of_several word". Words are as the tokens are: lower case, no apostrophes.
/// </summary>
internal sealed class Classes
{
    private const char Gap = '_';

    private readonly FrozenDictionary<string, FrozenSet<string>> _words;
    private readonly FrozenDictionary<string, string> _roots;
    private readonly FrozenDictionary<string, string> _alike;
    private readonly FrozenDictionary<string, string> _spoken;
    private readonly ConcurrentDictionary<string, FrozenSet<string>> _classRoots = new(StringComparer.Ordinal);

    private Classes(IEnumerable<string> lines)
    {
        var entries = lines.Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(": ", 2)).ToList();
        _words = entries.GroupBy(entry => entry[0]).ToFrozenDictionary(
            group => group.Key,
            group => group.SelectMany(entry => Words(entry[1])).ToFrozenSet(StringComparer.Ordinal));
        _roots = Pairs("root");
        _alike = Pairs("alike");
        _spoken = Pairs("spoken");

        // The first word of a line stands for the others.
        FrozenDictionary<string, string> Pairs(string name) => entries
            .Where(entry => entry[0] == name)
            .Select(entry => Words(entry[1]))
            .SelectMany(words => words.Skip(1).Select(word => (word, words[0])))
            .ToFrozenDictionary(pair => pair.word, pair => pair.Item2);
    }

    public static Classes Shipped { get; } = new(Resource.Lines("classes.txt"));

    /// <summary>The roots of the words of a class.</summary>
    public FrozenSet<string> Roots(string name) => _classRoots.GetOrAdd(name, kind => this[kind].Select(Stem.Of).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>The words of a class; phrases have spaces.</summary>
    public FrozenSet<string> this[string name] => _words[name];

    /// <summary>Every class whose name begins so, with the rest of its name.</summary>
    public IEnumerable<(string Name, FrozenSet<string> Words)> Under(string name) => _words
        .Where(entry => entry.Key.StartsWith(name + ".", StringComparison.Ordinal))
        .Select(entry => (entry.Key[(name.Length + 1)..], entry.Value));

    /// <summary>The root of an irregular form ("went"), or null.</summary>
    public string? Root(string word) => _roots.GetValueOrDefault(word);

    /// <summary>The ordinary word that a word of dialect, texting or the offices stands for ("telly", "skint", "gp"), or the word itself.</summary>
    public string Ordinary(Word word) => _alike.GetValueOrDefault(word.Text) ?? _alike.GetValueOrDefault(word.Root) ?? word.Text;

    /// <summary>What a word as people type it says, written out ("dont" is "do not"), or the word itself.</summary>
    public string[] WrittenOut(string word) => _spoken.TryGetValue(word, out var says) ? says.Split(' ') : [word];

    private static List<string> Words(string words) => [.. words.Split(' ').Select(word => word.Replace(Gap, ' '))];
}
