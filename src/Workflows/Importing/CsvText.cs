using System.Globalization;
using System.Text;
using CsvHelper;

namespace Companion.Workflows.Importing;

/// <summary>Writes CSV that is safe to open in a spreadsheet: no cell is a formula.</summary>
public static class CsvText
{
    private const char Guard = '\'';

    private static readonly char[] Formulas = ['=', '+', '-', '@', '\t', '\r', '\n', '|', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20'];

    /// <summary>A file with a header; lines end as spreadsheets want them.</summary>
    public static string Of(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        using (var writer = CsvWriter.Create(new StringWriter(text, CultureInfo.InvariantCulture)))
        {
            foreach (var row in rows.Prepend(header))
            {
                foreach (var cell in row)
                {
                    writer.WriteField(Guarded(cell));
                }

                writer.EndRecord();
            }
        }

        return text.ToString();
    }

    /// <summary>A cell that a spreadsheet would take for a formula gets an apostrophe in front.</summary>
    public static string Guarded(string cell) => IsFormula(cell) ? Guard + cell : cell;

    /// <summary>The cell without such an apostrophe: a file that we wrote reads back as it was.</summary>
    public static string WithoutGuard(string cell) =>
        cell.Length > 1 && cell[0] == Guard && (IsFormula(cell[1..]) || char.IsAsciiDigit(cell[1])) ? cell[1..] : cell;

    // A number below nothing is a number; one that begins with a plus may be a phone's, and a spreadsheet would mangle it.
    private static bool IsFormula(string cell) => cell.TrimStart(' ', '\u00A0') is [var first, ..] && Formulas.Contains(first)
        && !(first == '-' && decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _));
}
