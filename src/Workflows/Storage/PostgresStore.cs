using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Companion.Workflows.Storage;

/// <summary>PostgreSQL: a connection and a transaction for each piece of work; several Companions share one database.</summary>
public sealed class PostgresStore : IStore
{
    private readonly NpgsqlDataSource source;
    private readonly DbContextOptions<CompanionDb> options;
    private readonly IReadOnlyDictionary<Type, RowMap> maps;
    private readonly Ids ids;
    private readonly KnownAddresses known = new();

    /// <summary>A store in the database of a connection string.</summary>
    public PostgresStore(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            ApplicationName = "Companion",
        };
        if (!connectionString.Contains("Maximum Pool Size", StringComparison.OrdinalIgnoreCase))
        {
            settings.MaxPoolSize = 24; // more only wait for each other's commits
        }

        source = NpgsqlDataSource.Create(settings);
        options = new DbContextOptionsBuilder<CompanionDb>()
            .UseNpgsql(source)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .ConfigureWarnings(Migrating.Quiet)
            .Options;
        using var db = Read();
        maps = RowMap.All(db.Model);
        ids = new Ids(TakeBlock);
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
        var session = new PostgresSession(connection, maps, ids, known);
        try
        {
            var result = await work(session);
            await session.Commit();
            return result;
        }
        catch
        {
            await session.Abandon();
            throw;
        }
    }

    /// <inheritdoc/>
    public CompanionDb Read() => new(options);

    /// <inheritdoc/>
    public async Task<string?> Trouble(CancellationToken cancel)
    {
        await using var db = Read();
        return await Migrating.Trouble(db, cancel);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => source.DisposeAsync();

    // On a connection of its own: blocks are taken whatever becomes of the turn, and gaps mean nothing.
    private long TakeBlock(long size)
    {
        var statement = Statement.Of(IdBlock.Take);
        using var command = source.CreateCommand(statement.Positional);
        command.Parameters.Add(new NpgsqlParameter { Value = size });
        return (long)command.ExecuteScalar()! - size;
    }
}
