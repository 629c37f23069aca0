namespace Companion.Bot.Sending;

/// <summary>How fast texts may be handed over.</summary>
/// <param name="PerSecond">Texts a second at most; null for as fast as it goes (the simulator).</param>
public sealed record SendPace(double? PerSecond);

/// <summary>Paces one lane of the sender: tokens drip in at a rate, at most a second's worth (or one) waits, and each text takes one.</summary>
internal sealed class TokenBucket(SendPace pace, TimeProvider time)
{
    private readonly double rate = pace.PerSecond ?? double.PositiveInfinity;
    private double tokens = Math.Max(1, pace.PerSecond ?? 1);
    private long filledAt = time.GetTimestamp();

    /// <summary>How many may go now.</summary>
    public int Available()
    {
        if (double.IsPositiveInfinity(rate))
        {
            return int.MaxValue;
        }

        var now = time.GetTimestamp();
        tokens = Math.Min(Math.Max(1, rate), tokens + (time.GetElapsedTime(filledAt, now).TotalSeconds * rate));
        filledAt = now;
        return (int)tokens;
    }

    /// <summary>That many went.</summary>
    public void Take(int count) => tokens -= double.IsPositiveInfinity(rate) ? 0 : count;

    /// <summary>How long until one may go.</summary>
    public TimeSpan UntilNext() =>
        double.IsPositiveInfinity(rate) || tokens >= 1 ? TimeSpan.Zero : TimeSpan.FromSeconds((1 - tokens) / rate) + TimeSpan.FromMilliseconds(1);
}
