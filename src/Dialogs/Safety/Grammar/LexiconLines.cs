namespace Companion.Dialogs.Safety.Grammar;

/// <summary>The lines of a lexicon file as they are meant: remarks gone, long lines put together again.</summary>
internal static class LexiconLines
{
    // A line indented this far goes on from the line before.
    private const string GoesOn = "      ";

    public static IEnumerable<(int Number, string Line)> Of(string text)
    {
        var (number, whole) = (0, "");
        var lines = text.Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            var line = Uncommented(lines[at]);
            if (line.StartsWith(GoesOn, StringComparison.Ordinal))
            {
                whole += " " + line.Trim();
                continue;
            }

            if (whole.Length > 0)
            {
                yield return (number, whole);
            }

            (number, whole) = (at + 1, line);
        }

        if (whole.Length > 0)
        {
            yield return (number, whole);
        }
    }

    private static string Uncommented(string raw)
    {
        var remark = raw.IndexOf("//", StringComparison.Ordinal);
        return (remark < 0 ? raw : raw[..remark]).TrimEnd();
    }
}
