using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Microsoft.Data.Sqlite;

namespace Companion.Workflows.Storage;

/// <summary>A transaction on the one SQLite connection that writes. Statements are prepared once and kept.</summary>
internal sealed class SqliteSession(SqliteConnection connection, IReadOnlyDictionary<Type, RowMap> maps, Ids ids) : Session(maps, ids)
{
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

    public override string SkipLocked => "";

    public override string Lock => "";

    public override ValueTask<List<T>> Query<T>(string condition, params object?[] values)
    {
        var map = Map<T>();
        using var reader = Bind(map.Select + condition, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add((T)map.Read(reader));
        }

        return ValueTask.FromResult(rows);
    }

    public override ValueTask<bool> TryLock(string name) => ValueTask.FromResult(true);

    public override async ValueTask<Turn> Begin(TurnRequest request)
    {
        var found = request.AddressId ?? (long?)Bind(TurnQueries.FindAddress, TurnQueries.Values(request, 0)).ExecuteScalar();
        if (found is null)
        {
            var fresh = Addresses.New(NextId(), request);
            Run(Map<Address>().Insert, Map<Address>().Columns.Select(column => column.Get(fresh)).ToArray());
            found = fresh.Id;
        }

        var values = TurnQueries.Values(request, found.Value);
        return new Turn
        {
            Session = this,
            Now = request.At,
            Address = (await Ask<Address>(TurnQueries.Address)).Single(),
            ProviderId = request.ProviderId,
            IsDuplicate = request.ProviderId is not null && (await Ask<InboundMessage>(TurnQueries.Duplicate)).Count > 0,
            People = await Ask<Person>(TurnQueries.People),
            Open = await Ask<Conversation>(TurnQueries.Open),
            HandOffs = await Ask<HandOff>(TurnQueries.HandOffs),
            Recent = (await Ask<InboundMessage>(TurnQueries.Recent)).Reverse<InboundMessage>().ToList(),
            Said = await Ask<OutboundMessage>(TurnQueries.Said),
            Unsent = await Ask<OutboundMessage>(TurnQueries.Unsent),
        };

        ValueTask<List<T>> Ask<T>(string condition)
            where T : class => Query<T>(TurnQueries.ById(condition), values);
    }

    /// <summary>Runs a bare statement: BEGIN, SAVEPOINT, COMMIT.</summary>
    internal void Run(string sql, params object?[] values) => Bind(sql, values).ExecuteNonQuery();

    /// <summary>Takes a block of identifiers within the present transaction.</summary>
    internal long TakeBlock(long size) => (long)Bind(IdBlock.Take, size).ExecuteScalar()! - size;

    /// <summary>Closes the connection; an open transaction is rolled back.</summary>
    internal void Close()
    {
        foreach (var command in prepared.Values)
        {
            command.Dispose();
        }

        connection.Dispose();
    }

    /// <summary>Forgets what a failed piece of work had gathered.</summary>
    internal void Drop() => Forget();

    protected internal override ValueTask Commit()
    {
        foreach (var write in Writes)
        {
            Run(write.Sql, write.Parameters().Select(parameter => parameter.Value).ToArray());
        }

        Forget();
        return ValueTask.CompletedTask;
    }

    private SqliteCommand Bind(string sql, params object?[] values)
    {
        var uses = Statement.Of(sql).Uses;
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var use in uses)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = "@p" + use });
            }

            prepared.Add(sql, command);
        }

        for (var at = 0; at < uses.Length; at++)
        {
            command.Parameters[at].Value = values[uses[at]] ?? DBNull.Value;
        }

        return command;
    }
}
