using System.CommandLine;
using System.Text.Json;
using Companion.Bot.CommandLine;
using Companion.Bot.Outcomes;
using Companion.Bot.Tests.LinkWorkers;
using Companion.Workflows.CheckIns;
using Companion.Workflows.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using NodaTime;

namespace Companion.Bot.Tests.CommandLine;

public sealed class EvaluateTests : IDisposable
{
    private static readonly LocalDate Today = new(2026, 11, 23);
    private static readonly LocalDate Spring = new(2026, 3, 2);

    private readonly string folder = Directory.CreateTempSubdirectory("companion-evaluate-").FullName;
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_writes_one_JSON_object_with_everything_the_page_shows()
    {
        await Plant();

        Assert.Equal(0, await Run(new OutcomeChoice(null, null, null)));

        Assert.Equal("", error.ToString());
        using var json = JsonDocument.Parse(output.ToString());
        var root = json.RootElement;
        Assert.Equal(("ons4", 5), (root.GetProperty("instrument").GetString(), root.GetProperty("smallestNumber").GetInt32()));
        Assert.Contains("do not prove", root.GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
        Assert.Contains("Day 0", root.GetProperty("notes")[1].GetString(), StringComparison.Ordinal);
        Assert.Contains(root.GetProperty("notes").EnumerateArray(), note => note.GetString()!.StartsWith("null is a number that is hidden", StringComparison.Ordinal));
        var service = Assert.Single(root.GetProperty("services").EnumerateArray());
        Assert.Equal(("sample", 15), (service.GetProperty("service").GetString(), service.GetProperty("people").GetInt32()));
        var anxious = service.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("item").GetString() == "anxious");
        Assert.False(anxious.GetProperty("higherIsBetter").GetBoolean());
        var wave = Assert.Single(anxious.GetProperty("waves").EnumerateArray());
        Assert.Equal((3, 9, 6), (wave.GetProperty("week").GetInt32(), wave.GetProperty("pairs").GetProperty("people").GetInt32(), wave.GetProperty("pairs").GetProperty("missing").GetInt32()));
        var change = wave.GetProperty("change");
        Assert.Equal((7.0, 5.0, -2.0), (change.GetProperty("meanBefore").GetDouble(), change.GetProperty("meanAfter").GetDouble(), change.GetProperty("mean").GetDouble()));
        Assert.Equal(9, wave.GetProperty("movement").GetProperty("better").GetInt32());
        Assert.Equal("noReply", wave.GetProperty("pairs").GetProperty("reasons")[0].GetProperty("of").GetString());
        Assert.Equal(9.0, wave.GetProperty("firstOfOthers").GetDouble());
    }

    [Fact]
    public async Task It_writes_the_same_as_CSV_and_chooses_the_period()
    {
        await Plant();

        Assert.Equal(0, await Run(new OutcomeChoice("sample", "2026-03-01", "2026-03-31"), "csv"));
        Assert.Contains("sample,ons4,anxious,lower,3,mean_change,,-2.00\r\n", output.ToString(), StringComparison.Ordinal);
        output.GetStringBuilder().Clear();
        Assert.Equal(0, await Run(new OutcomeChoice("sample", "2026-04-01", null), "csv"));
        Assert.Contains("sample,ons4,,,,people,,0\r\n", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_service_stands_by_itself_so_that_none_can_be_taken_from_a_sum()
    {
        await Plant();
        KeyValuePair<string, string?>[] vale =
            [new("Services:vale:Name", "Vale Links"), new("Services:vale:NeutralName", "Vale"), new("Services:vale:Number", "+447700900200"), new("Services:vale:Phone", "01632 960 200")];

        Assert.Equal(0, await Run(new OutcomeChoice(null, null, null), more: vale));
        using var both = JsonDocument.Parse(output.ToString());
        Assert.Equal([15, 0], both.RootElement.GetProperty("services").EnumerateArray().Select(service => service.GetProperty("people").GetInt32()));

        output.GetStringBuilder().Clear();
        Assert.Equal(0, await Run(new OutcomeChoice("vale", null, null), more: vale));
        using var one = JsonDocument.Parse(output.ToString());
        Assert.Equal("Vale Links", Assert.Single(one.RootElement.GetProperty("services").EnumerateArray()).GetProperty("name").GetString());
    }

    [Fact]
    public async Task It_changes_nothing_in_the_database()
    {
        await Plant();
        var before = await File.ReadAllBytesAsync(Path.Combine(folder, "companion.db"), Cancel);

        await Run(new OutcomeChoice(null, null, null));

        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(folder, "companion.db"), Cancel));
    }

    [Fact]
    public async Task Without_a_database_it_says_so_and_makes_none()
    {
        var nowhere = Path.Combine(folder, "nowhere");

        Assert.Equal(1, await Run(new OutcomeChoice(null, null, null), folder: nowhere));

        Assert.Contains("The database is not there", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("", output.ToString());
        Assert.False(Directory.Exists(nowhere));
    }

    [Fact]
    public async Task A_database_of_another_version_is_not_read()
    {
        await Plant();
        await Sql("DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" LIKE '%EnteredBy'");
        Assert.Equal(1, await Run(new OutcomeChoice(null, null, null)));
        Assert.Contains("has not been migrated", error.ToString(), StringComparison.Ordinal);

        await Sql("INSERT INTO \"__EFMigrationsHistory\" VALUES ('202611220011_EnteredBy', '10'), ('209901010001_Later', '10')");
        Assert.Equal(1, await Run(new OutcomeChoice(null, null, null)));
        Assert.Contains("of a newer release", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("", output.ToString());
    }

    [Theory]
    [InlineData("nobody", null, null, "--service: There is no such service")]
    [InlineData(null, "1 April", null, "--from: Write the day")]
    [InlineData(null, "2026-04-01", "2026-03-31", "--to: The last day is before the first")]
    public async Task What_makes_no_sense_is_said_on_standard_error(string? service, string? from, string? to, string sentence)
    {
        Assert.Equal(1, await Run(new OutcomeChoice(service, from, to)));

        Assert.Contains(sentence, error.ToString(), StringComparison.Ordinal);
        Assert.Equal("", output.ToString());
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_is_a_sentence()
    {
        Assert.Equal(1, await Run(
            new OutcomeChoice(null, null, null),
            more: [new("Storage:Provider", "PostgreSql"), new("Storage:ConnectionString", "Host=127.0.0.1;Port=1;Database=none;Username=none;Timeout=1")]));

        Assert.Contains("cannot be reached", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evaluate")]
    [InlineData("evaluate", "swemwbs")]
    [InlineData("evaluate", "ons4", "--format", "xml")]
    public async Task The_verb_refuses_what_it_does_not_know(params string[] args)
    {
        Assert.NotEqual(0, await Verbs.Run(
            Verbs.Of(_ => Task.FromResult(0), () => Today), args, new InvocationConfiguration { Output = output, Error = error }));

        Assert.NotEqual("", error.ToString());
        Assert.Equal("", output.ToString());
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private Task<int> Run(OutcomeChoice choice, string format = "json", string? folder = null, IEnumerable<KeyValuePair<string, string?>>? more = null)
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
            .AddInMemoryCollection([new("Storage:Folder", folder ?? this.folder), .. more ?? []])
            .Build();
        return EvaluateVerb.Run(configuration, new Evaluation(choice, format, Today), output, error, Cancel);
    }

    private async Task Plant()
    {
        await using var store = new SqliteStore($"Data Source={Path.Combine(folder, "companion.db")};Pooling=False");
        await store.Migrate(Cancel);
        await Planted.People(store, 201, 9, Spring, new PlantedWave(0, CheckInStatus.Complete, 4, 5, 6, 7), new PlantedWave(3, CheckInStatus.Complete, 6, 7, 6, 5));
        await Planted.People(store, 301, 6, Spring, new PlantedWave(0, CheckInStatus.Complete, 2, 2, 2, 9), new PlantedWave(3, CheckInStatus.Missed) { Reason = "It was not answered to the end." });
    }

    private async Task Sql(string statement)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "companion.db")};Pooling=False");
        await connection.OpenAsync(Cancel);
        await using var command = new SqliteCommand(statement, connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
