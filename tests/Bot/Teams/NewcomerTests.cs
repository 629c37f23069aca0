using System.Net;
using Companion.Bot.Channels.Teams;
using Companion.Workflows.StaffRooms;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Companion.Workflows.Workers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using NodaTime;

namespace Companion.Bot.Tests.Teams;

/// <summary>Somebody whose account was never seen: Teams is asked who they are before they are called a stranger, and others do not wait for that.</summary>
public sealed class NewcomerTests
{
    private const string Anna = "+447700900123";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_worker_who_was_only_entered_picks_up_from_the_channel_and_is_no_stranger_in_a_thread()
    {
        await using var rig = await TeamsRig.Start();
        await rig.AddToTeam();
        var (sam, mo) = (await Enter(rig, "Sam Okoye"), await Enter(rig, "Mo Ali"));
        await rig.AskedForAPerson(Anna);
        var card = await TeamsRig.Until(() => rig.Teams.In(TeamsRig.Channel).SingleOrDefault(), "a card");

        var answer = await rig.Press(sam, card.Card!, "pickUp");
        Assert.Contains("Sam Okoye", answer.ToJsonString(), StringComparison.Ordinal);
        await rig.Send(rig.InThread(mo, card.Id, "shall I take it?"));
        await rig.Rest();

        Assert.Contains(rig.Teams.In(TeamsRig.Channel), post => post.Text == "Your words stay between colleagues: Sam Okoye holds this conversation.");
        Assert.Equal([sam.EntraId, mo.EntraId], (await rig.App.All<Worker>()).OrderBy(worker => worker.Id).Select(worker => worker.EntraId));
    }

    [Fact]
    public async Task A_look_up_that_hangs_holds_up_its_own_conversation_alone_and_there_the_order_stays()
    {
        await using var rig = await TeamsRig.Start();
        var sam = await rig.Employ("Sam Okoye");
        var mo = await Enter(rig, "Mo Ali");
        await rig.Rest();
        var silence = rig.Teams.Silent[mo.Account] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        foreach (var words in new[] { "first", "second", "third" })
        {
            await rig.Send(rig.Personal(mo, "message", changed => (changed["id"], changed["text"]) = (words, words)));
        }

        await TeamsRig.Until(() => rig.Teams.Asked.Contains(mo.Account) ? "asked" : null, "the question who Mo is");
        await rig.Send(rig.Personal(sam, "message", changed => changed["text"] = "hello"));
        await TeamsRig.Until(() => rig.Teams.In(sam.Chat).FirstOrDefault(post => post.Summary == "Nothing was sent"), "the answer to Sam");
        Assert.All((await rig.App.All<StaffActivity>()).Where(one => one.ConversationId == mo.Chat), one => Assert.Null(one.DoneAt));

        rig.Teams.Silent.Clear();
        silence.SetResult();
        await TeamsRig.Until(() => rig.Teams.In(mo.Chat) is { Count: 3 } all ? all : null, "an answer to each of Mo's");
        var mine = (await rig.App.All<StaffActivity>()).Where(one => one.ConversationId == mo.Chat).OrderBy(one => one.DoneAt).ToList();
        Assert.Equal(["first", "second", "third"], mine.Select(one => one.ActivityKey.Split('|')[1]));
        Assert.All(mine, one => Assert.Equal("Loose", one.Outcome));
        Assert.Equal(
            ["first", "second", "third"],
            (await rig.App.All<StaffPost>()).Where(post => post.PostKey.Contains(mo.Chat, StringComparison.Ordinal)).OrderBy(post => post.Id).Select(post => post.PostKey.Split('|')[1]));
    }

    [Theory]
    [InlineData(503)]
    [InlineData(401)]
    [InlineData(408)]
    public async Task Who_is_not_known_now_is_no_stranger_and_is_looked_up_again(int status)
    {
        await using var rig = await TeamsRig.Start();
        var mo = await Enter(rig, "Mo Ali");
        rig.Teams.MemberFaults.Enqueue(status);

        await rig.Send(rig.Personal(mo, "message", changed => changed["text"] = "hello"));
        await TeamsRig.Until(() => rig.Teams.Asked.IsEmpty ? null : "asked", "the question who Mo is");
        rig.App.Part<CompanionClock>().MoveForward(Duration.FromSeconds(4));

        var answer = await TeamsRig.Until(() => rig.Teams.In(mo.Chat).FirstOrDefault(), "an answer");
        Assert.Equal("Nothing was sent", answer.Summary);
        Assert.DoesNotContain(rig.Teams.Posts, post => post.Text.Contains("ask your manager", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Teams_is_given_five_seconds_to_say_who_somebody_is()
    {
        using var teams = new NeverAnswers();
        using var http = new HttpClient(teams);
        var time = new TimeByHand();
        var connector = new ConnectorClient(
            http, new ConnectorToken(null), new ConnectorHosts(new TeamsSettings { ServiceHosts = "127.0.0.1" }, new HostingEnvironment { EnvironmentName = Environments.Development }), new ConversationPace(time), time);
        var room = new StaffRoom { ServiceId = "", ConversationId = "a:1", ServiceUrl = "http://127.0.0.1/teams/" };

        var asked = connector.Member(room, "29:mo", Cancel);
        await teams.Asked.Task.WaitAsync(Cancel);
        Assert.False(asked.IsCompleted);
        time.Ring(TimeSpan.FromSeconds(5));

        await Assert.ThrowsAsync<MemberNotKnownNowException>(() => asked);
    }

    // A manager has entered them; they never signed in nor wrote.
    private static async Task<Staff> Enter(TeamsRig rig, string name)
    {
        var staff = await rig.Employ(name, inTeams: false);
        var email = name.Replace(' ', '.') + "@shire.example";
        await rig.App.Part<IStore>().Write(
            session =>
            {
                session.Execute("UPDATE \"Workers\" SET \"EntraId\" = NULL, \"Email\" = @p1 WHERE \"Id\" = @p0", staff.Worker.Id, email);
                return ValueTask.FromResult(0);
            },
            Cancel);
        rig.Teams.Members[staff.Account] = (staff.EntraId, email.ToLowerInvariant());
        return staff;
    }

    private sealed class NeverAnswers : HttpMessageHandler
    {
        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK);
        }
    }

    /// <summary>Time that passes when it is told to: timers of a length run off together.</summary>
    private sealed class TimeByHand : TimeProvider
    {
        private readonly List<(TimeSpan After, TimerCallback Callback, object? State)> timers = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            timers.Add((dueTime, callback, state));
            return new Standing();
        }

        public void Ring(TimeSpan after) => timers.FindAll(timer => timer.After == after).ForEach(timer => timer.Callback(timer.State));

        private sealed class Standing : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => default;
        }
    }
}
