using Companion.Dialogs.Understanding.Phrases;

namespace Companion.Dialogs.Understanding;

/// <summary>The words around names, from the lexicon "names.txt".</summary>
internal sealed class NameWords
{
    private readonly LexiconFile file = LexiconFile.All("names").Single();

    private NameWords()
    {
        Openers = Words("openers");
        Titles = Words("titles");
        Particles = Words("particles");
        Stops = Words("stops");
        NotNames = Words("not names");
        AlsoNames = Words("also names");
        Introductions = Phrases("introductions");
        Named = Phrases("named");
        First = Phrases("first");
        Last = Phrases("last");
        Preferred = Phrases("preferred");
    }

    /// <summary>The lexicon, read once.</summary>
    public static NameWords All { get; } = new();

    public HashSet<string> Openers { get; }

    public HashSet<string> Titles { get; }

    public HashSet<string> Particles { get; }

    public HashSet<string> Stops { get; }

    public HashSet<string> NotNames { get; }

    /// <summary>Words of <see cref="NotNames"/> and <see cref="Stops"/> that some people are called.</summary>
    public HashSet<string> AlsoNames { get; }

    /// <summary>"my name is", the longest first.</summary>
    public IReadOnlyList<string[]> Introductions { get; }

    /// <summary>What introduces a name wherever it stands ("my mum's name is").</summary>
    public IReadOnlyList<string[]> Named { get; }

    public IReadOnlyList<string[]> First { get; }

    public IReadOnlyList<string[]> Last { get; }

    public IReadOnlyList<string[]> Preferred { get; }

    private HashSet<string> Words(string section) => [.. Lines(section).SelectMany(line => line.Split(' '))];

    private List<string[]> Phrases(string section) =>
        [.. Lines(section).Select(line => line.Split(' ')).OrderByDescending(words => words.Length)];

    private IEnumerable<string> Lines(string section) => file.Sections.Single(one => one.Name == section).Lines;
}
