using Companion.Workflows.Sending;

namespace Companion.Bot.Chat;

/// <summary>The parts of the web chat beside its page.</summary>
public static class ChatRegistration
{
    /// <summary>The site that "exit this page" goes to: one that anybody may have been reading.</summary>
    public const string ExitTo = "https://www.bbc.co.uk/weather";

    /// <summary>Adds the chat.</summary>
    public static void AddChat(this IServiceCollection services)
    {
        services.AddSingleton<ICarrier, ChatCarrier>();
        services.AddSingleton<ChatCookie>().AddSingleton<ChatPace>().AddSingleton<AnswerSoon>().AddSingleton<ChatEvents>();
    }

    /// <summary>Maps live updates and the exit.</summary>
    public static void MapChat(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/chat/events", (HttpContext context, ChatEvents events) => events.Handle(context, context.RequestAborted));

        // By way of us, so that the browser forgets the chat: "back" then shows an empty one.
        routes.MapGet("/exit", (HttpContext context, ChatCookie cookie) =>
        {
            cookie.Forget(context);
            return Results.Redirect(ExitTo);
        });
    }
}
