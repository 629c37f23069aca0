namespace Companion.Workflows.Storage;

/// <summary>Where everything is kept. Two of these, SQLite and PostgreSQL, meet one contract.</summary>
public interface IStore : IAsyncDisposable
{
    /// <summary>Brings the database to this release's shape.</summary>
    Task Migrate(CancellationToken cancel);

    /// <summary>
    /// Runs <paramref name="work"/> in one transaction. When the task completes, everything is durable; when it throws, nothing
    /// happened, unless the connection broke in the middle of the commit: then nobody knows.
    /// </summary>
    /// <param name="work">
    /// May be called on another thread, and awaits only what the session gives it: on SQLite all writers wait in one line.
    /// </param>
    /// <param name="cancel">Gives up waiting; work already begun is finished.</param>
    Task<T> Write<T>(Func<Session, ValueTask<T>> work, CancellationToken cancel);

    /// <summary>
    /// The one way in for everything that is about an address: reads what concerns it under its lock, decides, and commits.
    /// </summary>
    /// <param name="request">Which address, and when.</param>
    /// <param name="decide">As the work of <see cref="Write"/>. May be asked again when its first transaction was refused.</param>
    /// <param name="cancel">Gives up waiting; what stands in line is carried out all the same.</param>
    Task<T> Turn<T>(TurnRequest request, Func<Turn, ValueTask<T>> decide, CancellationToken cancel);

    /// <summary>
    /// After words were taken out for good: leaves as little of them behind in files as the database lets us. PostgreSQL's own vacuum clears
    /// away old rows in its time.
    /// </summary>
    Task Scrub(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>A context for reading, without tracking. Writing through it is a mistake.</summary>
    CompanionDb Read();

    /// <summary>Null when the database can be reached and has this release's shape, else why not.</summary>
    Task<string?> Trouble(CancellationToken cancel);
}

/// <summary>Turns that tell what came of them.</summary>
public static class Turns
{
    /// <summary>A turn whose <see cref="Turn.AfterCommit"/> is told once it is durable; of a turn decided twice, the decision that was kept.</summary>
    public static async Task<T> TurnAndTell<T>(this IStore store, TurnRequest request, Func<Turn, ValueTask<T>> decide, CancellationToken cancel)
    {
        Turn? last = null;
        var decided = await store.Turn(
            request,
            turn =>
            {
                last = turn;
                return decide(turn);
            },
            cancel);
        last!.AfterCommit.ForEach(tell => tell());
        return decided;
    }
}
