using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Companion.Workflows.Storage.Postgres;

/// <summary>PostgreSQL, which several Companions share: turns that wait together share a transaction, other work has one each.</summary>
public sealed class PostgresStore : IStore
{
    // How many turns go together changes from one batch to the next, and the tables grow: each statement is planned once, and by the
    // indexes. A row that another process will not let go of holds nobody up for long.
    private const string OfTurns =
        "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c lock_timeout=5s";

    // A process that hangs in the middle of its work lets go of what it locked.
    private const string OfAll = "-c idle_in_transaction_session_timeout=60s";

    private readonly NpgsqlDataSource source;
    private readonly NpgsqlDataSource ofTurns;
    private readonly NpgsqlDataSource ofBlocks;
    private readonly DbContextOptions<CompanionDb> options;
    private readonly IReadOnlyDictionary<Type, RowMap> maps;
    private readonly Ids ids;
    private readonly KnownAddresses known = new();
    private readonly TurnReader reader;
    private readonly SharedTurns turns;

    /// <summary>A store in the database of a connection string.</summary>
    public PostgresStore(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxAutoPrepare = 400, // every statement of a turn, in each number of rows it comes in
            AutoPrepareMinUsages = 2,
            ApplicationName = "Companion",
        };
        if (settings.MaxPoolSize == new NpgsqlConnectionStringBuilder().MaxPoolSize)
        {
            settings.MaxPoolSize = 24; // more only wait for each other's commits
        }

        settings.Options = $"{settings.Options} {OfAll}".Trim();
        source = NpgsqlDataSource.Create(settings);

        // Apart from the others: who holds a connection and waits for one of these never waits for itself.
        ofTurns = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(settings.ConnectionString)
        {
            MaxPoolSize = SharedTurns.MostLines,
            Options = $"{settings.Options} {OfTurns}",
        });
        ofBlocks = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(settings.ConnectionString) { MaxPoolSize = 1 });
        options = new DbContextOptionsBuilder<CompanionDb>()
            .UseNpgsql(source)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .ConfigureWarnings(Migrating.Quiet)
            .Options;
        using var db = Read();
        maps = RowMap.All(db.Model);
        ids = new Ids(TakeBlock);
        reader = new TurnReader(maps);
        turns = new SharedTurns(this);
    }

    /// <inheritdoc/>
    public async Task Migrate(CancellationToken cancel)
    {
        await using var db = Read();
        await Migrating.Run(db, cancel);
    }

    /// <inheritdoc/>
    public async Task<T> Write<T>(Func<Session, ValueTask<T>> work, CancellationToken cancel)
    {
        ids.Prepare();
        await using var connection = await source.OpenConnectionAsync(cancel);
        var transaction = new PostgresTransaction(connection);
        try
        {
            var session = In(transaction);
            var result = await work(session);
            await transaction.Commit([session]);
            return result;
        }
        catch
        {
            await transaction.Abandon();
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<T> Turn<T>(TurnRequest request, Func<Turn, ValueTask<T>> decide, CancellationToken cancel) =>
        known.WithId(request) is { } byId ? turns.Take(byId, request, decide, cancel) : Alone(request, decide, cancel);

    /// <inheritdoc/>
    public CompanionDb Read() => new(options);

    /// <inheritdoc/>
    public async Task<string?> Trouble(CancellationToken cancel)
    {
        await using var db = Read();
        return await Migrating.Trouble(db, cancel);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await turns.DisposeAsync();
        await ofTurns.DisposeAsync();
        await ofBlocks.DisposeAsync();
        await source.DisposeAsync();
    }

    /// <summary>A turn in a transaction of its own.</summary>
    internal Task<T> Alone<T>(TurnRequest request, Func<Turn, ValueTask<T>> decide, CancellationToken cancel = default) =>
        Write(async session => await decide(await session.Begin(request)), cancel);

    /// <summary>What carries turns that wait together.</summary>
    internal TurnCarrier Carrier() => new(ofTurns, reader, ids, In);

    private Session In(PostgresTransaction transaction) => new PostgresSession(transaction, maps, ids, reader, known);

    // On a connection of its own: blocks are taken whatever becomes of the turn, and gaps mean nothing.
    private long TakeBlock(long size)
    {
        var statement = Statement.Of(IdBlock.Take);
        using var command = ofBlocks.CreateCommand(statement.Positional);
        command.Parameters.Add(new NpgsqlParameter { Value = size });
        return (long)command.ExecuteScalar()! - size;
    }
}
