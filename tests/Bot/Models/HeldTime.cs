namespace Companion.Bot.Tests.Models;

/// <summary>
/// A time that stands until somebody moves it: timers fall due when it is moved past them. Short waits, like the one before a second try, do not
/// wait at all.
/// </summary>
internal sealed class HeldTime : TimeProvider
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(3);

    private readonly Lock turn = new();
    private readonly List<Held> timers = [];
    private DateTimeOffset now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How long each short wait would have been.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Held(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves on; what falls due meanwhile happens before this returns.</summary>
    public void Move(TimeSpan by)
    {
        List<Held> due;
        lock (turn)
        {
            now += by;
            due = timers.FindAll(timer => timer.DueAt <= now);
            timers.RemoveAll(due.Contains);
        }

        due.ForEach(timer => timer.Fire());
    }

    private sealed class Held(HeldTime time, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset DueAt { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.turn)
            {
                time.timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                {
                    return true;
                }

                if (dueTime < Short)
                {
                    time.Waits.Add(dueTime);
                    ThreadPool.UnsafeQueueUserWorkItem(_ => Fire(), null);
                    return true;
                }

                DueAt = time.now + dueTime;
                time.timers.Add(this);
                return true;
            }
        }

        public void Dispose()
        {
            lock (time.turn)
            {
                time.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
