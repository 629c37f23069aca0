using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Companion.Workflows.Conversations;

namespace Companion.Bot.Chat;

/// <summary>
/// Tells a browser that its chat has grown, as server-sent events. An event carries no words, only how many lines there are; the
/// page then asks for them. A browser that comes back says which number it saw last.
/// </summary>
public sealed class ChatEvents(ReadChat read, ChatCookie cookie, TimeProvider time, IHostApplicationLifetime host)
{
    private const int MostStreams = 2_000;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Sign = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private int streams;

    /// <summary>Answers GET /chat/events; 204 (which tells a browser not to come back) when there is no chat.</summary>
    public async Task<IResult> Handle(HttpContext context, CancellationToken cancel)
    {
        if (cookie.Read(context.Request) is not { } id || await read.Session(id, cancel) is not { } session || read.IsOver(session))
        {
            return Results.NoContent();
        }

        if (Volatile.Read(ref streams) >= MostStreams)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        var seen = int.TryParse(context.Request.Headers["Last-Event-ID"].ToString(), CultureInfo.InvariantCulture, out var last) ? last : (int?)null;
        return TypedResults.ServerSentEvents(Watch(session, seen, cancel));
    }

    private async IAsyncEnumerable<SseItem<string>> Watch(ChatSession session, int? seen, [EnumeratorCancellation] CancellationToken cancel)
    {
        Interlocked.Increment(ref streams);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, host.ApplicationStopping);
        try
        {
            var (began, told) = (time.GetTimestamp(), time.GetTimestamp());
            while (!stop.IsCancellationRequested && time.GetElapsedTime(began) < Longest)
            {
                var count = await read.Count(session, CancellationToken.None);
                if (count != seen || time.GetElapsedTime(told) > Sign)
                {
                    yield return Grown(count, count == seen ? "still" : "grown");
                    (seen, told) = (count, time.GetTimestamp());
                }

                await Task.Delay(Look, time, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        finally
        {
            Interlocked.Decrement(ref streams);
        }
    }

    private static SseItem<string> Grown(int count, string kind)
    {
        var number = count.ToString(CultureInfo.InvariantCulture);
        return new SseItem<string>(number, kind) { EventId = number, ReconnectionInterval = TimeSpan.FromSeconds(2) };
    }
}
