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

    public override string IsAmong => "IN (SELECT value FROM json_each(@p0))";

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

    public override ValueTask WaitForLock(string name) => default; // writers stand in one line

    public override async ValueTask<Turn> Begin(TurnRequest request)
    {
        var values = TurnQueries.Values(request, request.AddressId ?? 0);
        var found = await Query<Address>(request.AddressId is null ? TurnQueries.ByName : TurnQueries.Address, values);
        var address = found.SingleOrDefault() ?? FirstContact(request);
        values = TurnQueries.Values(request, address.Id);
        return new Turn
        {
            Session = this,
            Now = request.NotBefore(address),
            Address = address,
            ProviderId = request.ProviderId,
            IsDuplicate = request.ProviderId is not null && (await Query<InboundMessage>(TurnQueries.Duplicate, values)).Count > 0,
            People = await Ask<Person>(TurnQueries.People),
            Open = await Ask<Conversation>(TurnQueries.Open),
            HandOffs = await Ask<HandOff>(TurnQueries.HandOffs),
            Recent = (await Ask<InboundMessage>(TurnQueries.Recent)).Reverse<InboundMessage>().ToList(),
            SafetySaid = await Ask<OutboundMessage>(TurnQueries.SafetySaid),
            Unsent = (await Ask<OutboundMessage>(TurnQueries.Unsent)).SingleOrDefault(),
        };

        ValueTask<List<T>> Ask<T>(string question)
            where T : class => Query<T>(question, values);
    }

    protected override ValueTask<int> Now(string sql, params object?[] values) => ValueTask.FromResult(Bind(sql, values).ExecuteNonQuery());

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

    /// <summary>Carries out what was gathered.</summary>
    internal void WriteGathered()
    {
        foreach (var write in Writes)
        {
            Bind(write.Sql, write.Value).ExecuteNonQuery();
        }

        Forget();
    }

    // Gathered like every other row: until the commit nothing is written.
    private Address FirstContact(TurnRequest request)
    {
        var address = Addresses.New(NextId(), request);
        Insert(address);
        return address;
    }

    private SqliteCommand Bind(string sql, params object?[] values) => Bind(sql, at => values[at]);

    private SqliteCommand Bind(string sql, Func<int, object?> valueOf)
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
            command.Parameters[at].Value = valueOf(uses[at]) ?? DBNull.Value;
        }

        return command;
    }
}
