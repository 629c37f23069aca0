using NodaTime;

namespace Companion.Bot.Simulation;

/// <summary>A clock that jumps to the next happening. It never stands still between two acts, so no two have the same instant.</summary>
internal sealed class VirtualClock(Instant begin) : IClock
{
    private static readonly Duration Tick = Duration.FromMilliseconds(1);

    public Instant Now { get; private set; } = begin;

    public Instant GetCurrentInstant() => Now;

    /// <summary>A millisecond passes.</summary>
    public void Step() => Now += Tick;

    /// <summary>Jumps forward to a whole millisecond; an instant that has passed only lets a millisecond pass.</summary>
    public void JumpTo(Instant at)
    {
        var whole = Instant.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()); // what is stored is no finer than 100 ns
        Now = whole > Now ? whole : Now + Tick;
    }
}
