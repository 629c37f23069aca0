using NodaTime;

namespace Companion.Bot.Simulation;

/// <summary>What is going to happen, by its time; of two at one time the one that was planned first.</summary>
internal sealed class Happenings
{
    private readonly PriorityQueue<Func<Task>, (Instant At, long Order)> queue = new();
    private long planned;

    /// <summary>The time of the next one; the end of time when there is none.</summary>
    public Instant Next => queue.TryPeek(out _, out var when) ? when.At : Instant.MaxValue;

    public void At(Instant at, Func<Task> what) => queue.Enqueue(what, (at, planned++));

    public Func<Task> Take() => queue.Dequeue();
}
