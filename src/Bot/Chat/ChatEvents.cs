using System.Globalization;
using Companion.Bot.Hosting;
using Companion.Workflows.Conversations;

namespace Companion.Bot.Chat;

/// <summary>Tells a browser that its chat has grown: the stamp is how many lines there are.</summary>
public sealed class ChatEvents(ReadChat read, ChatCookie cookie, TimeProvider time, IHostApplicationLifetime host)
{
    private readonly LiveStream live = new(time, host);

    /// <summary>Answers GET /chat/events; 204 (which tells a browser not to come back) when there is no chat.</summary>
    public async Task<IResult> Handle(HttpContext context, CancellationToken cancel) =>
        cookie.Read(context.Request) is { } id && await read.Session(id, cancel) is { } session && !read.IsOver(session)
            ? live.Open(context, async () => (await read.Count(session, CancellationToken.None)).ToString(CultureInfo.InvariantCulture), cancel)
            : Results.NoContent();
}
