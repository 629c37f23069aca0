using Companion.Workflows.People;
using Companion.Workflows.Sending;

namespace Companion.Workflows.Storage;

/// <summary>
/// One open transaction: rows are read with a condition in SQL, writes are gathered and carried out together before the commit.
/// On SQLite everything completes at once on the writer's thread; on PostgreSQL each call is a round trip.
/// </summary>
public abstract class Session(IReadOnlyDictionary<Type, RowMap> maps, Ids ids)
{
    private readonly List<Write> writes = [];

    /// <summary>What the transaction will write, in order.</summary>
    internal IReadOnlyList<Write> Writes => writes;

    /// <summary>The suffix that locks rows and passes over those another process has; nothing where there is one writer.</summary>
    public abstract string SkipLocked { get; }

    /// <summary>The suffix that locks the rows read; nothing where there is one writer.</summary>
    public abstract string Lock { get; }

    /// <summary>What follows a column that is to be one of the numbers in @p0, a JSON array.</summary>
    public abstract string IsAmong { get; }

    /// <summary>The next identifier.</summary>
    public long NextId() => ids.Next();

    /// <summary>The map of a kind of row.</summary>
    public RowMap Map<T>() => maps[typeof(T)];

    /// <summary>Adds a row.</summary>
    public void Insert<T>(T row)
        where T : class => writes.Add(new RowWrite(Map<T>(), row, IsNew: true));

    /// <summary>Writes a row as it is at the commit, once, however often it is said.</summary>
    public void Update<T>(T row)
        where T : class
    {
        if (!writes.Exists(write => write is RowWrite { Row: var said } && ReferenceEquals(said, row)))
        {
            writes.Add(new RowWrite(Map<T>(), row, IsNew: false));
        }
    }

    /// <summary>Removes a row.</summary>
    public void Delete<T>(T row)
        where T : class => writes.Add(new StatementWrite(Map<T>().Delete, [Map<T>().Id(row)]));

    /// <summary>Adds a statement with parameters @p0, @p1 and so on.</summary>
    public void Execute(string sql, params object?[] values) => writes.Add(new StatementWrite(sql, values));

    /// <summary>The rows of a kind that meet a condition ("WHERE ..." with @p0, @p1 and so on).</summary>
    public abstract ValueTask<List<T>> Query<T>(string condition, params object?[] values)
        where T : class;

    /// <summary>Takes a lock of this name until the commit, unless another process has it. One writer alone always gets it.</summary>
    public abstract ValueTask<bool> TryLock(string name);

    /// <summary>
    /// Takes a lock of this name until the commit, after whoever has it: what is read then is as they left it. Not within turns, which
    /// share transactions and would wait for each other.
    /// </summary>
    public abstract ValueTask WaitForLock(string name);

    /// <summary>
    /// Counts one more unless there are <paramref name="most"/> already: at once, so that turns which share a transaction, and other
    /// processes, never count too many together. Should the turn fail after all, it may stay counted.
    /// </summary>
    public virtual async ValueTask<bool> TryCount(DayCount of, int most) =>
        await Now(BegunOnDay.Up, NextId(), (int)of.Class, NodaTime.Text.LocalDatePattern.Iso.Format(of.Day), of.ServiceId, most) > 0;

    /// <summary>Reads everything a turn about one address needs, and locks the address until the commit.</summary>
    public abstract ValueTask<Turn> Begin(TurnRequest request);

    /// <summary>Carries a statement out now, within the transaction; how many rows it changed.</summary>
    protected abstract ValueTask<int> Now(string sql, params object?[] values);

    /// <summary>Forgets what was gathered.</summary>
    protected void Forget() => writes.Clear();
}

/// <summary>Something a transaction will write.</summary>
/// <param name="Sql">As a statement with @p0, @p1 and so on.</param>
internal abstract record Write(string Sql)
{
    /// <summary>The value of parameter @pN, as stored.</summary>
    public abstract object? Value(int at);
}

/// <summary>A row, as it is when it is written.</summary>
internal sealed record RowWrite(RowMap Map, object Row, bool IsNew) : Write(IsNew ? Map.Insert : Map.Update)
{
    public override object? Value(int at) => Map.Columns[at].Get(Row);
}

/// <summary>A statement with its values.</summary>
internal sealed record StatementWrite(string Sql, object?[] Values) : Write(Sql)
{
    public override object? Value(int at) => Values[at];
}

/// <summary>Which address a turn is about.</summary>
/// <param name="ServiceId">The service's key.</param>
/// <param name="Channel">How the words came.</param>
/// <param name="Value">The number or chat token; null when <paramref name="AddressId"/> says which.</param>
/// <param name="AddressId">The address's id, when known.</param>
/// <param name="ProviderId">The provider's id of the message, for the inbox.</param>
/// <param name="At">The one instant of the turn.</param>
public sealed record TurnRequest(
    string ServiceId,
    Channel Channel,
    string? Value,
    long? AddressId,
    string? ProviderId,
    NodaTime.Instant At)
{
    /// <summary>A turn about an address that is known by its id.</summary>
    public static TurnRequest About(string serviceId, long addressId, NodaTime.Instant at) =>
        new(serviceId, Channel.Sms, null, addressId, null, at);

    /// <summary>
    /// The turn's moment: when it was asked for, but never before the last words from there. Two messages at once may come to the lock
    /// the other way round, and the clocks of two machines differ; a reply that was earlier by the clock would overtake one before it.
    /// </summary>
    internal NodaTime.Instant NotBefore(Address address) =>
        address.LastHeardAt is { } heard ? NodaTime.Instant.Max(At, heard) : At;
}
