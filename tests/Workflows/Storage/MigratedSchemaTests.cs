using Companion.Tests.Support;
using Companion.Workflows.Storage;
using Companion.Workflows.Storage.Postgres;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Companion.Workflows.Tests.Storage;

/// <summary>
/// Migrations are written by hand and have no snapshot: here what they make is held equal to the model, column by column and index
/// by index, on both databases.
/// </summary>
public sealed class MigratedSchemaTests
{
    private const string SqliteShape =
        """
        SELECT m.name || '.' || c.name || ' ' || c.type || ' notnull=' || c."notnull" || ' pk=' || c.pk AS "Value"
        FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE '\_\_%' ESCAPE '\' AND m.name NOT LIKE 'sqlite%'
        UNION ALL
        SELECT replace(sql, char(10), ' ') FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL
        ORDER BY 1
        """;

    private const string PostgresShape =
        """
        SELECT table_name || '.' || column_name || ' ' || data_type || ' null=' || is_nullable AS "Value"
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_%'
        UNION ALL
        SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_%'
        ORDER BY 1
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_SQLite_migrations_make_what_the_model_says()
    {
        var folder = Directory.CreateTempSubdirectory("companion-schema-").FullName;
        var migrated = $"Data Source={Path.Combine(folder, "migrated.db")};Pooling=False";
        var created = $"Data Source={Path.Combine(folder, "created.db")};Pooling=False";
        await using (var store = new SqliteStore(migrated))
        {
            await store.Migrate(Cancel);
        }

        Assert.Equal(await Shape(Sqlite(created), create: true, SqliteShape), await Shape(Sqlite(migrated), create: false, SqliteShape));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task On_PostgreSQL_migrations_make_what_the_model_says()
    {
        var (migrated, created) = (PostgresServer.NewDatabase(), PostgresServer.NewDatabase());
        await using (var store = new PostgresStore(migrated))
        {
            await store.Migrate(Cancel);
        }

        Assert.Equal(await Shape(Postgres(created), create: true, PostgresShape), await Shape(Postgres(migrated), create: false, PostgresShape));
    }

    [Fact]
    public async Task A_lock_left_by_a_killed_migration_does_not_stop_the_next_start()
    {
        var folder = Directory.CreateTempSubdirectory("companion-lock-").FullName;
        var file = $"Data Source={Path.Combine(folder, "locked.db")};Pooling=False";
        await using (var connection = new SqliteConnection(file))
        {
            await connection.OpenAsync(Cancel);
            await using var command = connection.CreateCommand();
            command.CommandText =
                """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-22');
                """;
            await command.ExecuteNonQueryAsync(Cancel);
        }

        await using (var store = new SqliteStore(file))
        {
            await store.Migrate(Cancel).WaitAsync(TimeSpan.FromSeconds(60), Cancel);
            Assert.Null(await store.Trouble(Cancel));
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<List<string>> Shape(DbContextOptions<CompanionDb> options, bool create, string query)
    {
        await using var db = new CompanionDb(options);
        if (create)
        {
            await db.Database.EnsureCreatedAsync(Cancel);
        }

        return await db.Database.SqlQueryRaw<string>(query).ToListAsync(Cancel);
    }

    private static DbContextOptions<CompanionDb> Sqlite(string connection) => new DbContextOptionsBuilder<CompanionDb>().UseSqlite(connection).Options;

    private static DbContextOptions<CompanionDb> Postgres(string connection) => new DbContextOptionsBuilder<CompanionDb>().UseNpgsql(connection).Options;
}
