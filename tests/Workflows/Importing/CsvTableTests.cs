using System.Text;
using Companion.Workflows.Importing;
using NodaTime;

namespace Companion.Workflows.Tests.Importing;

/// <summary>Files as people save them from spreadsheets.</summary>
public sealed class CsvTableTests
{
    private static readonly IReadOnlyList<ImportColumn> Columns =
    [
        new("phone", IsRequired: true, "mobile number"), new("date", IsRequired: true), new("time", IsRequired: false), new("place", IsRequired: false),
    ];

    private static readonly LocalDate ThirdOfApril = new(2026, 4, 3);

    [Theory]
    [InlineData("447700900123")]
    [InlineData("7700900123")]
    [InlineData("7700900123.0")]
    [InlineData("+44 7700 900123")]
    [InlineData("'07700900123")]
    [InlineData("0044 7700 900 123")]
    public async Task A_number_is_mended_where_only_one_can_be_meant(string cell) =>
        Assert.Equal("+447700900123", (await Row($"phone,date\n{cell},x")).Phone("phone")!.Value.E164);

    [Theory]
    [InlineData("4.47701E+11", "shortened")]
    [InlineData("7.7009E+09", "shortened")]
    [InlineData("12345", "not a telephone number")]
    [InlineData("ask Jo", "not a telephone number")]
    public async Task A_number_that_is_lost_is_refused_in_words(string cell, string why)
    {
        var row = await Row($"phone,date\n{cell},x");
        Assert.Null(row.Phone("phone"));
        Assert.Contains(why, Assert.Single(row.Wrong).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("03/04/2026")]
    [InlineData("3/4/26")]
    [InlineData("2026-04-03")]
    [InlineData("03.04.2026")]
    [InlineData("03/04/2026 00:00:00")]
    [InlineData("2026-04-03T00:00:00")]
    [InlineData("Fri 3 April 2026")]
    [InlineData("3-Apr-26")]
    [InlineData("3rd April 2026")]
    public async Task A_date_is_read_day_first(string cell) => Assert.Equal(ThirdOfApril, (await Row($"phone,date\n1,{cell}")).Date("date"));

    [Theory]
    [InlineData("46115", "counts days")]
    [InlineData("46115.4375", "counts days")]
    [InlineData("04/23/2026", "day first")]
    [InlineData("31/04/2026", "no such day")]
    [InlineData("29/02/2027", "no such day")]
    [InlineData("next Friday", "not a date")]
    public async Task A_date_that_cannot_be_meant_is_refused_in_words(string cell, string why)
    {
        var row = await Row($"phone,date\n1,{cell}");
        Assert.Null(row.Date("date"));
        Assert.Contains(why, Assert.Single(row.Wrong).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10:30", 10, 30)]
    [InlineData("10.30", 10, 30)]
    [InlineData("1030", 10, 30)]
    [InlineData("9:05:00", 9, 5)]
    [InlineData("2pm", 14, 0)]
    [InlineData("12:15 am", 0, 15)]
    [InlineData("12 p.m.", 12, 0)]
    public async Task A_time_is_read(string cell, int hour, int minute) =>
        Assert.Equal(new LocalTime(hour, minute), (await Row($"phone,date,time\n1,2,{cell}")).Time("time"));

    [Theory]
    [InlineData("0.4375")]
    [InlineData("25:00")]
    [InlineData("10")]
    [InlineData("13pm")]
    [InlineData("soon")]
    public async Task A_time_that_cannot_be_meant_is_refused(string cell)
    {
        var row = await Row($"phone,date,time\n1,2,{cell}");
        Assert.Null(row.Time("time"));
        Assert.Equal("time", Assert.Single(row.Wrong).Column);
    }

    [Fact]
    public async Task A_mark_semicolons_other_letters_and_line_ends_in_cells_are_read()
    {
        var marked = await Read([0xEF, 0xBB, 0xBF, .. "Mobile_Number;Date;place\r\n07700900123;03/04/2026;\"Room 1\nfirst floor; left\"\r\n\r\n07700900124;x;y"u8]);
        Assert.Equal(["Room 1\nfirst floor; left", "y"], marked.Rows.Select(row => row["place"]));
        Assert.Equal([2, 4], marked.Rows.Select(row => row.Number));

        var western = await Read([.. "phone,date,place\n1,2,Caf"u8, 0xE9, 0x20, 0x96, 0x20, .. "centre"u8]);
        Assert.Equal("Caf\u00E9 \u2013 centre", Assert.Single(western.Rows)["place"]);

        var tabbed = await Read([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("phone\tdate\n1\t2")]);
        Assert.Equal("2", Assert.Single(tabbed.Rows)["date"]);
    }

    [Fact]
    public async Task Missing_columns_a_column_twice_and_unknown_columns_are_named()
    {
        Assert.Equal("Columns are missing: date. The file has these: phone, nurse.", (await Read("phone,nurse\n1,2"u8.ToArray())).Trouble);
        Assert.Equal("The column phone is there twice.", (await Read("phone,date,Mobile number\n1,2,3"u8.ToArray())).Trouble);
        Assert.Equal(["Shoe size"], (await Read("phone,date,Shoe size\n1,2,3"u8.ToArray())).Unknown);
        Assert.StartsWith("The file is empty.", (await Read([])).Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_megabytes_are_read_and_no_more() =>
        Assert.StartsWith("The file is larger", (await Read(new byte[(10 * 1024 * 1024) + 1])).Trouble, StringComparison.Ordinal);

    [Fact]
    public async Task The_same_row_twice_a_row_that_is_too_wide_and_an_open_quotation_are_refused()
    {
        var table = await Read("phone,date\n1,2\n 1 ,2\n3,4,5\n6,\"7\n8,9"u8.ToArray());
        Assert.Equal([3, 4, 5], table.Rows.Where(row => row.IsRefused).Select(row => row.Number));
        Assert.Equal("This row is the same as row 2.", table.Rows[1].Wrong[0].Reason);
    }

    [Fact]
    public async Task Refused_rows_come_back_without_a_formula_and_can_be_imported_as_they_are()
    {
        var table = await Read("phone,date,place\n+447700900123,=1+1,\"@SUM(A1), \"\"x\"\"\"\n07700900124,03/04/2026,ok"u8.ToArray());
        table.Rows[0].Date("date", required: true);

        var rejects = new ImportReport(table, 1, 0).Rejects();

        Assert.Equal(
            "Row,Column,Reason,phone,date,place\r\n"
            + "2,date,\"This is not a date. Write it as 03/04/2026, the day first, or as 2026-04-03.\",'+447700900123,'=1+1,\"'@SUM(A1), \"\"x\"\"\"\r\n",
            rejects);
        var again = await Read(Encoding.UTF8.GetBytes(rejects));
        Assert.Empty(again.Unknown);
        Assert.Equal("+447700900123", Assert.Single(again.Rows).Phone("phone")!.Value.E164);
        Assert.Equal(table.Rows[0].Key, again.Rows[0].Key);
    }

    private static async Task<ImportRow> Row(string file) => Assert.Single((await Read(Encoding.UTF8.GetBytes(file))).Rows);

    private static Task<CsvTable> Read(byte[] file) =>
        CsvTable.Read(new MemoryStream(file), Columns, TestContext.Current.CancellationToken);
}
