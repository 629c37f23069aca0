using System.Data;
using System.Data.Common;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Sending;

namespace Companion.Workflows.Storage;

/// <summary>
/// A session in which nothing is ever written: it reads a database and keeps what was said to it in memory, so that features can be
/// carried out to see what they would do. A row that is read again, or looked up by its id, is as it was left.
/// </summary>
internal sealed class RehearsalSession(DbConnection connection, IReadOnlyDictionary<Type, RowMap> maps) : Session(maps, NeverGivenOut()), IDisposable
{
    private const string ById = "WHERE \"Id\" = @p0";

    private readonly Dictionary<(Type, long), object?> known = [];
    private readonly Dictionary<DayCount, int> begun = [];
    private readonly List<OutboundMessage> sent = [];
    private readonly Dictionary<string, DbCommand> prepared = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string SkipLocked => "";

    /// <inheritdoc/>
    public override string Lock => "";

    /// <inheritdoc/>
    public override string IsAmong => throw new InvalidOperationException("A rehearsal looks at one address after the other.");

    /// <summary>The rows that were added since this was last asked.</summary>
    public IReadOnlyList<object> Take()
    {
        var added = Writes.OfType<RowWrite>().Where(write => write.IsNew).ToList();
        added.ForEach(write => known[(write.Row.GetType(), (long)write.Map.Id(write.Row)!)] = write.Row);
        Forget();
        return added.ConvertAll(write => write.Row);
    }

    /// <summary>A text that goes counts for those after it.</summary>
    public void Sent(OutboundMessage text, NodaTime.Instant at)
    {
        text.SentAt = at;
        sent.Add(text);
    }

    /// <inheritdoc/>
    public override ValueTask<List<T>> Query<T>(string condition, params object?[] values)
    {
        var (map, rows) = (Map<T>(), new List<T>());
        if (condition == ById && known.GetValueOrDefault((typeof(T), (long)values[0]!)) is T kept)
        {
            return ValueTask.FromResult<List<T>>([kept]);
        }

        using var reader = Bind(map.Select + condition, values).ExecuteReader();
        while (reader.Read())
        {
            var row = map.Read(reader);
            var key = (typeof(T), (long)map.Id(row)!);
            known.TryAdd(key, row);
            rows.Add((T)known[key]!);
        }

        if (condition == GateLook.SentTo)
        {
            rows.AddRange(sent.Where(text => text.AddressId == (long)values[0]! && text.SentAt!.Value.ToUnixTimeTicks() >= (long)values[1]!).Cast<T>());
        }

        return ValueTask.FromResult(rows);
    }

    /// <inheritdoc/>
    public override ValueTask<bool> TryLock(string name) => ValueTask.FromResult(true);

    /// <inheritdoc/>
    public override ValueTask WaitForLock(string name) => default;

    /// <inheritdoc/>
    public override async ValueTask<bool> TryCount(DayCount of, int most)
    {
        if (!begun.TryGetValue(of, out var count))
        {
            count = (await Query<BegunOnDay>(BegunOnDay.Of, of.ServiceId, NodaTime.Text.LocalDatePattern.Iso.Format(of.Day), (int)of.Class)).Sum(day => day.Begun);
        }

        begun[of] = Math.Min(most, count + 1);
        return count < most;
    }

    /// <inheritdoc/>
    public override async ValueTask<Turn> Begin(TurnRequest request)
    {
        var address = (await Find(request)).SingleOrDefault() ?? FirstContact(request);
        var values = TurnQueries.Values(request, address.Id);
        return new Turn
        {
            Session = this,
            Now = request.NotBefore(address),
            Address = address,
            ProviderId = request.ProviderId,
            IsDuplicate = false,
            People = await Query<Person>(TurnQueries.People, values),
            Open = await Query<Conversation>(TurnQueries.Open, values),
            HandOffs = await Query<HandOff>(TurnQueries.HandOffs, values),
            Recent = [],
            SafetySaid = [],
            Unsent = null,
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in prepared.Values)
        {
            command.Dispose();
        }
    }

    /// <inheritdoc/>
    protected override ValueTask<int> Now(string sql, params object?[] values) => throw new InvalidOperationException("Nothing is written in a rehearsal.");

    private ValueTask<List<Address>> Find(TurnRequest request) => request.AddressId is { } id
        ? Query<Address>(ById, id)
        : Query<Address>(TurnQueries.ByName, request.ServiceId, request.Channel.ToString(), request.Value);

    private Address FirstContact(TurnRequest request)
    {
        var address = Addresses.New(NextId(), request);
        known.Add((typeof(Address), address.Id), address);
        return address;
    }

    private static Ids NeverGivenOut()
    {
        var next = long.MaxValue / 2;
        return new Ids(size => (next += size) - size);
    }

    private DbCommand Bind(string sql, object?[] values)
    {
        var uses = Statement.Of(sql).Uses;
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var use in uses)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.DbType) = ($"@p{use}", values[use] is string or null ? DbType.String : values[use] is int ? DbType.Int32 : DbType.Int64);
                command.Parameters.Add(parameter);
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
