using System.Data.Common;
using Npgsql;

namespace Companion.Workflows.Storage.Postgres;

/// <summary>
/// Carries turns that wait together through one transaction on a connection that it keeps. A turn whose address is gone, or locked by
/// another process, goes alone, and nobody waits for it.
/// </summary>
internal sealed class TurnCarrier(NpgsqlDataSource source, TurnReader reader, Ids ids, Func<PostgresTransaction, Session> sessionIn) : IAsyncDisposable
{
    private readonly HashSet<Task> alone = [];
    private NpgsqlConnection? kept;

    /// <summary>Carries them and tells whoever waits for each. Never throws.</summary>
    public async Task Carry(IReadOnlyList<WaitingTurn> together)
    {
        PostgresTransaction? transaction = null;
        try
        {
            ids.Prepare();
            kept ??= await source.OpenConnectionAsync();
            transaction = new PostgresTransaction(kept);
            await Carry(transaction, together);
        }
        catch (Exception trouble)
        {
            await GiveUp(transaction);
            if (transaction is { IsCommitting: true } && IsUnknown(trouble))
            {
                // Whoever waits must not be told that it happened, and it must not happen twice.
                together.ToList().ForEach(waiting => waiting.Fail(trouble));
            }
            else
            {
                // Nothing happened to any. It may be the fault of one of them, or of a connection that had gone stale.
                LetGoAlone(together.Where(waiting => !waiting.IsOver));
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(alone);
        if (kept is not null)
        {
            await kept.DisposeAsync();
        }
    }

    private async Task Carry(PostgresTransaction transaction, IReadOnlyList<WaitingTurn> together)
    {
        var sessions = together.Select(_ => sessionIn(transaction)).ToList();
        var turns = await reader.Read(transaction, mayWait: false, [.. together.Select(waiting => waiting.Request)], sessions);
        var decided = new List<(WaitingTurn Waiting, Session Session)>();
        for (var at = 0; at < together.Count; at++)
        {
            if (turns[at] is { } turn && await together[at].TryDecide(turn))
            {
                decided.Add((together[at], sessions[at]));
            }
        }

        await transaction.Commit(decided.ConvertAll(one => one.Session));
        decided.ForEach(one => one.Waiting.Tell());
        LetGoAlone(together.Where((_, at) => turns[at] is null));
    }

    // A server that ends the connection says so with FATAL, and may have finished the commit before.
    private static bool IsUnknown(Exception trouble) => trouble is NpgsqlException and not PostgresException { InvariantSeverity: "ERROR" };

    private void LetGoAlone(IEnumerable<WaitingTurn> some)
    {
        alone.RemoveWhere(task => task.IsCompleted);
        alone.UnionWith(some.Select(waiting => waiting.Alone()));
    }

    private async ValueTask GiveUp(PostgresTransaction? transaction)
    {
        try
        {
            if (transaction is not null)
            {
                await transaction.Abandon();
            }

            if (kept is not null)
            {
                await kept.DisposeAsync();
            }
        }
        catch (Exception trouble) when (trouble is DbException or InvalidOperationException or IOException)
        {
            // The connection is past saving; the first trouble is the one to tell.
        }

        kept = null;
    }
}
