using Companion.Bot.Channels;
using Companion.Workflows.Sending;

namespace Companion.Bot.Sending;

/// <summary>
/// One lane of the sender. It claims no more than may go at once, so that what waits, waits in our own outbox, where safety comes
/// first; and it goes on claiming while a slow provider keeps earlier messages.
/// </summary>
internal sealed partial class SendingLane(Lane lane, TokenBucket bucket, SendDue send, SenderBell bell, TimeProvider time, ILogger log)
{
    private const int MostAtOnce = 32;
    private const int MostOnTheirWay = 128;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    // Another process is claiming, or all that was looked at was refused.
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(20);

    // What is not a text is looked for again only after a breath: a busy hour rings hundreds of times a second, nearly always for a
    // text, and each look costs the database a transaction.
    private readonly TimeSpan breath = lane == Lane.Texts ? TimeSpan.Zero : TimeSpan.FromMilliseconds(20);

    private readonly HashSet<Task> onTheirWay = [];
    private int count;

    /// <summary>Sends until it is told to stop, then waits for what is on its way.</summary>
    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var rung = bell.Next;
            try
            {
                if (!await Round(stop))
                {
                    await Either(rung, Poll, stop);
                    await Task.Delay(breath, time, stop);
                }
            }
            catch (Exception trouble) when (!stop.IsCancellationRequested)
            {
                LogFailed(log, Trouble.Of(trouble));
                await Either(Task.Delay(Timeout.InfiniteTimeSpan, time, stop), Poll, stop);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        await Task.WhenAll(onTheirWay); // an answer that is waited for is an outcome that is known
    }

    // True when there may be more to do at once.
    private async Task<bool> Round(CancellationToken stop)
    {
        onTheirWay.RemoveWhere(task => task.IsCompleted);
        var most = Math.Min(Math.Min(bucket.Available(), MostAtOnce), MostOnTheirWay - Volatile.Read(ref count));
        if (most <= 0)
        {
            await Either(onTheirWay.Count == 0 ? Task.Delay(bucket.UntilNext(), time, stop) : Task.WhenAny(onTheirWay), Wait(), stop);
            return true;
        }

        var (claimed, mayBeMore) = await send.Claim(most, lane, stop);
        if (claimed.Count == 0)
        {
            if (mayBeMore)
            {
                await Task.Delay(LookAgain, time, stop);
            }

            return mayBeMore;
        }

        bucket.Take(claimed.Count);
        Interlocked.Add(ref count, claimed.Count);
        onTheirWay.Add(Carry(claimed));
        return true;
    }

    private async Task Carry(IReadOnlyList<OutboundMessage> claimed)
    {
        await Task.Yield();
        try
        {
            await send.Carry(claimed, CancellationToken.None);
        }
        catch (Exception trouble)
        {
            LogFailed(log, Trouble.Of(trouble)); // their lease runs out, and what became of them is asked
        }
        finally
        {
            Interlocked.Add(ref count, -claimed.Count);
        }
    }

    private TimeSpan Wait() => bucket.UntilNext() is { Ticks: > 0 } wait ? wait : Poll;

    private async Task Either(Task first, TimeSpan wait, CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Task.WhenAny(first, Task.Delay(wait, time, over.Token));
        await over.CancelAsync();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of the sender failed: {Trouble}")]
    private static partial void LogFailed(ILogger log, string trouble);
}
