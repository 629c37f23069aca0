namespace Companion.Workflows.Importing;

/// <summary>A column that a kind of file has.</summary>
/// <param name="Name">Its name in the file, lower case; spaces, dashes and underscores in a file's header are all the same.</param>
/// <param name="IsRequired">A file without the column is refused as a whole; a row may still leave the cell empty.</param>
/// <param name="Also">Other names it goes by.</param>
public sealed record ImportColumn(string Name, bool IsRequired, params IReadOnlyList<string> Also)
{
    /// <summary>True when a header means this column.</summary>
    public bool IsCalled(string header) => Plain(header) is var plain && (plain == Plain(Name) || Also.Any(other => Plain(other) == plain));

    /// <summary>A header as it is compared.</summary>
    internal static string Plain(string header) =>
        string.Concat(header.Where(letter => char.IsLetterOrDigit(letter))).ToLowerInvariant();
}
