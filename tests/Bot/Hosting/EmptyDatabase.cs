using Companion.Workflows.Storage;

namespace Companion.Bot.Tests.Hosting;

/// <summary>An empty SQLite database of this release: migrated once in a run of the tests, and copied from then on, which is much quicker.</summary>
internal static class EmptyDatabase
{
    private static readonly Lazy<Task<byte[]>> Migrated = new(Migrate);

    /// <summary>Puts one there, where no file is yet.</summary>
    public static async Task At(string path) => await File.WriteAllBytesAsync(path, await Migrated.Value, TestContext.Current.CancellationToken);

    private static async Task<byte[]> Migrate()
    {
        var folder = Directory.CreateTempSubdirectory("companion-empty-").FullName;
        var path = Path.Combine(folder, "empty.db");
        await using (var store = new SqliteStore($"Data Source={path};Pooling=False"))
        {
            await store.Migrate(CancellationToken.None);
        }

        var whole = await File.ReadAllBytesAsync(path, CancellationToken.None);
        Directory.Delete(folder, recursive: true);
        return whole;
    }
}
