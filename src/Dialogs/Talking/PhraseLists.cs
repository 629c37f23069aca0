using Companion.Dialogs.Understanding.Phrases;

namespace Companion.Dialogs.Talking;

/// <summary>
/// The phrases a dialog listens for, from a text file beside it (<c>Lexicons/NAME.txt</c>): a section in square brackets, then
/// phrases between bars, as many lines as it takes; "#" begins a comment.
/// </summary>
internal sealed class PhraseLists
{
    private readonly Dictionary<string, string[]> sections;

    private PhraseLists(LexiconFile file) => sections = file.Sections.ToDictionary(
        section => section.Name,
        section => section.Lines
            .SelectMany(line => line.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .ToArray());

    /// <summary>The phrases of a section.</summary>
    /// <exception cref="KeyNotFoundException">The file has no such section: a mistake of ours.</exception>
    public string[] this[string section] => sections[section];

    /// <summary>The names of the sections that begin so, without that beginning, in their order.</summary>
    public IEnumerable<(string Name, string[] Phrases)> Under(string beginning) => sections
        .Where(section => section.Key.StartsWith(beginning, StringComparison.Ordinal))
        .Select(section => (section.Key[beginning.Length..], section.Value));

    /// <summary>Reads the embedded file.</summary>
    /// <param name="feature">The folder under src/Dialogs.</param>
    /// <param name="name">The file's name without its ending.</param>
    public static PhraseLists Of(string feature, string name) => new(LexiconFile.Parse(name, Embedded.Text(feature + ".Lexicons", name + ".txt")));
}
