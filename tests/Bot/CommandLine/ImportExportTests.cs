using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Companion.Bot.Tests.LinkWorkers;
using Companion.Workflows.CheckIns;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Bot.Tests.CommandLine;

/// <summary>The verbs as they are run: their own process, an empty data folder, files that people made.</summary>
public sealed class ImportExportTests : IDisposable
{
    private const string GroupColumns = "name,neutral name,place,transport,capacity,guests,leader,repeats,from,until,time,minutes,holidays";
    private const string Tea = "Carers' tea,Tea and chat,\"Hill Hall, Mill Lane\",Bus 7 stops outside.,12,yes,Mo,weekly on Tue,2099-01-06,3,10:30,90,no";

    // Dates stay far ahead for as long as the tests live, within what an appointment may be.
    private static readonly string NextYear = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime).AddDays(200).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private readonly string folder = Directory.CreateTempSubdirectory("companion-verbs-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_good_file_goes_in_the_same_again_changes_nothing_and_what_went_in_comes_out()
    {
        var file = Write("groups.csv", GroupColumns + "\n" + Tea.Replace("2099-01-06", NextYear, StringComparison.Ordinal) + "\n");

        var first = await Run("import", "groups", file);
        var again = await Run("import", "groups", file);
        var export = await Run("export", "groups");

        Assert.Equal((0, 1, 0, 0), (first.Exit, first.Count("taken"), first.Count("unchanged"), first.Count("refused")));
        Assert.Equal((0, 0, 1, 0), (again.Exit, again.Count("taken"), again.Count("unchanged"), again.Count("refused")));
        Assert.Equal(0, export.Exit);
        var lines = export.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Equal(GroupColumns, lines[0]);
        Assert.StartsWith("Carers' tea,Tea and chat,\"Hill Hall, Mill Lane\",", lines[1], StringComparison.Ordinal);
        Assert.Equal(1, (await Run("import", "groups", Write("out.csv", export.Output))).Count("unchanged"));
    }

    [Fact]
    public async Task A_case_comes_out_in_each_form_with_nothing_else_on_standard_output_and_is_written_down()
    {
        await Plant();
        var text = await Run("export", "case", "--reference", "rx0201", "--service", "sample");
        var prsb = await Run("export", "case", "--reference", "RX0201", "--as", "prsb");
        var fhir = await Run("export", "case", "--reference", "RX0201", "--as", "fhir");
        var none = await Run("export", "case", "--reference", "NOBODY", "--as", "fhir");

        Assert.Equal((0, 0, 0, 1), (text.Exit, prsb.Exit, fhir.Exit, none.Exit));
        Assert.StartsWith("Social prescribing record RX0201\n", text.Output, StringComparison.Ordinal);
        Assert.Equal("RX0201", JsonDocument.Parse(prsb.Output).RootElement.GetProperty("reference").GetString());
        Assert.Equal("Bundle", JsonDocument.Parse(fhir.Output).RootElement.GetProperty("resourceType").GetString());
        Assert.Equal("", none.Output);
        Assert.Contains("No referral has this reference.", none.Error, StringComparison.Ordinal);
        Assert.NotEqual(0, (await Run("export", "case", "--reference", "RX0201", "--as", "poem")).Exit);
        await using var store = new SqliteStore($"Data Source={Path.Combine(folder, "companion.db")};Pooling=False");
        await using var db = store.Read();
        Assert.Equal(["Text", "Prsb", "Fhir"], db.SharingEvents.OrderBy(one => one.Id).Select(one => one.Detail));
        Assert.All(db.SharingEvents, one => Assert.Equal("the command line", one.By));
    }

    [Fact]
    public async Task Good_rows_go_in_and_the_bad_ones_come_back_in_a_file_with_row_column_and_reason()
    {
        await Plant();
        var file = Write("appointments.csv", $"id,reference,date,time,kind\nA,RX0201,{NextYear},14:30,phone\nB,RX0201,2020-03-20,14:30,phone\nC,NOBODY,{NextYear},14:30,phone\nD,RX0201,{NextYear},16:30,by owl\n");
        var rejects = Path.Combine(folder, "rejects.csv");

        var import = await Run("import", "appointments", file, "--service", "sample", "--rejects", rejects);

        Assert.Equal((2, 1, 3), (import.Exit, import.Count("taken"), import.Count("refused")));
        Assert.Single(import.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("import: row 3, date: This is in the past.", import.Error, StringComparison.Ordinal);
        var back = await File.ReadAllTextAsync(rejects, Cancel);
        Assert.StartsWith("Row,Column,Reason,id,reference,date,time,kind\r\n3,date,This is in the past.,B,", back, StringComparison.Ordinal);
        Assert.Contains("4,reference,No referral has this reference.,C,NOBODY,", back, StringComparison.Ordinal);
        Assert.Contains("5,kind,\"Write phone, face to face, home or video.\",D,", back, StringComparison.Ordinal);
        var export = await Run("export", "appointments");
        Assert.Contains($"A,RX0201,'+447700900201,{NextYear},14:30,", Assert.Single(export.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_refused_no_file_of_rejects_is_left()
    {
        var rejects = Path.Combine(folder, "rejects.csv");

        Assert.Equal(0, (await Run("import", "groups", Write("empty.csv", GroupColumns + "\n"), "--rejects", rejects)).Exit);

        Assert.False(File.Exists(rejects));
    }

    [Theory]
    [InlineData("import", "groups", "FILE", "--service", "nowhere")]
    [InlineData("import", "appointments", "FILE", "--service", "nowhere")]
    [InlineData("export", "groups", "--service", "nowhere")]
    [InlineData("export", "appointments", "--service", "nowhere")]
    public async Task An_unknown_service_is_named_and_nothing_is_done(params string[] args)
    {
        var file = Write("groups.csv", GroupColumns + "\n");

        var run = await Run([.. args.Select(arg => arg == "FILE" ? file : arg)]);

        Assert.Equal((1, ""), (run.Exit, run.Output));
        Assert.Contains("There is no Services:nowhere in the configuration.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("groups")]
    [InlineData("appointments")]
    public async Task A_missing_file_is_said_on_standard_error_alone(string what)
    {
        var run = await Run("import", what, Path.Combine(folder, "none.csv"));

        Assert.Equal((1, ""), (run.Exit, run.Output));
        Assert.Contains("import: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("none.csv", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_the_columns_it_needs_is_refused_whole()
    {
        var run = await Run("import", "groups", Write("wrong.csv", "colour,size\nred,4\n"));

        Assert.Equal((1, ""), (run.Exit, run.Output));
        Assert.StartsWith("import: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_verb_runs_without_saying_what()
    {
        foreach (var verb in new[] { "import", "export" })
        {
            var run = await Run(verb);
            Assert.NotEqual(0, run.Exit);
            Assert.NotEqual("", run.Error);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Write(string name, string content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    private async Task Plant()
    {
        await using var store = new SqliteStore($"Data Source={Path.Combine(folder, "companion.db")};Pooling=False");
        await store.Migrate(Cancel);
        await Planted.People(store, 201, 1, new LocalDate(2026, 3, 2), new PlantedWave(0, CheckInStatus.Missed));
    }

    private async Task<Ran> Run(params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Companion.Bot.dll"), .. args])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            Environment = { ["Storage__Folder"] = folder, ["Storage__Provider"] = "Sqlite", ["Storage__ConnectionString"] = "", ["DOTNET_ENVIRONMENT"] = "Development" },
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Cancel), process.StandardError.ReadToEndAsync(Cancel));
        await process.WaitForExitAsync(Cancel);
        return new Ran(process.ExitCode, await output, await error);
    }

    private sealed record Ran(int Exit, string Output, string Error)
    {
        public int Count(string what) => JsonDocument.Parse(Output).RootElement.GetProperty(what).GetInt32();
    }
}
