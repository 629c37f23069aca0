using System.Globalization;
using System.Text;

namespace Companion.Workflows.Sharing;

/// <summary>
/// What people wrote, made fit for a document of lines: on one line, so that nobody's name can look like a heading of its own, and without
/// characters that are not seen or turn the direction of what follows. Letters of any script stay.
/// </summary>
internal static class OneLine
{
    /// <summary>The words on one line; null when nothing is left of them.</summary>
    public static string? Of(string? words)
    {
        if (words is null)
        {
            return null;
        }

        var kept = new StringBuilder(words.Length);
        foreach (var rune in words.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control)
            {
                Space(kept);
            }
            else if (IsSeen(rune))
            {
                kept.Append(rune);
            }
        }

        var line = kept.ToString().Trim();
        return line.Length == 0 ? null : line;
    }

    /// <summary>The lines of a column that holds several, each on one.</summary>
    public static IReadOnlyList<string> Each(string? kept) =>
        [.. (kept ?? "").Split('\n').Select(Of).OfType<string>()];

    private static void Space(StringBuilder kept)
    {
        if (kept.Length > 0 && kept[^1] != ' ')
        {
            kept.Append(' ');
        }
    }

    // The two joiners hold emoji and words of some scripts together.
    private static bool IsSeen(Rune rune) => rune.Value is 0x200C or 0x200D || Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Format;
}
