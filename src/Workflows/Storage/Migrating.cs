using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Companion.Workflows.Storage;

/// <summary>Bringing a database to this release's shape, on both databases.</summary>
internal static class Migrating
{
    /// <summary>Migrations are written by hand and have no snapshot to compare with; a test compares the schema itself.</summary>
    public static void Quiet(WarningsConfigurationBuilder warnings) =>
        warnings.Ignore(RelationalEventId.PendingModelChangesWarning);

    /// <summary>Applies what is missing.</summary>
    public static async Task Run(CompanionDb db, CancellationToken cancel)
    {
        if (db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal))
        {
            await RemoveLeftOverLock(db, cancel);
        }

        await db.Database.MigrateAsync(cancel);
    }

    /// <summary>Why the database cannot be used, or null.</summary>
    public static async Task<string?> Trouble(CompanionDb db, CancellationToken cancel)
    {
        try
        {
            var applied = await db.Database.GetAppliedMigrationsAsync(cancel);
            var known = db.Database.GetMigrations().ToList();
            return applied.Except(known, StringComparer.Ordinal).Any()
                ? "The database is of a newer release than this program."
                : known.Except(applied, StringComparer.Ordinal).Any() ? "The database has not been migrated to this release." : null;
        }
        catch (System.Data.Common.DbException trouble)
        {
            return "The database cannot be reached: " + trouble.Message;
        }
    }

    // Killed while migrating, SQLite keeps EF's lock row and the next start would wait for ever. A file has one Companion.
    private static async Task RemoveLeftOverLock(CompanionDb db, CancellationToken cancel)
    {
        var there = await db.Database.SqlQueryRaw<int>(
            "SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancel);
        if (there > 0)
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancel);
        }
    }
}
