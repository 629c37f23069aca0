using Companion.Workflows.Storage;

namespace Companion.Bot.Simulation;

/// <summary>The process died here. Whoever called it never hears what became of the call.</summary>
internal sealed class SimulatedCrash() : Exception("The simulated process died.");

/// <summary>A store whose process sometimes dies in the middle of a transaction, or right after its commit.</summary>
internal sealed class CrashingStore(IStore inner, Chance chance, double share) : IStore
{
    public Task Migrate(CancellationToken cancel) => inner.Migrate(cancel);

    public async Task<T> Write<T>(Func<Session, ValueTask<T>> work, CancellationToken cancel)
    {
        var (dies, inTheMiddle) = (share > 0 && chance.Is(share), share > 0 && chance.Is(0.4));
        if (dies && inTheMiddle)
        {
            await inner.Write<T>(
                async session =>
                {
                    await work(session);
                    throw new SimulatedCrash();
                },
                cancel);
        }

        var outcome = await inner.Write(work, cancel);
        return dies ? throw new SimulatedCrash() : outcome;
    }

    public CompanionDb Read() => inner.Read();

    public Task<string?> Trouble(CancellationToken cancel) => inner.Trouble(cancel);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
