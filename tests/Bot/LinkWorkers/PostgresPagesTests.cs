using System.Net;
using Companion.Bot.Dev;
using Companion.Bot.Tests.Hosting;
using Companion.Dialogs.CheckIns;
using Companion.Tests.Support;
using Companion.Workflows.CheckIns;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Bot.Tests.LinkWorkers;

public sealed class PostgresPagesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_of_the_console_and_the_simulator_reads_PostgreSQL_as_well()
    {
        await using var app = await CompanionApp.Start(
            settings: ["--Storage:Provider=PostgreSql", $"--Storage:ConnectionString={PostgresServer.NewDatabase()}"]);
        app.Part<SimulatedPhones>().Fault = PhoneFault.Refuses;
        await app.Text("+447700900001", "i want to kill myself");
        await app.Part<MoveClock>().By(Duration.FromMinutes(20), Cancel);
        var handOff = (await app.All<HandOff>()).Single();
        using var manager = await app.SignedIn();
        string[] paths =
        [
            "/console", "/console?cleared=true", $"/console/handoffs/{handOff.Id}", "/console/referrals", "/console/unfinished", "/console/tasks",
            "/console/tasks?done=true", "/console/alerts", "/console?part=Waiting&reason=RedFlag", "/console/check-ins", "/console/schedule", "/console/schedule?handler=Csv", "/outcomes", "/outcomes?from=2026-01-01&to=2026-12-31", "/outcomes/ons4.csv?service=sample&from=2026-01-01", "/dev", "/dev/phones?phone=07700900001", "/dev/outbox", "/dev/outbox?status=Refused&page=2",
            "/dev/oncall", "/dev/faults",
        ];
        foreach (var path in paths)
        {
            using var answer = await manager.Raw(new HttpRequestMessage(HttpMethod.Get, path));
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Of_two_link_workers_who_enter_a_check_in_at_once_one_is_told_that_it_is_complete()
    {
        await using var app = await CompanionApp.Start(
            settings: ["--Storage:Provider=PostgreSql", $"--Storage:ConnectionString={PostgresServer.NewDatabase()}"]);
        await Planted.People(app.Part<IStore>(), 201, 1, new LocalDate(2026, 3, 2), new PlantedWave(0, CheckInStatus.Missed));
        var wave = (await app.All<CheckIn>()).Single();
        var whole = Instrument.Ons4.Items.Select(item => new ItemAnswer(item.Key, 1)).ToList();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(by =>
            app.Part<EnterScores>().Handle(wave.Id, new ScoreEntry(CheckInModes.Phone, $"Worker {by}", whole), Cancel)));

        Assert.Single(outcomes, outcome => outcome == ScoreEntryOutcome.Entered);
        Assert.Equal(5, outcomes.Count(outcome => outcome == ScoreEntryOutcome.AlreadyComplete));
        Assert.Single((await app.All<CheckInScore>()).Select(score => score.EnteredBy).Distinct());
        Assert.Single(await app.All<StaffTask>(), task => task.Kind == "CheckIn");
    }
}
