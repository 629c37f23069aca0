using System.Threading.RateLimiting;

namespace Companion.Bot.Chat;

/// <summary>How fast one browser may write: faster than anybody types, slower than a script.</summary>
public sealed class ChatPace : IDisposable
{
    /// <summary>Messages at once; one more each second.</summary>
    public const int Burst = 20;

    private readonly PartitionedRateLimiter<long> limiter = PartitionedRateLimiter.Create<long, long>(session =>
        RateLimitPartition.GetTokenBucketLimiter(session, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = Burst,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));

    /// <summary>True when the session may write now.</summary>
    public bool Allows(long session)
    {
        using var lease = limiter.AttemptAcquire(session);
        return lease.IsAcquired;
    }

    /// <inheritdoc/>
    public void Dispose() => limiter.Dispose();
}
