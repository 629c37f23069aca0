using System.Globalization;

namespace Companion.Workflows.Importing;

/// <summary>What came of a file.</summary>
/// <param name="Table">The file as it was read.</param>
/// <param name="Taken">Rows that changed something.</param>
/// <param name="Unchanged">Rows that were there already, as they are.</param>
public sealed record ImportReport(CsvTable Table, int Taken, int Unchanged)
{
    /// <summary>Rows that were refused, with what is wrong.</summary>
    public IReadOnlyList<ImportRow> Refused => [.. Table.Rows.Where(row => row.IsRefused)];

    /// <summary>
    /// The refused rows as a file: row, column and reason, then the row as it was. Corrected, it can be imported as it is.
    /// </summary>
    public string Rejects() => CsvText.Of(
        ["Row", "Column", "Reason", .. Table.Headers],
        Refused.Select(row => (IReadOnlyList<string>)
        [
            row.Number.ToString(CultureInfo.InvariantCulture),
            string.Join("; ", row.Wrong.Select(wrong => wrong.Column).Where(column => column.Length > 0).Distinct()),
            string.Join(" ", row.Wrong.Select(wrong => wrong.Column.Length > 0 && row.Wrong.Count > 1 ? $"{wrong.Column}: {wrong.Reason}" : wrong.Reason)),
            .. row.Original,
        ]));
}
