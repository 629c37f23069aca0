using Azure.Core;
using Companion.Bot.Channels.Teams.Cards;

namespace Companion.Bot.Channels.Teams;

/// <summary>The parts of Teams.</summary>
public static class TeamsRegistration
{
    /// <summary>Registers the door always (without an app it lets nothing in, but in Development what this machine sends), and the loops.</summary>
    /// <param name="parts">Where to.</param>
    /// <param name="settings">The bot.</param>
    /// <param name="inDevelopment">True where the Playground may be used.</param>
    public static IServiceCollection AddTeams(this IServiceCollection parts, TeamsSettings settings, bool inDevelopment)
    {
        parts.AddHttpClient(nameof(SigningKeys), http => http.Timeout = TimeSpan.FromSeconds(10)).RemoveAllLoggers();
        parts.AddHttpClient(nameof(ConnectorClient), http => http.Timeout = ConnectorClient.Timeout)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false, // a token is for the host it was asked for
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers(); // addresses hold ids of people's accounts
        return parts
            .AddMetrics()
            .AddSingleton(settings)
            .AddSingleton(new TeamsSwitch(settings.IsUsed || inDevelopment))
            .AddDoor()
            .AddConnector(settings)
            .AddCards()
            .AddHostedService<ActivityLoop>()
            .AddHostedService<PostLoop>();
    }

    /// <summary>Maps <c>/api/messages</c>.</summary>
    public static void MapTeams(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/messages", http => http.RequestServices.GetRequiredService<MessagesEndpoint>().Handle(http));
        routes.MapMethods("/api/messages", [HttpMethods.Head], () => Results.Ok()); // the Playground asks whether anybody is there
    }

    private static IServiceCollection AddDoor(this IServiceCollection parts) => parts
        .AddSingleton<TeamsMeter>()
        .AddSingleton<SigningKeys>()
        .AddSingleton<TokenCheck>()
        .AddSingleton<ConnectorHosts>()
        .AddSingleton<ActivityGuard>()
        .AddSingleton<MessagesEndpoint>()
        .AddSingleton<StaffDirectory>()
        .AddSingleton<RoomDesk>()
        .AddSingleton<Notices>()
        .AddSingleton<ThreadReply>()
        .AddSingleton<Incoming>();

    private static IServiceCollection AddConnector(this IServiceCollection parts, TeamsSettings settings)
    {
        if (ConnectorToken.Credential(settings) is { } credential)
        {
            parts.AddSingleton(credential);
        }

        return parts
            .AddSingleton(all => new ConnectorToken(all.GetService<TokenCredential>()))
            .AddSingleton<ConversationPace>()
            .AddSingleton(all => ActivatorUtilities.CreateInstance<ConnectorClient>(all, all.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(ConnectorClient))));
    }

    private static IServiceCollection AddCards(this IServiceCollection parts) => parts
        .AddSingleton<HandOffCard>()
        .AddSingleton<DeskFacts>()
        .AddSingleton<DeskLines>()
        .AddSingleton<DeskCard>()
        .AddSingleton<SmallCards>()
        .AddSingleton<CardRoom>()
        .AddSingleton<StaffActs>()
        .AddSingleton<OpenChat>()
        .AddSingleton<DeskActions>()
        .AddSingleton<UnsentWords>()
        .AddSingleton<NoteLinesShown>()
        .AddSingleton<NoteCard>()
        .AddSingleton<NoteRoom>()
        .AddSingleton<NoteActions>()
        .AddSingleton<CardActions>()
        .AddSingleton<PostContent>()
        .AddSingleton<ShowPost>();
}
