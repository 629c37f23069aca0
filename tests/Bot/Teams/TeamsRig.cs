using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Core;
using Companion.Bot.Tests.Hosting;
using Companion.Bot.Tests.LinkWorkers;
using Companion.Dialogs;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Sending;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Companion.Workflows.Workers;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Companion.Bot.Tests.Teams;

/// <summary>A worker with their account in Teams.</summary>
internal sealed record Staff(Worker Worker, string EntraId)
{
    /// <summary>Their personal chat with the bot.</summary>
    public string Chat => "a:" + EntraId;

    public string Account => "29:" + EntraId;
}

/// <summary>A whole Companion with Teams' side of the protocol, on a weekday at eleven in the morning.</summary>
internal sealed class TeamsRig : IAsyncDisposable
{
    public const string Tenant = "11111111-1111-4111-8111-111111111111";
    public const string Channel = "19:triage@thread.tacv2";
    public const string Bot = "28:" + TokenMint.App;

    private readonly HttpClient http = new();
    private int activities;

    private TeamsRig(CompanionApp app, FakeConnector teams) => (App, Teams) = (app, teams);

    public CompanionApp App { get; }

    public FakeConnector Teams { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Task<TeamsRig> Start(params string[] settings) => Start(_ => { }, settings);

    /// <summary>One in which notes are drafted by <see cref="QuotingSummariser"/>.</summary>
    public static Task<TeamsRig> StartQuoting() => Start(parts => parts.AddSingleton(QuotingSummariser.All));

    private static async Task<TeamsRig> Start(Action<IServiceCollection> besides, params string[] settings)
    {
        var teams = await FakeConnector.Start();
        var app = await CompanionApp.Start(
            builder => besides(builder.Services.AddSingleton(ShippedDialogs.Book()).AddSingleton<TokenCredential>(new StandingCredential())),
            [
                $"--Teams:AppId={TokenMint.App}", $"--Teams:TenantId={Tenant}", $"--Teams:OpenIdMetadata={teams.Metadata}", "--Teams:ServiceHosts=127.0.0.1",
                $"--Services:sample:TeamsChannel={Channel}", "--Services:sample:HandOffs:QuickReplies:1=I will phone you today.", .. settings,
            ]);
        await app.Part<IStore>().Write(
            session =>
            {
                session.Execute("DELETE FROM \"Workers\""); // those who are invented for Development would be told of everything too
                return ValueTask.FromResult(0);
            },
            Cancel);
        var rig = new TeamsRig(app, teams);
        rig.MoveTo(new LocalTime(11, 0));
        return rig;
    }

    /// <summary>The clock goes forward to a time of day of a weekday.</summary>
    public void MoveTo(LocalTime time)
    {
        var clock = App.Part<CompanionClock>();
        var now = clock.GetCurrentInstant().Local();
        var day = now.TimeOfDay < time ? now.Date : now.Date.PlusDays(1);
        while (day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
        {
            day = day.PlusDays(1);
        }

        clock.MoveForward((day + time).Instant() - clock.GetCurrentInstant());
    }

    /// <summary>The app is added to the team of the channel.</summary>
    public Task AddToTeam() => Send(Activity("conversationUpdate", Channel, "29:owner", "owner", changed =>
    {
        changed["conversation"]!["conversationType"] = "channel";
        changed["conversation"]!["isGroup"] = true;
        changed["membersAdded"] = new JsonArray(new JsonObject { ["id"] = Bot });
        changed["channelData"]!["team"] = new JsonObject { ["id"] = Channel };
    }));

    /// <summary>Somebody works here, and has the app in Teams.</summary>
    public async Task<Staff> Employ(string name, bool inTeams = true, WorkerRole role = WorkerRole.LinkWorker, string email = "")
    {
        var user = $"33333333-3333-4333-8333-{name.Length:000}{name.Sum(letter => (int)letter):000000000}";
        var worker = await App.Part<IStore>().Write(
            session =>
            {
                var row = new Worker { Id = session.NextId(), ServiceId = CompanionApp.Service, Name = name, ShownName = name.Split(' ')[0], EntraId = user, Role = role, Email = email, Hours = "Mon-Sun 00:00-24:00" };
                session.Insert(row);
                return ValueTask.FromResult(row);
            },
            Cancel);
        var staff = new Staff(worker, user);
        if (inTeams)
        {
            await Send(Personal(staff, "installationUpdate", changed => changed["action"] = "add"));
        }

        return staff;
    }

    /// <summary>A person asks for a human being; the hand-off.</summary>
    public async Task<HandOff> AskedForAPerson(string number)
    {
        var receipt = await App.Text(number, "Hello");
        await App.Text(number, "9");
        return (await App.All<HandOff>()).Single(one => one.AddressId == receipt.AddressId && one.ClearedAt is null);
    }

    public JsonObject Personal(Staff staff, string type, Action<JsonObject>? change = null) => Activity(type, staff.Chat, staff.Account, staff.EntraId, changed =>
    {
        changed["conversation"]!["conversationType"] = "personal";
        change?.Invoke(changed);
    });

    /// <summary>A message in a thread of the channel.</summary>
    public JsonObject InThread(Staff staff, string root, string text, bool mentions = true, Action<JsonObject>? change = null) =>
        Activity("message", $"{Channel};messageid={root}", staff.Account, staff.EntraId, changed =>
        {
            changed["conversation"]!["conversationType"] = "channel";
            changed["conversation"]!["isGroup"] = true;
            changed["text"] = mentions ? $"<at>Companion</at> {text}" : text;
            if (mentions)
            {
                changed["entities"] = new JsonArray(new JsonObject
                {
                    ["type"] = "mention",
                    ["mentioned"] = new JsonObject { ["id"] = Bot, ["name"] = "Companion" },
                    ["text"] = "<at>Companion</at>",
                });
            }

            change?.Invoke(changed);
        });

    public JsonObject Activity(string type, string conversation, string account, string entraId, Action<JsonObject>? change = null)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = $"act-{Interlocked.Increment(ref activities)}",
            ["channelId"] = "msteams",
            ["serviceUrl"] = Teams.ServiceUrl,
            ["from"] = new JsonObject { ["id"] = account, ["name"] = "Somebody", ["aadObjectId"] = entraId },
            ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "Companion" },
            ["conversation"] = new JsonObject { ["id"] = conversation, ["tenantId"] = Tenant },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
        };
        change?.Invoke(activity);
        return activity;
    }

    /// <summary>Sends an activity with a genuine token.</summary>
    public async Task<HttpResponseMessage> Send(JsonObject activity) => await Send(activity, Teams.Mint.Token(Teams.ServiceUrl));

    public Task<HttpResponseMessage> Send(JsonObject activity, string? token) => SendBody(activity.ToJsonString(), token);

    public async Task<HttpResponseMessage> SendBody(string body, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, App.Address + "/api/messages") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await http.SendAsync(request, Cancel);
    }

    /// <summary>Presses a button of a card that stands somewhere; what is shown instead.</summary>
    public async Task<JsonObject> Press(Staff staff, JsonObject card, string verb, Action<JsonObject>? inputs = null) =>
        await PressAs(PressOf(staff, card, verb, inputs));

    public async Task<JsonObject> PressAs(JsonObject invoke)
    {
        using var answer = await Send(invoke);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!.AsObject();
    }

    public JsonObject PressOf(Staff staff, JsonObject card, string verb, Action<JsonObject>? inputs = null)
    {
        var data = Buttons(card).First(button => (string?)button["verb"] == verb)["data"]!.DeepClone().AsObject();
        inputs?.Invoke(data);
        return Personal(staff, "invoke", changed =>
        {
            changed["name"] = "adaptiveCard/action";
            changed["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data }, ["trigger"] = "manual" };
        });
    }

    /// <summary>Every Action.Execute of a card, those within shown cards included.</summary>
    public static IEnumerable<JsonObject> Buttons(JsonNode? node) => node switch
    {
        JsonObject one => (((string?)(one["type"] as JsonValue)) == "Action.Execute" ? [one] : Enumerable.Empty<JsonObject>()).Concat(one.Where(part => part.Key != "refresh").SelectMany(part => Buttons(part.Value))),
        JsonArray list => list.SelectMany(Buttons),
        _ => [],
    };

    /// <summary>Waits until something is so.</summary>
    public static async Task<T> Until<T>(Func<T?> look, string what)
        where T : class
    {
        for (var tries = 0; tries < 400; tries++)
        {
            if (look() is { } there)
            {
                return there;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System, Cancel);
        }

        throw new Xunit.Sdk.XunitException("It never came to: " + what);
    }

    /// <summary>The same of what is stored.</summary>
    public static async Task Until(Func<Task<bool>> isSo, string what)
    {
        for (var tries = 0; !await isSo(); tries++)
        {
            Assert.True(tries < 400, "It never came to: " + what);
            await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System, Cancel);
        }
    }

    /// <summary>Waits until nothing is left to be worked on or shown, and nothing waits to be sent.</summary>
    public async Task Rest()
    {
        var clock = App.Part<CompanionClock>();
        for (var tries = 0; tries < 400; tries++)
        {
            var now = clock.GetCurrentInstant();
            if ((await App.All<Workflows.StaffRooms.StaffActivity>()).TrueForAll(one => one.DoneAt is not null)
                && (await App.All<Workflows.StaffRooms.StaffPost>()).TrueForAll(one => one.Shown >= one.Wanted || one.DueAt > now)
                && (await App.All<OutboundMessage>()).TrueForAll(one => one.Status is not (SendStatus.Queued or SendStatus.Sending) || one.DueAt > now))
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System, Cancel);
        }

        throw new Xunit.Sdk.XunitException("It never came to rest.");
    }

    public async Task<string?> SentTo(string number) =>
        (await App.All<OutboundMessage>()).Where(row => row.To == number && row.Class == SendClass.LinkWorker).OrderBy(row => row.Id).Select(row => row.Words).LastOrDefault();

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await App.DisposeAsync();
        await Teams.DisposeAsync();
    }

    private sealed class StandingCredential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(FakeConnector.BotToken, TimeProvider.System.GetUtcNow().AddHours(1));

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
