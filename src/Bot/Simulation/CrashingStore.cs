using Companion.Workflows.Storage;

namespace Companion.Bot.Simulation;

/// <summary>The process died here. Whoever called it never hears what became of the call.</summary>
internal sealed class SimulatedCrash() : OperationCanceledException("The simulated process died."); // nothing of a dead process looks into it as a mistake

/// <summary>A store whose process sometimes dies in the middle of a transaction, or right after its commit.</summary>
internal sealed class CrashingStore(IStore inner, Chance chance, double share) : IStore
{
    public Task Migrate(CancellationToken cancel) => inner.Migrate(cancel);

    public Task<T> Write<T>(Func<Session, ValueTask<T>> work, CancellationToken cancel) =>
        Perhaps(work, asked => inner.Write(asked, cancel));

    public Task<T> Turn<T>(TurnRequest request, Func<Turn, ValueTask<T>> decide, CancellationToken cancel) =>
        Perhaps(decide, asked => inner.Turn(request, asked, cancel));

    public Task Scrub(CancellationToken cancel) => inner.Scrub(cancel);

    public CompanionDb Read() => inner.Read();

    public Task<string?> Trouble(CancellationToken cancel) => inner.Trouble(cancel);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private async Task<T> Perhaps<TIn, T>(Func<TIn, ValueTask<T>> work, Func<Func<TIn, ValueTask<T>>, Task<T>> run)
    {
        var (dies, inTheMiddle) = (share > 0 && chance.Is(share), share > 0 && chance.Is(0.4));
        if (dies && inTheMiddle)
        {
            await run(async given =>
            {
                await work(given);
                throw new SimulatedCrash();
            });
        }

        var outcome = await run(work);
        return dies ? throw new SimulatedCrash() : outcome;
    }
}
