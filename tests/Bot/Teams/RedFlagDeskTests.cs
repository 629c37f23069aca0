using System.Text.Json.Nodes;
using Companion.Workflows.HandOffs;

namespace Companion.Bot.Tests.Teams;

/// <summary>Danger heard while a link worker holds the conversation in Teams: they see it, accept it there, and close that one.</summary>
public sealed class RedFlagDeskTests
{
    private const string Anna = "+447700900123";

    [Fact]
    public async Task Its_own_desk_card_is_shown_and_accepting_there_stops_the_ladder()
    {
        await using var rig = await TeamsRig.Start();
        var (sam, _, red, card) = await Danger(rig);
        Assert.Contains(rig.Teams.In(sam.Chat), post => post.Text.Contains(red.Reference, StringComparison.Ordinal) && post.Text.StartsWith("URGENT", StringComparison.Ordinal));
        await CardCheck.Passes(new Dictionary<string, JsonObject> { ["desk-accept"] = card });

        var accepted = await rig.Press(sam, card, "accept");
        Assert.DoesNotContain(TeamsRig.Buttons(accepted["value"]), button => (string?)button["verb"] == "accept");
        Assert.Equal("Sam Okoye", (await Now(rig, red)).AcknowledgedBy);
        await rig.Rest();
        Assert.DoesNotContain(TeamsRig.Buttons(DeskOf(rig, sam, red)), button => (string?)button["verb"] == "accept");
    }

    [Fact]
    public async Task A_reply_on_that_card_accepts_it_and_one_on_the_card_beside_it_does_not()
    {
        await using var rig = await TeamsRig.Start();
        var (sam, first, red, card) = await Danger(rig);

        await rig.Press(sam, DeskOf(rig, sam, first)!, "reply", data => data["words"] = "About your rent");
        Assert.Null((await Now(rig, red)).AcknowledgedAt);
        await rig.Press(sam, card, "reply", data => data["words"] = "Are you safe now?");
        Assert.Equal("Sam Okoye", (await Now(rig, red)).AcknowledgedBy);
    }

    [Fact]
    public async Task A_card_from_before_a_new_alarm_accepts_nothing_and_neither_does_a_colleague()
    {
        await using var rig = await TeamsRig.Start();
        var (sam, _, red, card) = await Danger(rig);
        await rig.Press(await rig.Employ("Mo Ali"), card, "accept");
        Assert.Null((await Now(rig, red)).AcknowledgedAt);

        await rig.App.Text(Anna, "i have taken all my tablets");
        var late = await rig.Press(sam, card, "accept");
        Assert.Contains("something new was heard", late.ToJsonString(), StringComparison.Ordinal);
        Assert.Null((await Now(rig, red)).AcknowledgedAt);
        await rig.Press(sam, late["value"]!.AsObject(), "accept");
        Assert.NotNull((await Now(rig, red)).AcknowledgedAt);
    }

    [Fact]
    public async Task What_was_written_is_shown_to_whoever_holds_the_phone_even_when_the_first_hand_off_is_closed()
    {
        await using var rig = await TeamsRig.Start();
        await rig.AddToTeam();
        var sam = await rig.Employ("Sam Okoye", inTeams: false);
        var first = await rig.AskedForAPerson(Anna);
        await rig.App.Part<PickUp>().Handle(first.Id, sam.Worker.Id, TestContext.Current.CancellationToken);
        await rig.App.Text(Anna, "It is about my rent"); // there is no room yet to show it in
        await rig.App.Text(Anna, "i want to kill myself");
        var (held, red) = (await Now(rig, first), (await rig.App.All<HandOff>()).Single(one => one.Urgent));
        await rig.App.Part<ClearHandOff>().Handle(
            first.Id, new Clearing("Sam Okoye", "spoke") { Hold = new Hold(first.Id, sam.Worker.Id, held.Fence) }, TestContext.Current.CancellationToken);

        await rig.Send(rig.Personal(sam, "installationUpdate", changed => changed["action"] = "add"));
        var heard = await TeamsRig.Until(() => rig.Teams.In(sam.Chat).FirstOrDefault(post => post.Everything.Contains("It is about my rent", StringComparison.Ordinal) && post.Summary.Contains("message about", StringComparison.Ordinal)), "what was written");
        Assert.All(TeamsRig.Buttons(heard.Card), button => Assert.Equal($"{red.Id}", (string?)button["data"]!["handOff"]));
        await rig.Press(sam, heard.Card!, "reply", data => data["words"] = "I am here");
        await rig.Rest();
        Assert.Equal("Sam, link worker: I am here", await rig.SentTo(Anna));
    }

    [Fact]
    public async Task What_was_written_is_not_shown_to_somebody_who_no_longer_holds_the_phone()
    {
        await using var rig = await TeamsRig.Start();
        await rig.AddToTeam();
        var (sam, mo) = (await rig.Employ("Sam Okoye", inTeams: false), await rig.Employ("Mo Ali"));
        var first = await rig.AskedForAPerson(Anna);
        var hold = (await rig.App.Part<PickUp>().Handle(first.Id, sam.Worker.Id, TestContext.Current.CancellationToken)).Hold!.Value;
        await rig.App.Text(Anna, "It is about my rent");
        await rig.App.Part<TransferHandOff>().Handle(hold, mo.Worker.Id, TestContext.Current.CancellationToken);

        await rig.Send(rig.Personal(sam, "installationUpdate", changed => changed["action"] = "add"));
        await rig.Rest();
        Assert.DoesNotContain(rig.Teams.In(sam.Chat), post => post.Everything.Contains("rent", StringComparison.Ordinal));
    }

    private static async Task<(Staff Sam, HandOff First, HandOff Red, JsonObject Card)> Danger(TeamsRig rig)
    {
        await rig.AddToTeam();
        var sam = await rig.Employ("Sam Okoye");
        var first = await rig.AskedForAPerson(Anna);
        await rig.Press(sam, (await TeamsRig.Until(() => rig.Teams.In(TeamsRig.Channel).SingleOrDefault(), "a card")).Card!, "pickUp");
        await rig.App.Text(Anna, "i want to kill myself");
        await rig.Rest();
        var red = (await rig.App.All<HandOff>()).Single(one => one.Urgent);
        return (sam, first, red, await TeamsRig.Until(() => DeskOf(rig, sam, red)?.DeepClone().AsObject(), "the desk of the red flag"));
    }

    private static JsonObject? DeskOf(TeamsRig rig, Staff worker, HandOff handOff) => rig.Teams.In(worker.Chat)
        .Select(post => post.Card)
        .FirstOrDefault(card => TeamsRig.Buttons(card).Any(button => (string?)button["verb"] == "close" && (string?)button["data"]!["handOff"] == $"{handOff.Id}"));

    private static async Task<HandOff> Now(TeamsRig rig, HandOff handOff) => (await rig.App.All<HandOff>()).Single(one => one.Id == handOff.Id);
}
