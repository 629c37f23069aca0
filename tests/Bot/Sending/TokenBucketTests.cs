using Companion.Bot.Sending;

namespace Companion.Bot.Tests.Sending;

public sealed class TokenBucketTests
{
    private readonly HandTime time = new();

    [Fact]
    public void One_a_second_goes_however_long_nothing_went()
    {
        var bucket = new TokenBucket(new SendPace(1), time);
        time.Pass(TimeSpan.FromHours(1));

        Assert.Equal(1, bucket.Available());
        bucket.Take(1);
        Assert.Equal(0, bucket.Available());
        time.Pass(TimeSpan.FromMilliseconds(900));
        Assert.Equal(0, bucket.Available());
        time.Pass(TimeSpan.FromMilliseconds(101));
        Assert.Equal(1, bucket.Available());
    }

    [Fact]
    public void A_rate_is_kept_over_a_minute_and_a_burst_is_a_second_of_it()
    {
        var bucket = new TokenBucket(new SendPace(10), time);
        var went = 0;
        for (var at = 0; at < 600; at++)
        {
            var most = bucket.Available();
            Assert.InRange(most, 0, 10);
            bucket.Take(most);
            went += most;
            time.Pass(TimeSpan.FromMilliseconds(100));
        }

        Assert.InRange(went, 600, 610);
    }

    [Fact]
    public void The_wait_for_the_next_is_long_enough_and_no_longer()
    {
        var bucket = new TokenBucket(new SendPace(0.5), time);
        Assert.Equal(TimeSpan.Zero, bucket.UntilNext());
        bucket.Take(bucket.Available());

        var wait = bucket.UntilNext();

        Assert.InRange(wait.TotalSeconds, 2, 2.01);
        time.Pass(wait);
        Assert.Equal(1, bucket.Available());
    }

    [Fact]
    public void Without_a_rate_everything_goes()
    {
        var bucket = new TokenBucket(new SendPace(null), time);
        bucket.Take(1_000_000);

        Assert.Equal(int.MaxValue, bucket.Available());
        Assert.Equal(TimeSpan.Zero, bucket.UntilNext());
    }

    private sealed class HandTime : TimeProvider
    {
        private long ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => ticks;

        public void Pass(TimeSpan by) => ticks += by.Ticks;
    }
}
