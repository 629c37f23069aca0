using Companion.Tests.Support;

namespace Companion.Dialogs.Tests.Safety;

/// <summary>The tables of invented texts beside the tests: one a line, "//" begins a remark.</summary>
internal static class Cases
{
    /// <summary>Each danger with its label: crisis, safeguarding or emergency.</summary>
    public static IEnumerable<(string Label, string Words)> Dangers() =>
        Lines("dangers.txt").Select(line => line.Split(' ', 2)).Select(parts => (parts[0], parts[1]));

    /// <summary>Texts that look like danger and are none.</summary>
    public static IEnumerable<string> LookAlikes() => Lines("lookalikes.txt");

    /// <summary>The lines of one table.</summary>
    public static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Path.Combine(Repository.Root, "tests", "Dialogs", "Safety", "Cases", file))
            .Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal));
}
