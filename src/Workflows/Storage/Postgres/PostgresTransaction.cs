using System.Data.Common;
using Npgsql;

namespace Companion.Workflows.Storage.Postgres;

/// <summary>
/// One transaction on PostgreSQL, which one piece of work or several turns share, in as few round trips as it can be: it opens with
/// the first questions and commits with the writes.
/// </summary>
internal sealed class PostgresTransaction(NpgsqlConnection connection)
{
    private readonly Dictionary<string, Session> locks = [];
    private bool begun;

    /// <summary>True from the moment the commit is sent: should the connection break then, nobody knows what became of it.</summary>
    public bool IsCommitting { get; private set; }

    /// <summary>Whose a lock of this transaction is; null when it is nobody's here.</summary>
    public Session? HolderOf(string name) => locks.GetValueOrDefault(name);

    /// <summary>Gives a lock of this transaction to one of those who share it; true when it is theirs.</summary>
    public bool Hold(string name, Session holder) => locks.TryAdd(name, holder) || locks[name] == holder;

    /// <summary>Commands that go in one round trip; the first of all opens the transaction.</summary>
    public NpgsqlBatch Batch()
    {
        var batch = new NpgsqlBatch(connection);
        if (!begun)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand("BEGIN"));
            begun = true;
        }

        return batch;
    }

    /// <summary>A statement with @p0, @p1 and so on, as PostgreSQL wants it.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="valueOf">The value of each.</param>
    /// <param name="storedAs">What the database holds for each; left out, it is what the value is.</param>
    public static NpgsqlBatchCommand Command(string sql, Func<int, object?> valueOf, Func<int, Type>? storedAs = null)
    {
        var statement = Statement.Of(sql);
        var command = new NpgsqlBatchCommand(statement.Positional);
        foreach (var use in statement.Uses)
        {
            var value = valueOf(use);
            command.Parameters.Add(PostgresType.Of(storedAs?.Invoke(use) ?? value?.GetType()).Single(value));
        }

        return command;
    }

    /// <summary>Carries out what each piece of work gathered and commits, in one round trip.</summary>
    public async ValueTask Commit(IReadOnlyList<Session> sessions)
    {
        if (!begun && sessions.All(session => session.Writes.Count == 0))
        {
            return;
        }

        await using var batch = Batch();
        foreach (var command in Commands(sessions))
        {
            batch.BatchCommands.Add(command);
        }

        batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
        IsCommitting = true;
        await batch.ExecuteNonQueryAsync();
    }

    /// <summary>Rolls back; a broken connection has done so already.</summary>
    public async ValueTask Abandon()
    {
        if (!begun || connection.State != System.Data.ConnectionState.Open)
        {
            return;
        }

        try
        {
            await using var command = new NpgsqlCommand("ROLLBACK", connection);
            await command.ExecuteNonQueryAsync();
        }
        catch (DbException)
        {
            // The connection is gone, and the transaction with it; the first error is the one to tell.
        }
    }

    // Rows of a kind go together, whoever's they are: no row is said twice by one piece of work. A statement comes after what its
    // piece said before it, and before what it said after.
    private static IEnumerable<NpgsqlBatchCommand> Commands(IReadOnlyList<Session> sessions)
    {
        var pieces = sessions.Select(session => new Queue<Write>(session.Writes)).ToList();
        while (pieces.Exists(piece => piece.Count > 0))
        {
            foreach (var kind in pieces.SelectMany(TakeNext<RowWrite>).ToList().GroupBy(row => row.Sql))
            {
                foreach (var command in ManyRows.Write([.. kind]))
                {
                    yield return command;
                }
            }

            foreach (var statement in pieces.SelectMany(TakeNext<StatementWrite>))
            {
                yield return Command(statement.Sql, statement.Value);
            }
        }
    }

    private static IEnumerable<T> TakeNext<T>(Queue<Write> piece)
        where T : Write
    {
        while (piece.TryPeek(out var next) && next is T found)
        {
            piece.Dequeue();
            yield return found;
        }
    }
}
