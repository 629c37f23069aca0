namespace Companion.Dialogs.Understanding;

/// <summary>Capitals for names typed in a hurry. Whoever mixed capitals and small letters meant it, and keeps it.</summary>
internal static class NameCase
{
    /// <summary>
    /// "SMITH-JONES", "o'brien" and "mcdonald" as Smith-Jones, O'Brien and McDonald; "DeShawn" stays. Mac is left alone: Macdonald and
    /// Mackie are as common as MacDonald.
    /// </summary>
    public static string Of(string word)
    {
        var straight = word.Replace('\u2019', '\'').Replace('\u2018', '\'').Replace('\u02BC', '\'').Trim('\'');
        return IsMixed(straight) ? straight : string.Join('-', straight.Split('-').Select(Part));
    }

    /// <summary>True when small letters come with a capital.</summary>
    public static bool IsMixed(string word) => word.Any(char.IsLower) && word.Any(char.IsUpper);

    private static string Part(string part)
    {
        var lower = part.ToLowerInvariant();
        var apostrophe = lower.IndexOf('\'', StringComparison.Ordinal);
        if (apostrophe is 1 or 2 && lower.Length > apostrophe + 2)
        {
            return Capital(lower[..apostrophe]) + "'" + Capital(lower[(apostrophe + 1)..]);
        }

        return lower.StartsWith("mc", StringComparison.Ordinal) && lower.Length > 4 ? "Mc" + Capital(lower[2..]) : Capital(lower);
    }

    private static string Capital(string part) => part.Length == 0 ? "" : char.ToUpperInvariant(part[0]) + part[1..];
}
