using System.Collections.Frozen;

namespace Companion.Workflows.Summaries.Disguises;

/// <summary>The lists of words beside this file, read once. Lower case, no apostrophes; a line that begins with # is a comment.</summary>
internal static class WordLists
{
    /// <summary>Words of everyday English.</summary>
    public static readonly FrozenSet<string> Ordinary = All("ordinary.txt");

    /// <summary>What may keep its capital inside a sentence.</summary>
    public static readonly FrozenSet<string> Capitals = All("capitals.txt");

    /// <summary>First names.</summary>
    public static readonly FrozenSet<string> FirstNames = All("names.txt");

    /// <summary>What the bearers of a first name are called as well.</summary>
    public static readonly FrozenDictionary<string, string[]> Nicknames = Lines("nicknames.txt")
        .Select(line => line.Split(' '))
        .ToFrozenDictionary(names => names[0], names => names[1..], StringComparer.Ordinal);

    private static FrozenSet<string> All(string file) =>
        Lines(file).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.Ordinal);

    private static IEnumerable<string> Lines(string file)
    {
        using var stream = typeof(WordLists).Assembly.GetManifestResourceStream($"{typeof(WordLists).Namespace}.{file}")
            ?? throw new InvalidOperationException($"No embedded file {file}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToList();
    }
}
