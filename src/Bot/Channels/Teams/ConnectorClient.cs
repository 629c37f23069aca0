using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Identity;
using Companion.Workflows.StaffRooms;
using NodaTime;
using Polly;

namespace Companion.Bot.Channels.Teams;

/// <summary>The calls of a connector's REST API that we need. It sends nothing to a host that is not allowed.</summary>
public sealed class ConnectorClient(HttpClient http, ConnectorToken token, ConnectorHosts hosts, ConversationPace pace, TimeProvider time)
{
    /// <summary>The longest one try may take.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(12);

    private static readonly TimeSpan LongestLookUp = TimeSpan.FromSeconds(5);

    private static readonly JsonSerializerOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ResiliencePipeline<HttpResponseMessage> retry = ConnectorRetry.Pipeline(time);

    /// <summary>Posts into a conversation, or into a thread of it.</summary>
    public async Task<ConnectorAnswer> Post(StaffRoom room, string conversationId, JsonObject activity, CancellationToken cancel)
    {
        var answer = await Send(room, HttpMethod.Post, conversationId, $"v3/conversations/{Uri.EscapeDataString(conversationId)}/activities", activity, cancel);
        return conversationId == room.ConversationId ? answer : OfOnePost(answer);
    }

    /// <summary>Puts an activity in the place of an earlier one.</summary>
    public async Task<ConnectorAnswer> Put(StaffRoom room, string conversationId, string activityId, JsonObject activity, CancellationToken cancel) => OfOnePost(await Send(
        room, HttpMethod.Put, conversationId, $"v3/conversations/{Uri.EscapeDataString(conversationId)}/activities/{Uri.EscapeDataString(activityId)}", activity, cancel));

    /// <summary>Begins a conversation: a thread of a channel, or somebody's personal chat.</summary>
    public Task<ConnectorAnswer> Create(StaffRoom room, JsonObject conversation, CancellationToken cancel) =>
        Send(room, HttpMethod.Post, room.ConversationId, "v3/conversations", conversation, cancel);

    /// <summary>What the platform knows of a member of a conversation; null when it knows of none. Somebody waits, so it is not asked for long.</summary>
    /// <exception cref="MemberNotKnownNowException">It did not say.</exception>
    public async Task<JsonObject?> Member(StaffRoom room, string userId, CancellationToken cancel)
    {
        using var enough = new CancellationTokenSource(LongestLookUp, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, enough.Token);
        var (answer, body) = await Try(
            room, HttpMethod.Get, $"v3/conversations/{Uri.EscapeDataString(room.ConversationId)}/members/{Uri.EscapeDataString(userId)}", null, cancel, either.Token);
        return answer switch
        {
            ConnectorAnswer.Taken => Json(body) ?? throw new MemberNotKnownNowException("The answer cannot be read."),
            ConnectorAnswer.NotNow later => throw new MemberNotKnownNowException(later.Reason),
            _ => null,
        };
    }

    private async Task<ConnectorAnswer> Send(StaffRoom room, HttpMethod method, string conversationId, string path, JsonObject body, CancellationToken cancel)
    {
        await pace.Wait(conversationId, cancel);
        return (await Try(room, method, path, body, cancel, cancel)).Answer;
    }

    // What is given up because it took too long was not answered; what the caller gave up is nobody's any more.
    private async Task<(ConnectorAnswer Answer, string Body)> Try(
        StaffRoom room, HttpMethod method, string path, JsonObject? sent, CancellationToken cancel, CancellationToken enough)
    {
        try
        {
            using var answer = await Ask(room, method, path, sent, enough);
            if (answer is null)
            {
                return (new ConnectorAnswer.Refused(0), "");
            }

            var body = await answer.Content.ReadAsStringAsync(enough);
            return (Read(answer, body), body);
        }
        catch (AuthenticationFailedException)
        {
            return (new ConnectorAnswer.NotNow("The bot could not get its own token. Look at Teams:ClientSecret or Teams:ManagedIdentity."), "");
        }
        catch (Exception trouble) when (IsOfTheWay(trouble, cancel))
        {
            return (new ConnectorAnswer.NotNow("Teams could not be reached, or did not answer."), "");
        }
    }

    private async Task<HttpResponseMessage?> Ask(StaffRoom room, HttpMethod method, string path, JsonObject? body, CancellationToken cancel)
    {
        if (!hosts.Allows(room.ServiceUrl))
        {
            return null;
        }

        var address = new Uri($"{room.ServiceUrl.TrimEnd('/')}/{path}");
        var bearer = await token.Get(cancel);
        var text = body?.ToJsonString(Writing);
        return await retry.ExecuteAsync(
            async stop =>
            {
                using var request = new HttpRequestMessage(method, address)
                {
                    Content = text is null ? null : new StringContent(text, Encoding.UTF8, "application/json"),
                };
                request.Headers.Authorization = bearer is null ? null : new AuthenticationHeaderValue("Bearer", bearer);
                return await http.SendAsync(request, stop);
            },
            cancel);
    }

    // Somebody may have deleted it: whether the room is there shows when something new is posted.
    private static ConnectorAnswer OfOnePost(ConnectorAnswer answer) => answer is ConnectorAnswer.Gone gone ? new ConnectorAnswer.Lost(gone.Status) : answer;

    private static bool IsOfTheWay(Exception trouble, CancellationToken cancel) =>
        trouble is HttpRequestException or IOException || (trouble is OperationCanceledException && !cancel.IsCancellationRequested);

    private static ConnectorAnswer Read(HttpResponseMessage answer, string body)
    {
        var status = (int)answer.StatusCode;
        return answer.StatusCode switch
        {
            >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => Taken(Json(body)),
            HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone => new ConnectorAnswer.Gone(status),
            HttpStatusCode.Unauthorized => new ConnectorAnswer.NotNow("Teams does not accept the bot's token. Look at Teams:AppId, Teams:TenantId and the secret."),
            HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError =>
                new ConnectorAnswer.NotNow($"Teams answered with HTTP status {status}.", ConnectorRetry.AfterOf(answer) is { } wait ? Duration.FromTimeSpan(wait) : null),
            _ => new ConnectorAnswer.Refused(status),
        };
    }

    private static ConnectorAnswer.Taken Taken(JsonObject? said) => new(Text(said, "activityId") ?? Text(said, "id") ?? "", Text(said, "id"));

    /// <summary>A text property of an answer, or null.</summary>
    internal static string? Text(JsonObject? said, string name) => said?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static JsonObject? Json(string body)
    {
        try
        {
            return body.Length == 0 ? null : JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
