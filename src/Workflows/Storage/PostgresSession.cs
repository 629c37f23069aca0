using System.Data.Common;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Npgsql;
using NpgsqlTypes;

namespace Companion.Workflows.Storage;

/// <summary>
/// A transaction on PostgreSQL in as few round trips as it can be: a turn is one batch that opens, locks and reads, and one that
/// writes and commits.
/// </summary>
internal sealed class PostgresSession(
    NpgsqlConnection connection, IReadOnlyDictionary<Type, RowMap> maps, Ids ids, KnownAddresses known) : Session(maps, ids)
{
    private bool begun;

    public override string SkipLocked => " FOR UPDATE SKIP LOCKED";

    public override string Lock => " FOR UPDATE";

    public override async ValueTask<List<T>> Query<T>(string condition, params object?[] values)
    {
        await using var batch = Batch();
        Add(batch, Map<T>().Select + condition, values);
        await using var reader = await batch.ExecuteReaderAsync();
        return await Rows<T>(reader);
    }

    public override async ValueTask<bool> TryLock(string name)
    {
        await using var batch = Batch();
        Add(batch, "SELECT pg_try_advisory_xact_lock(hashtext(@p0))", [name]);
        return (bool)(await batch.ExecuteScalarAsync())!;
    }

    public override async ValueTask<Turn> Begin(TurnRequest request)
    {
        if (known.WithId(request) is { } byId && await Load(byId) is { } quickly)
        {
            return quickly;
        }

        var turn = await Load(request);
        if (turn is null)
        {
            var fresh = Addresses.New(NextId(), request);
            await Run(Map<Address>().Insert + " ON CONFLICT DO NOTHING", Map<Address>(), fresh);
            turn = await Load(request);
        }

        known.Remember(request, turn?.Address.Id ?? throw new InvalidOperationException("The address of a turn cannot be found."));
        return turn;
    }

    /// <summary>Rolls back; a broken connection has done so already.</summary>
    internal async ValueTask Abandon()
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

    /// <summary>Carries out what was gathered and commits, in one round trip.</summary>
    internal async ValueTask Commit()
    {
        if (Writes.Count == 0 && !begun)
        {
            return;
        }

        await using var batch = Batch();
        foreach (var write in Writes)
        {
            Add(batch, write);
        }

        batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
        await batch.ExecuteNonQueryAsync();
        Forget();
    }

    private async ValueTask<Turn?> Load(TurnRequest request)
    {
        var values = TurnQueries.Values(request, request.AddressId ?? 0);
        await using var batch = Batch();
        Ask<Address>(TurnQueries.Address, Lock);
        Add(batch, Map<InboundMessage>().Select + TurnQueries.Duplicate, values);
        Ask<Person>(TurnQueries.People);
        Ask<Conversation>(TurnQueries.Open);
        Ask<HandOff>(TurnQueries.HandOffs);
        Ask<InboundMessage>(TurnQueries.Recent);
        Ask<OutboundMessage>(TurnQueries.SafetySaid);
        Ask<OutboundMessage>(TurnQueries.Unsent, SkipLocked);
        await using var reader = await batch.ExecuteReaderAsync();
        var address = (await Rows<Address>(reader)).SingleOrDefault();
        if (address is null)
        {
            return null;
        }

        return new Turn
        {
            Session = this,
            Now = request.NotBefore(address),
            Address = address,
            ProviderId = request.ProviderId,
            IsDuplicate = (await Next<InboundMessage>()).Count > 0,
            People = await Next<Person>(),
            Open = await Next<Conversation>(),
            HandOffs = await Next<HandOff>(),
            Recent = (await Next<InboundMessage>()).Reverse<InboundMessage>().ToList(),
            SafetySaid = await Next<OutboundMessage>(),
            Unsent = await Next<OutboundMessage>(),
        };

        void Ask<T>(TurnQuestion question, string suffix = "") => Add(
            batch, Map<T>().Select + (request.AddressId is null ? question.ByValue : question.ById) + suffix, values);

        async ValueTask<List<T>> Next<T>()
            where T : class
        {
            await reader.NextResultAsync();
            return await Rows<T>(reader);
        }
    }

    private async ValueTask<List<T>> Rows<T>(NpgsqlDataReader reader)
        where T : class
    {
        var (map, rows) = (Map<T>(), new List<T>());
        while (await reader.ReadAsync())
        {
            rows.Add((T)map.Read(reader));
        }

        return rows;
    }

    private async ValueTask Run(string sql, RowMap map, object row)
    {
        await using var batch = Batch();
        Add(batch, new Write(sql, map, row, []));
        await batch.ExecuteNonQueryAsync();
    }

    private NpgsqlBatch Batch()
    {
        var batch = new NpgsqlBatch(connection);
        if (!begun)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand("BEGIN"));
            begun = true;
        }

        return batch;
    }

    private static void Add(NpgsqlBatch batch, string sql, object?[] values) =>
        Add(batch, sql, at => (values[at], values[at]?.GetType()));

    private static void Add(NpgsqlBatch batch, Write write) => Add(batch, write.Sql, at => (write.Value(at), write.Stored(at)));

    private static void Add(NpgsqlBatch batch, string sql, Func<int, (object? Value, Type? Stored)> valueOf)
    {
        var statement = Statement.Of(sql);
        var command = new NpgsqlBatchCommand(statement.Positional);
        foreach (var use in statement.Uses)
        {
            var (value, stored) = valueOf(use);
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = TypeOf(stored), Value = value ?? DBNull.Value });
        }

        batch.BatchCommands.Add(command);
    }

    private static NpgsqlDbType TypeOf(Type? stored) =>
        stored == typeof(long) ? NpgsqlDbType.Bigint
        : stored == typeof(int) ? NpgsqlDbType.Integer
        : stored == typeof(bool) ? NpgsqlDbType.Boolean
        : NpgsqlDbType.Text;
}
