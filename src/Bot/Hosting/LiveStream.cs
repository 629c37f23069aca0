using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace Companion.Bot.Hosting;

/// <summary>
/// Tells a browser that what it shows has changed, as server-sent events. An event carries no words, only a stamp of how things are; the
/// page then asks for them. A browser that comes back says which stamp it saw last.
/// </summary>
public sealed class LiveStream(TimeProvider time, IHostApplicationLifetime host)
{
    private const int MostStreams = 2_000;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Sign = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private int streams;

    /// <summary>Opens one; 503 when there are too many.</summary>
    /// <param name="context">The request.</param>
    /// <param name="stamp">How things are now: another one whenever something has changed.</param>
    /// <param name="cancel">The browser went away.</param>
    public IResult Open(HttpContext context, Func<Task<string>> stamp, CancellationToken cancel)
    {
        if (Volatile.Read(ref streams) >= MostStreams)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        var seen = context.Request.Headers["Last-Event-ID"].ToString();
        return TypedResults.ServerSentEvents(Watch(stamp, seen.Length == 0 ? null : seen, cancel));
    }

    private async IAsyncEnumerable<SseItem<string>> Watch(Func<Task<string>> stamp, string? seen, [EnumeratorCancellation] CancellationToken cancel)
    {
        Interlocked.Increment(ref streams);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, host.ApplicationStopping);
        try
        {
            var (began, told) = (time.GetTimestamp(), time.GetTimestamp());
            while (!stop.IsCancellationRequested && time.GetElapsedTime(began) < Longest)
            {
                var now = await stamp();
                if (now != seen || time.GetElapsedTime(told) > Sign)
                {
                    yield return new SseItem<string>(now, now == seen ? "still" : "grown") { EventId = now, ReconnectionInterval = TimeSpan.FromSeconds(2) };
                    (seen, told) = (now, time.GetTimestamp());
                }

                await Task.Delay(Look, time, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        finally
        {
            Interlocked.Decrement(ref streams);
        }
    }
}
