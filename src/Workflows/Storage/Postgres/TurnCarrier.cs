using Npgsql;

namespace Companion.Workflows.Storage.Postgres;

/// <summary>Carries turns that wait together through one transaction on a connection that it keeps.</summary>
internal sealed class TurnCarrier(NpgsqlDataSource source, TurnReader reader, Ids ids, Func<PostgresTransaction, Session> sessionIn) : IAsyncDisposable
{
    private NpgsqlConnection? kept;

    /// <summary>Carries them and tells whoever waits for each. A turn whose address is gone goes alone.</summary>
    public async Task Carry(IReadOnlyList<WaitingTurn> together)
    {
        PostgresTransaction? transaction = null;
        try
        {
            ids.Prepare();
            kept ??= await Open();
            transaction = new PostgresTransaction(kept);
            var sessions = together.Select(_ => sessionIn(transaction)).ToList();
            var turns = await reader.Read(transaction, [.. together.Select(waiting => waiting.Request)], sessions);
            var decided = new List<int>();
            for (var at = 0; at < together.Count; at++)
            {
                if (turns[at] is { } turn && await together[at].TryDecide(turn))
                {
                    decided.Add(at);
                }
            }

            await transaction.Commit(decided.ConvertAll(at => sessions[at]));
            decided.ForEach(at => together[at].Tell());
            await Alone(together.Where((_, at) => turns[at] is null));
        }
        catch (Exception trouble)
        {
            await GiveUp(transaction);
            if (transaction is { IsCommitting: true } && trouble is not PostgresException)
            {
                // The connection broke while it committed: nobody knows, and whoever waits must not be told that it happened.
                together.ToList().ForEach(waiting => waiting.Fail(trouble));
            }
            else
            {
                // Nothing happened to any. It may be the fault of one of them, or of a connection that had gone stale.
                await Alone(together.Where(waiting => !waiting.IsOver));
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => kept?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static Task Alone(IEnumerable<WaitingTurn> some) => Task.WhenAll(some.Select(waiting => waiting.Alone()));

    // A plan is made once, not for each number of turns that happen to go together, and always by the indexes: one that was made while
    // the tables were small would read the whole of them when they are not.
    private async Task<NpgsqlConnection> Open()
    {
        var connection = await source.OpenConnectionAsync();
        await using var plans = new NpgsqlCommand("SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off", connection);
        await plans.ExecuteNonQueryAsync();
        return connection;
    }

    private async ValueTask GiveUp(PostgresTransaction? transaction)
    {
        if (transaction is not null)
        {
            await transaction.Abandon();
        }

        if (kept is { } connection)
        {
            kept = null;
            await connection.DisposeAsync();
        }
    }
}
