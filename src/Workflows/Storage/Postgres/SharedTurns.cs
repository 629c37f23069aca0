using System.Threading.Channels;

namespace Companion.Workflows.Storage.Postgres;

/// <summary>
/// Turns on PostgreSQL that wait at the same time share a transaction: one batch locks their addresses and reads, one writes and
/// commits. They stand in a few lines, each address always in the same one. A turn that fails takes nothing of its neighbours with it:
/// it decides before anything is written, and should a row of it be refused, each goes again in a transaction of its own.
/// </summary>
internal sealed class SharedTurns : IAsyncDisposable
{
    private const int MostTogether = 32;

    /// <summary>However many processors there are.</summary>
    public const int MostLines = 8;

    private readonly PostgresStore store;
    private readonly Channel<WaitingTurn>[] lines;
    private readonly Task[] served;

    /// <summary>Lines in front of a store.</summary>
    public SharedTurns(PostgresStore store)
    {
        this.store = store;
        lines = Enumerable.Range(0, Math.Clamp(Environment.ProcessorCount, 2, MostLines))
            .Select(_ => System.Threading.Channels.Channel.CreateUnbounded<WaitingTurn>(new() { SingleReader = true }))
            .ToArray();
        served = Array.ConvertAll(lines, line => Task.Run(() => Serve(line.Reader)));
    }

    /// <summary>Takes a turn about an address that is known by its id.</summary>
    /// <param name="byId">The turn, by its address's id.</param>
    /// <param name="asAsked">The turn as it was asked for, should the id be gone.</param>
    /// <param name="decide">Decides.</param>
    /// <param name="cancel">Gives up waiting.</param>
    public Task<T> Take<T>(TurnRequest byId, TurnRequest asAsked, Func<Turn, ValueTask<T>> decide, CancellationToken cancel)
    {
        var waiting = new WaitingTurn<T>(byId, decide, () => store.Alone(asAsked, decide));
        var line = lines[(int)((ulong)byId.AddressId!.Value % (ulong)lines.Length)];
        ObjectDisposedException.ThrowIf(!line.Writer.TryWrite(waiting), store);
        return waiting.Result.WaitAsync(cancel);
    }

    /// <summary>Serves who is waiting, and takes nobody else.</summary>
    public async ValueTask DisposeAsync()
    {
        Array.ForEach(lines, line => line.Writer.TryComplete());
        await Task.WhenAll(served);
    }

    private async Task Serve(ChannelReader<WaitingTurn> line)
    {
        // A connection of its own: what the server has prepared for it stays warm.
        await using var carrier = store.Carrier();
        WaitingTurn? next = null;
        while (next is not null || await line.WaitToReadAsync())
        {
            // A second turn of an address waits for the first one's commit.
            var together = new SortedDictionary<long, WaitingTurn>();
            while (together.Count < MostTogether && (next is not null || line.TryRead(out next)) && together.TryAdd(next.Request.AddressId!.Value, next))
            {
                next = null;
            }

            await carrier.Carry([.. together.Values]);
        }
    }
}
