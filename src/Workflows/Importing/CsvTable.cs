using System.Globalization;
using Companion.Workflows.Staff;
using CsvHelper;

namespace Companion.Workflows.Importing;

/// <summary>
/// A CSV file as people save it: commas, semicolons or tabs, with or without a byte order mark, quoted line ends inside cells. The rows keep the
/// numbers a spreadsheet shows.
/// </summary>
public sealed class CsvTable
{
    private static readonly char[] Separators = [',', ';', '\t'];

    // What our own file of refused rows puts in front: it can be corrected and imported as it is.
    private static readonly string[] OfRejects = ["row", "column", "reason"];

    private CsvTable(string? trouble) => Trouble = trouble;

    /// <summary>Why nothing of the file can be read, in words for staff; null when it can.</summary>
    public string? Trouble { get; private init; }

    /// <summary>The header as it stands in the file, without the columns of a file of refused rows.</summary>
    public IReadOnlyList<string> Headers { get; private init; } = [];

    /// <summary>Columns that nobody knows; they are left out.</summary>
    public IReadOnlyList<string> Unknown { get; private init; } = [];

    /// <summary>The rows that hold anything, in their order.</summary>
    public IReadOnlyList<ImportRow> Rows { get; private init; } = [];

    /// <summary>Reads a file that has these columns.</summary>
    public static async Task<CsvTable> Read(Stream file, IReadOnlyList<ImportColumn> columns, CancellationToken cancel)
    {
        var bytes = await CsvBytes.Read(file, cancel);
        return bytes.Length > CsvBytes.Most ? new CsvTable(StaffWords.Of("import.large")) : Of(CsvBytes.Letters(bytes), columns);
    }

    private static CsvTable Of(string letters, IReadOnlyList<ImportColumn> columns)
    {
        var open = new HashSet<long>();
        using var reader = CsvReader.FromText(letters, new CsvReaderOptions
        {
            Separator = SeparatorOf(letters),
            HasHeader = false,
            SkipEmptyLines = false, // a spreadsheet counts them
            OnMalformedRecord = wrong =>
            {
                if (wrong.Reason == CsvMalformedReason.UnterminatedQuote)
                {
                    open.Add(wrong.RecordNumber);
                }
            },
        });
        var header = reader.Read() ? reader.Current.ToArray() : [];
        if (Array.TrueForAll(header, string.IsNullOrWhiteSpace))
        {
            return new CsvTable(StaffWords.Of("import.empty"));
        }

        var places = Places(header, columns);
        return WhatIsWrong(header, columns, places) is { } wrong ? new CsvTable(wrong) : Rest(reader, open, header, places);
    }

    private static CsvTable Rest(CsvReader reader, HashSet<long> open, string[] header, Dictionary<int, string> places)
    {
        var own = Enumerable.Range(0, header.Length).Where(at => !OfRejects.Contains(ImportColumn.Plain(header[at])) || places.ContainsKey(at)).ToList();
        var rows = new List<ImportRow>();
        while (reader.Read())
        {
            var cells = reader.Current.ToArray();
            if (!Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
            {
                rows.Add(Row((int)reader.RowNumber, cells, places, own));
                RefuseShape(rows[^1], isOpen: open.Contains(reader.RowNumber), isWide: cells.Skip(header.Length).Any(cell => cell.Trim().Length > 0));
            }
        }

        foreach (var again in rows.GroupBy(row => row.Key).SelectMany(same => same.Skip(1).Select(row => (Row: row, First: same.First().Number))))
        {
            again.Row.Refuse("", StaffWords.Of("import.again", ("row", again.First.ToString(CultureInfo.InvariantCulture))));
        }

        return new CsvTable(null)
        {
            Headers = [.. own.Select(at => header[at])],
            Unknown = [.. own.Where(at => !places.ContainsKey(at) && header[at].Trim().Length > 0).Select(at => header[at].Trim())],
            Rows = rows,
        };
    }

    private static ImportRow Row(int number, string[] cells, Dictionary<int, string> places, List<int> own) => new(
        number,
        places.Where(place => place.Key < cells.Length).ToDictionary(place => place.Value, place => CsvText.WithoutGuard(cells[place.Key].Trim())),
        [.. own.Select(at => at < cells.Length ? CsvText.WithoutGuard(cells[at]) : "")]);

    private static void RefuseShape(ImportRow row, bool isOpen, bool isWide)
    {
        if (isOpen || isWide)
        {
            row.Refuse("", StaffWords.Of(isOpen ? "import.quote" : "import.wide"));
        }
    }

    // Which cell holds which column.
    private static Dictionary<int, string> Places(string[] header, IReadOnlyList<ImportColumn> columns) => header
        .Select((name, at) => (at, Column: columns.FirstOrDefault(column => column.IsCalled(name))))
        .Where(place => place.Column is not null)
        .ToDictionary(place => place.at, place => place.Column!.Name);

    private static string? WhatIsWrong(string[] header, IReadOnlyList<ImportColumn> columns, Dictionary<int, string> places)
    {
        var missing = columns.Where(column => column.IsRequired && !places.ContainsValue(column.Name)).Select(column => column.Name).ToList();
        if (missing.Count > 0)
        {
            return StaffWords.Of(
                "import.missing",
                ("missing", string.Join(", ", missing)),
                ("found", string.Join(", ", header.Select(name => name.Trim()).Where(name => name.Length > 0))));
        }

        return places.Values.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? StaffWords.Of("import.twice", ("column", twice.Key))
            : null;
    }

    // By the header: nobody puts a separator into the name of a column.
    private static char SeparatorOf(string letters)
    {
        var end = letters.IndexOfAny(['\r', '\n']);
        var header = end < 0 ? letters : letters[..end];
        return Separators.MaxBy(separator => header.Count(letter => letter == separator));
    }
}
