using Companion.Bot.Simulation;
using Companion.Tests.Support;
using Companion.Workflows.Storage;
using Companion.Workflows.Storage.Postgres;

namespace Companion.Simulation.Tests;

public sealed class SimulationRunTests
{
    [Theory]
    [InlineData(11)] // the provider answers STOP by itself
    [InlineData(12)] // we do
    public async Task The_laws_hold_through_faults_and_crashes_on_SQLite(int seed)
    {
        using var folder = new TemporaryFolder();

        var (evidence, hash) = await Run(seed, folder.OpenSqlite, faults: true);

        AllLawsHold(evidence, hash, seed);
    }

    [Fact]
    public async Task The_laws_hold_through_faults_and_crashes_on_PostgreSQL()
    {
        var database = PostgresServer.NewDatabase();

        var (evidence, hash) = await Run(13, () => new PostgresStore(database), faults: true);

        AllLawsHold(evidence, hash, 13);
    }

    [Fact]
    public async Task Twelve_weeks_of_check_ins_keep_the_laws_through_faults_and_crashes()
    {
        using var folder = new TemporaryFolder();
        var options = new SimulationOptions(30, 14, 33, Faults: true, "sqlite", folder.OpenSqlite);

        var (evidence, hash) = await SimulationRun.Run(options);

        var report = SimulationReport.Of(options, evidence, hash);
        Assert.True(report.Ok, report.ToString());
        Assert.True(evidence.CheckIns.Count(wave => wave.OfferedAt is not null) > 5 && evidence.Diary.Crashes > 0, report.ToString());
        Assert.True(evidence.Approved.Count > 5, $"{evidence.Approved.Count} notes approved in {report}");
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_run_word_for_word()
    {
        using var one = new TemporaryFolder();
        using var two = new TemporaryFolder();
        using var three = new TemporaryFolder();

        var first = await SimulationRun.Run(new SimulationOptions(3, 1, 21, Faults: true, "sqlite", one.OpenSqlite));
        var again = await SimulationRun.Run(new SimulationOptions(3, 1, 21, Faults: true, "sqlite", two.OpenSqlite));
        var another = await SimulationRun.Run(new SimulationOptions(3, 1, 22, Faults: true, "sqlite", three.OpenSqlite));

        Assert.Equal(first.Hash, again.Hash);
        Assert.NotEqual(first.Hash, another.Hash);
    }

    [Fact]
    public async Task A_database_that_is_not_empty_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        await SimulationRun.Run(new SimulationOptions(1, 1, 1, Faults: false, "sqlite", folder.OpenSqlite));

        var wrong = await Assert.ThrowsAsync<ArgumentException>(
            () => SimulationRun.Run(new SimulationOptions(1, 1, 1, Faults: false, "sqlite", folder.OpenSqlite)));

        Assert.Contains("not empty", wrong.Message);
    }

    private static Task<(Evidence Evidence, string Hash)> Run(int seed, Func<IStore> open, bool faults) =>
        SimulationRun.Run(new SimulationOptions(20, 1, seed, faults, "test", open));

    // A run in which nothing happened would keep every law.
    private static void AllLawsHold(Evidence evidence, string hash, int seed)
    {
        var report = SimulationReport.Of(new SimulationOptions(20, 1, seed, Faults: true, "test", () => throw new InvalidOperationException()), evidence, hash);
        Assert.True(report.Ok, report.ToString());
        Assert.True(evidence.Diary.Crashes > 0 && evidence.Diary.Duplicates > 0 && evidence.Cases.Count > 0, report.ToString());
        Assert.True(evidence.RedFlags.Count > 0, report.ToString());
    }
}
