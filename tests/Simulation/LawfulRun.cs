using Companion.Bot.Simulation;

namespace Companion.Simulation.Tests;

/// <summary>One small run without faults, of which every test gets evidence of its own to tamper with.</summary>
public sealed class LawfulRun : IAsyncLifetime
{
    private Evidence evidence = null!;

    public async ValueTask InitializeAsync()
    {
        using var folder = new TemporaryFolder();
        (evidence, _) = await SimulationRun.Run(new SimulationOptions(12, 1, 4, Faults: false, "sqlite", folder.OpenSqlite));
    }

    internal Evidence Evidence() => evidence with
    {
        Diary = evidence.Diary.Copy(),
        Inbound = [.. evidence.Inbound],
        Conversations = [.. evidence.Conversations],
        Outbound = [.. evidence.Outbound],
        Events = [.. evidence.Events],
        HandOffs = [.. evidence.HandOffs],
        Timers = [.. evidence.Timers],
        Cases = [.. evidence.Cases],
        CheckIns = [.. evidence.CheckIns],
        Notes = [.. evidence.Notes],
        Versions = [.. evidence.Versions],
        Approved = [.. evidence.Approved],
    };

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
