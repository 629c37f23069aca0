namespace Companion.Dialogs.Understanding.Replies;

/// <summary>
/// A word list in <c>Lexicons/*.txt</c>. A line <c>[name]</c> opens a section, <c>#! remark</c> is a remark, and
/// <c>&lt;name&gt; = this | that</c> names a group that phrases of the same file may use.
/// </summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, List<string>> _sections = [];
    private readonly Dictionary<string, List<string>> _groups = [];

    private Lexicon(IEnumerable<string> lines)
    {
        List<string>? section = null;
        foreach (var line in lines.Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("#!")))
        {
            if (line[0] == '[')
            {
                section = Under(_sections, line.Trim('[', ']'));
            }
            else if (line[0] == '<' && line.IndexOf("> = ") is > 0 and var end)
            {
                Under(_groups, line[1..end]).AddRange(line[(end + 4)..].Split('|', Trimmed));
            }
            else
            {
                (section ?? throw new FormatException($"A lexicon line stands before any [section]: {line}")).Add(line);
            }
        }
    }

    private const StringSplitOptions Trimmed = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    /// <summary>The named groups and their alternatives, each a phrase.</summary>
    public IReadOnlyDictionary<string, List<string>> Groups => _groups;

    /// <summary>Every word in it, whatever it stands for.</summary>
    public IEnumerable<string> Vocabulary => _sections.Values.Concat(_groups.Values).SelectMany(lines => lines)
        .SelectMany(line => line.Split([' ', '/', '?', ':'], Trimmed));

    /// <summary>The lines of one section. Throws when the file has none of that name.</summary>
    public IReadOnlyList<string> Lines(string section) => _sections[section];

    /// <summary>All space-separated words of one section.</summary>
    public IEnumerable<string> Words(string section) => Lines(section).SelectMany(line => line.Split(' ', Trimmed));

    /// <summary>Reads the embedded list <c>Lexicons/<paramref name="name"/>.txt</c>.</summary>
    public static Lexicon Of(string name) => new(Embedded.Text("Understanding.Replies.Lexicons", name + ".txt").Split('\n'));

    private static List<string> Under(Dictionary<string, List<string>> book, string name)
    {
        if (!book.TryGetValue(name, out var lines))
        {
            book[name] = lines = [];
        }

        return lines;
    }
}
