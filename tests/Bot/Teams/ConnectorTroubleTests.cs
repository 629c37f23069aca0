using Companion.Workflows.People;
using Companion.Workflows.Safety;
using Companion.Workflows.Sending;
using Companion.Workflows.StaffRooms;
using Companion.Workflows.Timing;
using Companion.Workflows.Workers;
using NodaTime;

namespace Companion.Bot.Tests.Teams;

public sealed class ConnectorTroubleTests
{
    private const string Anna = "+447700900123";

    [Theory]
    [InlineData(nameof(Fault.TooMany))]
    [InlineData(nameof(Fault.Precondition))]
    [InlineData(nameof(Fault.BadGateway))]
    [InlineData(nameof(Fault.Slow))]
    public async Task A_connector_that_stumbles_gets_the_card_once(string fault)
    {
        await using var rig = await TeamsRig.Start();
        await rig.AddToTeam();
        await rig.Rest();
        rig.Teams.Faults.Enqueue(Enum.Parse<Fault>(fault));

        await rig.AskedForAPerson(Anna);
        await rig.Rest();

        Assert.Single(rig.Teams.In(TeamsRig.Channel));
    }

    [Fact]
    public async Task A_lost_answer_may_show_a_card_twice_but_never_loses_it_and_both_lead_to_one_owner()
    {
        await using var rig = await TeamsRig.Start();
        await rig.AddToTeam();
        var (sam, mo) = (await rig.Employ("Sam Okoye"), await rig.Employ("Mo Ali"));
        await rig.Rest();
        rig.Teams.Faults.Enqueue(Fault.LostAnswer);

        await rig.AskedForAPerson(Anna);
        await TeamsRig.Until(() => rig.Teams.In(TeamsRig.Channel) is { Count: 2 } both ? both : null, "a second try");
        var cards = rig.Teams.In(TeamsRig.Channel);
        await rig.Press(sam, cards[1].Card!, "pickUp");
        var late = await rig.Press(mo, cards[0].Card!, "pickUp");

        Assert.Contains("Sam Okoye holds this conversation", late.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_wait_that_Teams_asks_for_is_kept()
    {
        await using var rig = await TeamsRig.Start();
        await rig.AddToTeam();
        await rig.Rest();
        rig.Teams.Faults.Enqueue(Fault.TooManyForLong);
        await rig.AskedForAPerson(Anna);
        await rig.Rest();
        Assert.Empty(rig.Teams.In(TeamsRig.Channel));
        var post = Assert.Single(await rig.App.All<StaffPost>());
        Assert.InRange((post.DueAt - rig.App.Part<CompanionClock>().GetCurrentInstant()).TotalSeconds, 40, 60);
        Assert.Contains("429", post.Trouble, StringComparison.Ordinal);

        rig.App.Part<CompanionClock>().MoveForward(Duration.FromMinutes(1));
        await TeamsRig.Until(() => rig.Teams.In(TeamsRig.Channel).SingleOrDefault(), "the card");
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_channel_that_is_gone_raises_an_alert_once_and_what_waited_is_shown_when_it_is_back(int status)
    {
        await using var rig = await TeamsRig.Start();
        await rig.AddToTeam();
        var manager = await rig.Employ("Amal Idris", role: WorkerRole.Manager, email: "amal@example.org");
        await rig.Employ("Sam Okoye");
        await rig.Rest();
        rig.Teams.Gone[TeamsRig.Channel] = status;

        await rig.AskedForAPerson(Anna);
        await rig.AskedForAPerson("+447700900124");
        await rig.Rest();
        var told = Assert.Single(await rig.App.All<OutboundMessage>(), mail => mail.Words.Contains("Services:sample:TeamsChannel", StringComparison.Ordinal));
        Assert.Equal((Channel.Email, "amal@example.org"), (told.Channel, told.To));
        await TeamsRig.Until(() => rig.Teams.In(manager.Chat).SingleOrDefault(post => post.Everything.Contains("Services:sample:TeamsChannel", StringComparison.Ordinal)), "the manager's notice");
        Assert.Contains("Services:sample:TeamsChannel", Assert.Single(await rig.App.All<Alert>(), alert => alert.Kind == "TeamsRoomGone").Detail, StringComparison.Ordinal);
        Assert.NotNull((await rig.App.All<StaffRoom>()).Single(room => room.EntraId is null).GoneAt);
        Assert.Empty(rig.Teams.In(TeamsRig.Channel));

        rig.Teams.Gone.Clear();
        await rig.AddToTeam();
        await TeamsRig.Until(() => rig.Teams.In(TeamsRig.Channel) is { Count: 2 } both ? both : null, "both cards");
        Assert.Null((await rig.App.All<StaffRoom>()).Single(room => room.EntraId is null).GoneAt);
    }

    [Fact]
    public async Task A_card_that_somebody_deleted_is_posted_anew_when_it_changes()
    {
        await using var rig = await TeamsRig.Start();
        await rig.AddToTeam();
        var sam = await rig.Employ("Sam Okoye");
        await rig.AskedForAPerson(Anna);
        var card = await TeamsRig.Until(() => rig.Teams.In(TeamsRig.Channel).SingleOrDefault(), "a card");
        await rig.Rest();
        rig.Teams.Delete(card.Id);

        await rig.Press(sam, card.Card!, "pickUp");
        await rig.Rest();

        Assert.Contains("Sam Okoye", rig.Teams.In(TeamsRig.Channel).Single().Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(await rig.App.All<Alert>(), alert => alert.Kind == "TeamsRoomGone");
    }

    [Fact]
    public async Task Somebody_who_blocked_the_bot_is_told_of_to_the_managers_and_keeps_their_conversation_in_the_console()
    {
        await using var rig = await TeamsRig.Start();
        await rig.AddToTeam();
        var sam = await rig.Employ("Sam Okoye");
        await rig.AskedForAPerson(Anna);
        var card = await TeamsRig.Until(() => rig.Teams.In(TeamsRig.Channel).SingleOrDefault(), "a card");
        rig.Teams.Gone[sam.Chat] = 403;

        await rig.Press(sam, card.Card!, "pickUp");
        await rig.Rest();

        Assert.Contains("blocked the app", Assert.Single(await rig.App.All<Alert>()).Detail, StringComparison.Ordinal);
        Assert.Contains("Sam Okoye", rig.Teams.In(TeamsRig.Channel).Single().Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_without_a_chat_finds_the_conversation_there_once_they_open_one()
    {
        await using var rig = await TeamsRig.Start();
        await rig.AddToTeam();
        var sam = await rig.Employ("Sam Okoye", inTeams: false);
        await rig.AskedForAPerson(Anna);
        var card = await TeamsRig.Until(() => rig.Teams.In(TeamsRig.Channel).SingleOrDefault(), "a card");
        var answer = await rig.Press(sam, card.Card!, "pickUp");
        Assert.Contains("open a chat with it in Teams", answer.ToJsonString(), StringComparison.Ordinal);
        await rig.Rest();

        await rig.Send(rig.Personal(sam, "message", changed => changed["text"] = "hello"));

        await TeamsRig.Until(() => rig.Teams.In(sam.Chat).FirstOrDefault(post => TeamsRig.Buttons(post.Card).Any(button => (string?)button["verb"] == "reply")), "the desk");
    }

    [Fact]
    public async Task Where_the_app_is_installed_the_chat_of_whoever_picks_up_is_opened_for_them()
    {
        await using var rig = await TeamsRig.Start();
        await rig.AddToTeam();
        var sam = await rig.Employ("Sam Okoye", inTeams: false);
        rig.Teams.Installed[sam.Account] = true;
        await rig.AskedForAPerson(Anna);
        var card = await TeamsRig.Until(() => rig.Teams.In(TeamsRig.Channel).SingleOrDefault(), "a card");

        var answer = await rig.Press(sam, card.Card!, "pickUp");

        Assert.Contains("opens in your own chat", answer.ToJsonString(), StringComparison.Ordinal);
        await TeamsRig.Until(() => rig.Teams.In(sam.Chat).FirstOrDefault(post => TeamsRig.Buttons(post.Card).Any(button => (string?)button["verb"] == "reply")), "the desk");
    }
}
