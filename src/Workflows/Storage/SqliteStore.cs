using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Companion.Workflows.Storage;

/// <summary>
/// SQLite with one writer: work waits in one line, and what waits together shares a commit. A piece that fails takes nothing of its
/// neighbours with it: it decides before it writes, and should a row of it be refused, each piece goes again in a commit of its own.
/// Readers see the last commit and wait for nobody.
/// </summary>
public sealed class SqliteStore : IStore
{
    private const int MostPerCommit = 64;

    /// <summary>SQLite's code for a row that a constraint refused.</summary>
    private const int Constraint = 19;

    private readonly Channel<Piece> line = System.Threading.Channels.Channel.CreateUnbounded<Piece>(new() { SingleReader = true });
    private readonly string connectionString;
    private readonly DbContextOptions<CompanionDb> options;
    private readonly Ids ids;
    private readonly Thread writer;
    private SqliteSession? session;

    /// <summary>A store in the file of a connection string ("Data Source=...").</summary>
    public SqliteStore(string connectionString)
    {
        this.connectionString = new SqliteConnectionStringBuilder(connectionString) { DefaultTimeout = 5 }.ToString();
        options = new DbContextOptionsBuilder<CompanionDb>()
            .UseSqlite(this.connectionString)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .ConfigureWarnings(Migrating.Quiet)
            .Options;
        ids = new Ids(TakeBlock);
        writer = new Thread(WriteUntilClosed) { IsBackground = true, Name = "SQLite writer" };
        writer.Start();
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
        var piece = new Piece<T>(work);
        if (!line.Writer.TryWrite(piece))
        {
            throw new ObjectDisposedException(nameof(SqliteStore));
        }

        return await piece.Result.WaitAsync(cancel);
    }

    /// <inheritdoc/>
    public Task<T> Turn<T>(TurnRequest request, Func<Turn, ValueTask<T>> decide, CancellationToken cancel) =>
        Write(async session => await decide(await session.Begin(request)), cancel);

    /// <inheritdoc/>
    public async Task Scrub(CancellationToken cancel)
    {
        await using var db = Read();
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancel); // the log still has the pages as they were
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
    public ValueTask DisposeAsync()
    {
        if (line.Writer.TryComplete())
        {
            writer.Join();
        }

        return ValueTask.CompletedTask;
    }

    private void WriteUntilClosed()
    {
        var waiting = new List<Piece>(MostPerCommit);
        while (line.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (waiting.Count < MostPerCommit && line.Reader.TryRead(out var piece))
            {
                waiting.Add(piece);
            }

            WriteTogether(waiting);
            waiting.Clear();
        }

        session?.Close();
    }

    private void WriteTogether(List<Piece> pieces)
    {
        try
        {
            session ??= Open();
            ids.Prepare(); // in a commit of its own: a block that a rollback gave back would be given out twice
            if (!TryCommit(session, pieces))
            {
                pieces.FindAll(piece => !piece.IsOver).ForEach(piece => TryCommit(session, [piece]));
            }
        }
        catch (SqliteException trouble)
        {
            // A full disk, a locked or vanished database: nobody's work happened, everybody is told, and the next try starts afresh.
            session?.Close();
            session = null;
            pieces.ForEach(piece => piece.Fail(trouble));
        }
    }

    // False when a row was refused: then nothing happened to any of them, and the one it belongs to was told if it was alone.
    private static bool TryCommit(SqliteSession session, IReadOnlyList<Piece> pieces)
    {
        session.Run("BEGIN IMMEDIATE");
        foreach (var piece in pieces)
        {
            if (!TryDecide(session, piece))
            {
                continue;
            }

            try
            {
                session.WriteGathered();
            }
            catch (SqliteException trouble) when (trouble.SqliteErrorCode == Constraint)
            {
                session.Drop();
                session.Run("ROLLBACK");
                if (pieces.Count == 1)
                {
                    piece.Fail(trouble);
                }

                return false;
            }
        }

        session.Run("COMMIT");
        foreach (var piece in pieces)
        {
            piece.Tell();
        }

        return true;
    }

    // Until it is written nothing of a piece is in the database, so one that throws is simply forgotten.
    private static bool TryDecide(SqliteSession session, Piece piece)
    {
        try
        {
            piece.Decide(session);
            return true;
        }
        catch (Exception trouble) when (trouble is not SqliteException)
        {
            session.Drop();
            piece.Fail(trouble);
            return false;
        }
    }

    private SqliteSession Open()
    {
        var connection = new SqliteConnection(connectionString + ";Pooling=False");
        connection.Open();
        using var db = Read();
        var opened = new SqliteSession(connection, RowMap.All(db.Model), ids);
        opened.Run("PRAGMA journal_mode = WAL");
        opened.Run("PRAGMA synchronous = FULL"); // a commit is on the disk before anybody is told
        opened.Run("PRAGMA foreign_keys = ON");
        opened.Run("PRAGMA secure_delete = ON"); // what was forgotten is not left in free space
        return opened;
    }

    private long TakeBlock(long size) => session!.TakeBlock(size);

    private abstract class Piece
    {
        /// <summary>True when whoever waits for it has been told.</summary>
        public abstract bool IsOver { get; }

        /// <summary>Reads and decides; what is to be written is gathered in the session.</summary>
        public abstract void Decide(SqliteSession session);

        public abstract void Tell();

        public abstract void Fail(Exception trouble);
    }

    private sealed class Piece<T>(Func<Session, ValueTask<T>> work) : Piece
    {
        private readonly TaskCompletionSource<T> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T outcome = default!;

        public Task<T> Result => result.Task;

        public override bool IsOver => result.Task.IsCompleted;

        public override void Decide(SqliteSession session)
        {
            var running = work(session);
            if (!running.IsCompleted)
            {
                throw new InvalidOperationException("Work in the store awaited something that is not the store.");
            }

            outcome = running.GetAwaiter().GetResult();
        }

        public override void Tell() => result.TrySetResult(outcome);

        public override void Fail(Exception trouble) => result.TrySetException(trouble);
    }
}
