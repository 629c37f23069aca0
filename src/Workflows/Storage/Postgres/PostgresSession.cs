using Companion.Workflows.People;
using Npgsql;

namespace Companion.Workflows.Storage.Postgres;

/// <summary>One piece of work in a transaction on PostgreSQL.</summary>
internal sealed class PostgresSession(
    PostgresTransaction transaction, IReadOnlyDictionary<Type, RowMap> maps, Ids ids, TurnReader turns, KnownAddresses known) : Session(maps, ids)
{
    private const string MakeKnown = " ON CONFLICT DO NOTHING";

    public override string SkipLocked => " FOR UPDATE SKIP LOCKED";

    public override string Lock => " FOR UPDATE";

    public override string IsAmong => "IN (SELECT value::bigint FROM json_array_elements_text(@p0::json))";

    public override async ValueTask<List<T>> Query<T>(string condition, params object?[] values)
    {
        var (map, rows) = (Map<T>(), new List<T>());
        await using var batch = Batch(map.Select + condition, at => values[at]);
        await using var reader = await batch.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add((T)map.Read(reader));
        }

        return rows;
    }

    // The server gives a lock to a transaction, and turns that share one do not see each other's writes: it is the first one's alone.
    public override async ValueTask<bool> TryLock(string name)
    {
        if (transaction.HolderOf(name) is { } holder)
        {
            return holder == this;
        }

        await using var batch = Batch("SELECT pg_try_advisory_xact_lock(hashtext(@p0))", _ => name);
        return (bool)(await batch.ExecuteScalarAsync())! && transaction.Hold(name, this);
    }

    public override async ValueTask WaitForLock(string name) => await Now("SELECT pg_advisory_xact_lock(hashtext(@p0))", name);

    public override async ValueTask<Turn> Begin(TurnRequest request)
    {
        var byId = request.AddressId is null ? request with { AddressId = await Find(request) } : request;
        return (await turns.Read(transaction, mayWait: true, [byId], [this]))[0]
            ?? throw new InvalidOperationException("The address of a turn cannot be found.");
    }

    protected override async ValueTask<int> Now(string sql, params object?[] values)
    {
        await using var batch = Batch(sql, at => values[at]);
        return Math.Max(0, await batch.ExecuteNonQueryAsync());
    }

    // An address that writes for the first time is made, unless another process does so at this very moment.
    private async ValueTask<long> Find(TurnRequest request)
    {
        var (map, fresh) = (Map<Address>(), Addresses.New(NextId(), request));
        var values = TurnQueries.Values(request, fresh.Id);
        await using var batch = Batch(map.Insert + MakeKnown, at => map.Columns[at].Get(fresh), at => map.Columns[at].Stored);
        batch.BatchCommands.Add(PostgresTransaction.Command($"SELECT \"Id\" FROM \"{map.Table}\" {TurnQueries.ByName}", at => values[at]));
        var id = (long)(await batch.ExecuteScalarAsync())!;
        known.Remember(request, id);
        return id;
    }

    private NpgsqlBatch Batch(string sql, Func<int, object?> valueOf, Func<int, Type>? storedAs = null)
    {
        var batch = transaction.Batch();
        batch.BatchCommands.Add(PostgresTransaction.Command(sql, valueOf, storedAs));
        return batch;
    }
}
