using Companion.Tests.Support;

namespace Companion.Dialogs.Tests.Understanding;

/// <summary>A table of texts beside the tests: columns parted by " | ", remarks begin with "#!".</summary>
internal static class Table
{
    public static IEnumerable<string[]> Rows(string name, int columns) =>
        File.ReadLines(Path.Combine(Repository.Root, "tests", "Dialogs", "Understanding", "Tables", name + ".txt"))
            .Where(line => line.Length > 0 && !line.StartsWith("#!"))
            .Select(line => line.Split('|', columns, StringSplitOptions.TrimEntries));
}
