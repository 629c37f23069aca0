using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Companion.Benchmarks.Turns;
using Companion.Tests.Support.Load;
using Companion.Workflows.Storage;
using Companion.Workflows.Workers;

namespace Companion.Benchmarks.Relay;

/// <summary>
/// One live conversation, and then fifty at once: how long a person's text takes from the webhook to the link worker's chat in Teams, and the worker's
/// answer from the press of the button to the provider.
/// </summary>
internal static class RelayBench
{
    private const int Conversations = 50;
    private const int Exchanges = 20;
    private const string Channel = "19:relay@thread.tacv2";
    private const string Bot = "28:companion";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(2);

    /// <summary>Runs it; the exit code.</summary>
    public static async Task<int> Run(CancellationToken cancel)
    {
        using var place = new Place(Place.Sqlite);
        await Employ(place, cancel);
        await using var twilio = await AcceptingTwilio.Start();
        await using var board = await Switchboard.Start();
        await using var bot = await Start(place, twilio);
        await new Scene(bot, board).Open(cancel);
        var talks = board.Cards.Select((card, at) => new LiveTalk(bot, board, twilio, card, at)).ToList();
        await Task.WhenAll(talks.Select(talk => talk.PickUp(cancel)));
        Say("one conversation", [await talks[0].Run(Exchanges, cancel)]);
        Say($"{Conversations} conversations at once", await Task.WhenAll(talks.Skip(1).Select(talk => talk.Run(Exchanges, cancel))));
        return 0;
    }

    /// <summary>An activity as Teams sends it.</summary>
    public static JsonObject Activity(Switchboard board, string type, string conversation, int worker, string id) => new()
    {
        ["type"] = type,
        ["id"] = id,
        ["channelId"] = "msteams",
        ["serviceUrl"] = board.ServiceUrl,
        ["from"] = new JsonObject { ["id"] = "29:" + Account(worker), ["aadObjectId"] = Account(worker) },
        ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "Companion" },
        ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = conversation == Channel ? "channel" : "personal", ["isGroup"] = conversation == Channel },
        ["channelData"] = new JsonObject(),
    };

    /// <summary>Waits until something is there.</summary>
    public static async Task<T> Until<T>(Func<T?> look, string what, CancellationToken cancel)
        where T : struct
    {
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < Longest)
        {
            if (look() is { } there)
            {
                return there;
            }

            await Task.Delay(Look, TimeProvider.System, cancel);
        }

        throw new InvalidOperationException($"It never came to: {what}.");
    }

    public static string Account(int worker) => $"33333333-3333-4333-8333-{worker:000000000000}";

    private static async Task Employ(Place place, CancellationToken cancel)
    {
        await using var store = new SqliteStore(place.ConnectionString);
        await store.Migrate(cancel);
        await store.Write(
            session =>
            {
                for (var at = 0; at <= Conversations; at++)
                {
                    session.Insert(new Worker { Id = session.NextId(), ServiceId = "sample", Name = $"Worker {at}", ShownName = "Sam", EntraId = Account(at) });
                }

                return ValueTask.FromResult(0);
            },
            cancel);
    }

    // Development takes activities from this machine without a token; everything else is as in Production.
    private static Task<BotProcess> Start(Place place, AcceptingTwilio twilio) => BotProcess.Start(
        "dotnet",
        _ => [Path.Combine(AppContext.BaseDirectory, "Companion.Bot.dll"), "serve"],
        port => new()
        {
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["Urls"] = $"http://127.0.0.1:{port}",
            ["Storage__Folder"] = place.Folder,
            ["Twilio__AccountSid"] = SignedText.Account,
            ["Twilio__AuthToken"] = SignedText.Token,
            ["Twilio__From"] = SignedText.ServiceNumber,
            ["Twilio__PublicUrl"] = SignedText.PublicUrl,
            ["Twilio__ApiBase"] = twilio.Address,
            ["Twilio__MessagesPerSecond"] = "1000",
            ["Services__sample__TeamsChannel"] = Channel,
        },
        "/health/ready");

    private static void Say(string how, IReadOnlyList<Took> talks)
    {
        Say($"{how}, a person's text, from the webhook to the worker's chat", talks.SelectMany(talk => talk.In).Order().ToList());
        Say($"{how}, a worker's answer, from the button to the provider", talks.SelectMany(talk => talk.Out).Order().ToList());
    }

    private static void Say(string what, List<TimeSpan> times) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what}: p50 {times[times.Count / 2].TotalMilliseconds:0} ms, p95 {times[times.Count * 95 / 100].TotalMilliseconds:0} ms, p99 {times[times.Count * 99 / 100].TotalMilliseconds:0} ms, of {times.Count}."));

    /// <summary>Everything up to fifty hand-offs in the channel.</summary>
    private sealed class Scene(BotProcess bot, Switchboard board)
    {
        public async Task Open(CancellationToken cancel)
        {
            var added = Activity(board, "conversationUpdate", Channel, 0, "added");
            added["membersAdded"] = new JsonArray(new JsonObject { ["id"] = Bot });
            added["channelData"] = new JsonObject { ["team"] = new JsonObject { ["id"] = Channel }, ["channel"] = new JsonObject { ["id"] = Channel } };
            (await bot.Http.PostAsJsonAsync("/api/messages", added, cancel)).EnsureSuccessStatusCode();
            for (var at = 0; at <= Conversations; at++)
            {
                var installed = Activity(board, "installationUpdate", "a:" + Account(at), at, $"installed{at}");
                installed["action"] = "add";
                (await bot.Http.PostAsJsonAsync("/api/messages", installed, cancel)).EnsureSuccessStatusCode();
                await LiveTalk.Text(bot, at, 0, "Hello", cancel);
                await LiveTalk.Text(bot, at, 1, "9", cancel);
            }

            await Until(() => board.Cards.Count > Conversations ? true : (bool?)null, "a card for each hand-off", cancel);
        }
    }
}

/// <summary>How long each word took.</summary>
internal sealed record Took(IReadOnlyList<TimeSpan> In, IReadOnlyList<TimeSpan> Out);

/// <summary>One person and whoever happens to have picked somebody up: both write, and what each writes is marked.</summary>
internal sealed class LiveTalk(BotProcess bot, Switchboard board, AcceptingTwilio twilio, JsonObject card, int at)
{
    private readonly List<TimeSpan> inward = [];
    private readonly List<TimeSpan> outward = [];

    /// <summary>A text arrives.</summary>
    public static async Task Text(BotProcess bot, int person, int number, string words, CancellationToken cancel)
    {
        using var request = new SignedText(SignedText.SidOf((person * 1000) + number), $"+447700900{person + 200:000}", words).ToRequest();
        (await bot.Http.SendAsync(request, cancel)).EnsureSuccessStatusCode();
    }

    /// <summary>A worker picks up: this person or another, for which does not matter once all are.</summary>
    public Task PickUp(CancellationToken cancel) => Press("pickUp", "pick", card, cancel);

    /// <summary>Lets both write.</summary>
    public async Task<Took> Run(int exchanges, CancellationToken cancel)
    {
        for (var round = 0; round < exchanges; round++)
        {
            var (mine, theirs) = ($"mark{at}x{(round * 2) + 10}", $"mark{at}x{(round * 2) + 11}");
            var began = TimeProvider.System.GetUtcNow();
            await Text(bot, at, round + 2, "I wanted to say " + mine, cancel);
            inward.Add(await RelayBench.Until(() => board.Seen.TryGetValue(mine, out var shown) ? shown : (DateTimeOffset?)null, mine, cancel) - began);

            began = TimeProvider.System.GetUtcNow();
            var data = new JsonObject { ["handOff"] = (string)card["handOff"]!, ["fence"] = 1, ["showing"] = theirs, ["words"] = "Thank you, " + theirs, ["evenAtNight"] = true };
            await Press("reply", theirs, data, cancel);
            outward.Add(await RelayBench.Until(() => Sent(theirs), theirs, cancel) - began);
        }

        return new Took(inward, outward);
    }

    private DateTimeOffset? Sent(string word) => twilio.Taken.LastOrDefault(text => text.Words.Contains(word, StringComparison.Ordinal))?.At;

    private async Task Press(string verb, string id, JsonObject data, CancellationToken cancel)
    {
        var invoke = RelayBench.Activity(board, "invoke", "a:" + RelayBench.Account(at), at, $"{id}-{at}");
        invoke["name"] = "adaptiveCard/action";
        invoke["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data.DeepClone() }, ["trigger"] = "manual" };
        (await bot.Http.PostAsJsonAsync("/api/messages", invoke, cancel)).EnsureSuccessStatusCode();
    }
}
