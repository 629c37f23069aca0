using Companion.Workflows.Storage;

namespace Companion.Bot.Simulation;

/// <summary>A folder that is gone afterwards; in memory where the system has that, for nothing in it need outlive a power cut.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const string InMemory = "/dev/shm";

    private readonly string path = Directory.CreateDirectory(Path.Combine(
        Directory.Exists(InMemory) ? InMemory : Path.GetTempPath(),
        $"companion-simulate-{Environment.ProcessId}-{Interlocked.Increment(ref made)}")).FullName;

    private static int made;

    /// <summary>The one SQLite database in it, opened once more.</summary>
    public IStore OpenSqlite() => new SqliteStore($"Data Source={Path.Combine(path, "simulate.db")};Pooling=False");

    public void Dispose() => Directory.Delete(path, recursive: true);
}
