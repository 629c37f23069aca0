namespace Companion.Dialogs.Understanding.Phrases;

/// <summary>A lexicon as written: sections with a name in square brackets, each with its lines; "#" begins a comment.</summary>
/// <param name="Name">The file's name without folder and ending.</param>
/// <param name="Sections">The sections in order.</param>
internal sealed record LexiconFile(string Name, IReadOnlyList<LexiconSection> Sections)
{
    private const string Folder = "Understanding.Lexicons";
    private const string Ending = ".txt";

    /// <summary>The embedded lexicons whose names begin with <paramref name="prefix"/>.</summary>
    public static IReadOnlyList<LexiconFile> All(string prefix) =>
    [
        .. Embedded.In(Folder)
            .Where(file => file.StartsWith(prefix, StringComparison.Ordinal))
            .Select(file => Parse(file[..^Ending.Length], Embedded.Text(Folder, file))),
    ];

    /// <summary>Reads the text of a lexicon.</summary>
    public static LexiconFile Parse(string name, string text)
    {
        var sections = new List<LexiconSection>();
        foreach (var line in text.Split('\n').Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0))
        {
            if (line.StartsWith('[') && line.EndsWith(']'))
            {
                sections.Add(new LexiconSection(line[1..^1], []));
            }
            else if (sections.Count > 0)
            {
                sections[^1].Lines.Add(line);
            }
            else
            {
                throw new FormatException($"{name}: \"{line}\" stands before the first [section]");
            }
        }

        return new LexiconFile(name, sections);
    }

}

/// <summary>One section of a lexicon.</summary>
/// <param name="Name">What stands in its square brackets.</param>
/// <param name="Lines">Its lines, without comments.</param>
internal sealed record LexiconSection(string Name, List<string> Lines);
