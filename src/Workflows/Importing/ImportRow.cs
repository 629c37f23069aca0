using System.Security.Cryptography;
using System.Text;
using Companion.Dialogs.Understanding;
using Companion.Workflows.Staff;
using NodaTime;

namespace Companion.Workflows.Importing;

/// <summary>
/// One row of a file. Its cells are read by what they should hold; what cannot be read is noted with its column, so that a row comes back
/// with everything that is wrong with it.
/// </summary>
/// <param name="number">The row as a spreadsheet counts it; the header is 1.</param>
/// <param name="cells">The cells of known columns, by the column's name.</param>
/// <param name="original">Every cell as it stood.</param>
public sealed class ImportRow(int number, IReadOnlyDictionary<string, string> cells, IReadOnlyList<string> original)
{
    private readonly List<(string Column, string Reason)> wrong = [];

    /// <summary>The row as a spreadsheet counts it; the header is 1.</summary>
    public int Number => number;

    /// <summary>Every cell as it stood in the file.</summary>
    public IReadOnlyList<string> Original => original;

    /// <summary>What is wrong, in the order it was found.</summary>
    public IReadOnlyList<(string Column, string Reason)> Wrong => wrong;

    /// <summary>True once anything is wrong with it.</summary>
    public bool IsRefused => wrong.Count > 0;

    /// <summary>The same for the same cells, whatever their order: the key of a row that has no identifier of its own.</summary>
    public string Key => "row:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\u001F', cells.OrderBy(cell => cell.Key, StringComparer.Ordinal).Where(cell => cell.Value.Length > 0).Select(cell => $"{cell.Key}={cell.Value}")))))[..32];

    /// <summary>A cell as it stands, trimmed; empty when it or its column is not there.</summary>
    public string this[string column] => cells.GetValueOrDefault(column, "");

    /// <summary>Notes what is wrong.</summary>
    public void Refuse(string column, string reason) => wrong.Add((column, reason));

    /// <summary>A text of at most <paramref name="most"/> letters; null when it is empty or too long.</summary>
    public string? Text(string column, int most, bool required = false) => this[column] switch
    {
        "" => Missing<string?>(column, required, null),
        var text when text.Length > most => No<string?>(column, null, StaffWords.Of("import.long", ("most", $"{most}"))),
        var text => text,
    };

    /// <summary>A telephone number; what a spreadsheet did to it is mended where that is certain.</summary>
    public PhoneNumber? Phone(string column, bool required = false) => Cell(column, required, Cells.Phone);

    /// <summary>A day, the day before the month.</summary>
    public LocalDate? Date(string column, bool required = false) => Cell(column, required, Cells.Date);

    /// <summary>A time of day.</summary>
    public LocalTime? Time(string column, bool required = false) => Cell(column, required, Cells.Time);

    /// <summary>A whole number between two others, both included.</summary>
    public int? Whole(string column, int least, int most, bool required = false) => Cell(column, required, text => Cells.Whole(text, least, most));

    private T? Cell<T>(string column, bool required, Func<string, (T? Value, string? Wrong)> read)
        where T : struct
    {
        if (this[column] is not { Length: > 0 } text)
        {
            return Missing<T?>(column, required, null);
        }

        var (value, why) = read(text);
        return why is null ? value : No<T?>(column, null, why);
    }

    private T Missing<T>(string column, bool required, T nothing) => required ? No(column, nothing, StaffWords.Of("import.required")) : nothing;

    private T No<T>(string column, T nothing, string why)
    {
        Refuse(column, why);
        return nothing;
    }
}
