namespace Companion.Bot.Sending;

/// <summary>Rung after a commit that left something to send, so that the sender does not wait for its next look.</summary>
public sealed class SenderBell
{
    private TaskCompletionSource next = Fresh();

    /// <summary>Completes at the next ring. Taken before looking for work, it misses none.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    /// <summary>Rings.</summary>
    public void Ring() => Interlocked.Exchange(ref next, Fresh()).TrySetResult();

    // Whoever rings is answering a provider and does not run the sender's work.
    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
