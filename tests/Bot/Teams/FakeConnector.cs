using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Companion.Bot.Tests.Teams;

/// <summary>How the connector misbehaves, once.</summary>
internal enum Fault
{
    TooMany,
    Precondition,
    BadGateway,
    Forbidden,
    NotFound,

    /// <summary>It takes what it is given and answers late.</summary>
    Slow,

    /// <summary>It takes what it is given, and the answer is lost.</summary>
    LostAnswer,

    TooManyForLong,
}

/// <summary>Something the bot posted, as it stands now.</summary>
internal sealed record Posted(string Conversation, string Id)
{
    public JsonObject Activity { get; set; } = [];

    public int Times { get; set; }

    public JsonObject? Card => Activity["attachments"]?[0]?["content"] as JsonObject;

    public string Summary => (string?)Activity["summary"] ?? "";

    public string Text => (string?)Activity["text"] ?? "";

    /// <summary>Everything that is read in it, buttons included.</summary>
    public string Everything => Activity.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

/// <summary>Teams' side of the protocol, over real HTTP: the connector, which keeps what is posted, and the published keys of the tokens it signs.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    public const string BotToken = "a token of the bot";

    private readonly WebApplication app;
    private readonly Lock gate = new();
    private readonly List<Posted> posts = [];
    private readonly HashSet<string> deleted = [];
    private int ids = 1000;

    private FakeConnector(WebApplication app) => this.app = app;

    public TokenMint Mint { get; } = new();

    public ConcurrentQueue<Fault> Faults { get; } = new();

    /// <summary>Conversations that are gone for good.</summary>
    public ConcurrentDictionary<string, int> Gone { get; } = new(StringComparer.Ordinal);

    /// <summary>Accounts that have the app, and whose chat it may open.</summary>
    public ConcurrentDictionary<string, bool> Installed { get; } = new(StringComparer.Ordinal);

    /// <summary>What members of conversations are known by: account id to Entra id and address.</summary>
    public ConcurrentDictionary<string, (string EntraId, string Upn)> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>Accounts of whom nothing is answered, until it is.</summary>
    public ConcurrentDictionary<string, TaskCompletionSource> Silent { get; } = new(StringComparer.Ordinal);

    /// <summary>What the next questions for a member are answered with.</summary>
    public ConcurrentQueue<int> MemberFaults { get; } = new();

    /// <summary>Which account was asked for, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>The Authorization of every call to the connector.</summary>
    public ConcurrentBag<string> Authorizations { get; } = [];

    /// <summary>While it is set nothing is answered at all; when it is done, whoever waited hears that Teams is not there.</summary>
    public TaskCompletionSource? Away { get; set; }

    public int Calls => calls;

    private int calls;

    public string Address => app.Urls.Single();

    public string ServiceUrl => Address + "/teams/";

    public string Metadata => Address + "/.well-known/openidconfiguration";

    public IReadOnlyList<Posted> Posts
    {
        get
        {
            lock (gate)
            {
                return [.. posts];
            }
        }
    }

    public static async Task<FakeConnector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var built = builder.Build();
        var fake = new FakeConnector(built);
        built.MapGet("/.well-known/openidconfiguration", () => Results.Text(fake.Mint.Metadata(fake.Address), "application/json"));
        built.MapGet("/.well-known/keys", () => Results.Text(fake.Mint.Keys(), "application/json"));
        built.MapPost("/teams/v3/conversations", http => fake.Handle(http, body => fake.Begin(body)));
        built.MapPost("/teams/v3/conversations/{conversation}/activities", http => fake.Handle(http, body => fake.Post(Of(http, "conversation"), body)));
        built.MapPut("/teams/v3/conversations/{conversation}/activities/{activity}", http =>
            fake.Handle(http, body => fake.Put(Of(http, "conversation"), Of(http, "activity"), body)));
        built.MapGet("/teams/v3/conversations/{conversation}/members/{member}", (string member, CancellationToken stop) => fake.Member(member, stop));
        await built.StartAsync(TestContext.Current.CancellationToken);
        return fake;
    }

    /// <summary>What stands in a conversation, its threads included, in the order it was posted.</summary>
    public IReadOnlyList<Posted> In(string conversation) => Posts.Where(post => post.Conversation.Split(';')[0] == conversation).ToList();

    /// <summary>Takes a post away, as somebody does who deletes a card.</summary>
    public void Delete(string id)
    {
        lock (gate)
        {
            posts.RemoveAll(post => post.Id == id);
            deleted.Add(id);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        Mint.Dispose();
    }

    private static string Of(HttpContext http, string name) => (string)http.Request.RouteValues[name]!;

    private async Task Handle(HttpContext http, Func<JsonObject, (int Status, JsonObject Body)> work)
    {
        Interlocked.Increment(ref calls);
        Authorizations.Add(http.Request.Headers.Authorization.ToString());
        if (Away is { } away)
        {
            await away.Task.WaitAsync(http.RequestAborted);
            http.Response.StatusCode = 503;
            return;
        }

        var body = (await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted))!.AsObject();
        if (!Faults.TryDequeue(out var fault))
        {
            await Answer(http, work(body));
            return;
        }

        switch (fault)
        {
            case Fault.Slow:
                var late = work(body);
                await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, http.RequestAborted);
                await Answer(http, late);
                break;
            case Fault.LostAnswer:
                work(body);
                http.Abort();
                break;
            case Fault.TooMany:
                http.Response.Headers.RetryAfter = "1";
                http.Response.StatusCode = 429;
                break;
            case Fault.TooManyForLong:
                http.Response.Headers.RetryAfter = "60";
                http.Response.StatusCode = 429;
                break;
            default:
                http.Response.StatusCode = fault switch { Fault.Precondition => 412, Fault.BadGateway => 502, Fault.Forbidden => 403, _ => 404 };
                break;
        }
    }

    private static Task Answer(HttpContext http, (int Status, JsonObject Body) answer)
    {
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(answer.Body.ToJsonString());
    }

    private (int Status, JsonObject Body) Begin(JsonObject body)
    {
        if (body["members"] is JsonArray members)
        {
            // The app has to be installed for them.
            var account = (string)members[0]!["id"]!;
            return Installed.ContainsKey(account) ? (201, new JsonObject { ["id"] = "a:" + account["29:".Length..] }) : (403, []);
        }

        var channel = (string)body["channelData"]!["channel"]!["id"]!;
        if (Gone.TryGetValue(channel, out var status))
        {
            return (status, []);
        }

        var id = Next();
        Keep(new Posted($"{channel};messageid={id}", id) { Activity = body["activity"]!.DeepClone().AsObject(), Times = 1 });
        return (201, new JsonObject { ["id"] = $"{channel};messageid={id}", ["activityId"] = id });
    }

    private async Task<IResult> Member(string account, CancellationToken stop)
    {
        Asked.Enqueue(account);
        if (Silent.TryGetValue(account, out var until))
        {
            await until.Task.WaitAsync(stop);
        }

        return MemberFaults.TryDequeue(out var status) ? Results.StatusCode(status)
            : Members.TryGetValue(account, out var known) ? Results.Json(new { id = account, aadObjectId = known.EntraId, userPrincipalName = known.Upn })
            : Results.NotFound();
    }

    private (int Status, JsonObject Body) Post(string conversation, JsonObject activity)
    {
        if (Gone.TryGetValue(conversation.Split(';')[0], out var status))
        {
            return (status, []);
        }

        lock (gate)
        {
            if (deleted.Contains(conversation.Split(";messageid=")[^1]))
            {
                return (404, []);
            }
        }

        var id = Next();
        Keep(new Posted(conversation, id) { Activity = activity.DeepClone().AsObject(), Times = 1 });
        return (201, new JsonObject { ["id"] = id });
    }

    private (int Status, JsonObject Body) Put(string conversation, string id, JsonObject activity)
    {
        lock (gate)
        {
            if (Gone.TryGetValue(conversation.Split(';')[0], out var status))
            {
                return (status, []);
            }

            if (posts.Find(post => post.Conversation == conversation && post.Id == id) is not { } post)
            {
                return (404, []);
            }

            post.Activity = activity.DeepClone().AsObject();
            post.Times++;
            return (200, new JsonObject { ["id"] = id });
        }
    }

    private void Keep(Posted post)
    {
        lock (gate)
        {
            posts.Add(post);
        }
    }

    private string Next() => Interlocked.Increment(ref ids).ToString(CultureInfo.InvariantCulture);
}
