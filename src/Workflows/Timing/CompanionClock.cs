using NodaTime;

namespace Companion.Workflows.Timing;

/// <summary>
/// Companion's own clock: the system's, plus what the simulator moved it forward. The framework keeps real time, or its tokens and
/// keys would expire with a simulated week.
/// </summary>
public sealed class CompanionClock(TimeProvider time) : IClock
{
    private long movedTicks;

    /// <summary>How far it was moved forward.</summary>
    public Duration Moved => Duration.FromTicks(Interlocked.Read(ref movedTicks));

    /// <inheritdoc/>
    public Instant GetCurrentInstant() => Instant.FromDateTimeOffset(time.GetUtcNow()) + Moved;

    /// <summary>Moves it forward; never back, for what has happened has happened.</summary>
    public void MoveForward(Duration by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, Duration.Zero);
        Interlocked.Add(ref movedTicks, (long)by.TotalTicks);
    }
}
