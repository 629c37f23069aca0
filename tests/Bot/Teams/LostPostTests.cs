using Companion.Workflows.HandOffs;
using Companion.Workflows.Safety;
using Companion.Workflows.Sending;
using Companion.Workflows.StaffRooms;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Bot.Tests.Teams;

/// <summary>Somebody deletes a card or a thread in Teams: what stood there is shown anew, and the room is still there.</summary>
public sealed class LostPostTests
{
    private const string Anna = "+447700900123";

    [Fact]
    public async Task A_deleted_card_is_posted_anew_however_often_its_change_was_tried_and_later_changes_go_to_the_new_one()
    {
        await using var rig = await TeamsRig.Start();
        var (sam, card) = await Begin(rig);
        rig.Teams.Faults.Enqueue(Fault.TooManyForLong);
        rig.Teams.Delete(card.Id);
        await rig.App.Text(Anna, "Are you there?"); // nothing that the card shows: it is changed by whoever takes it up
        await rig.Press(sam, card.Card!, "pickUp");
        await Later(rig, Duration.FromMinutes(1));

        var anew = await TeamsRig.Until(() => rig.Teams.In(TeamsRig.Channel).SingleOrDefault(), "the card anew");
        Assert.NotEqual(card.Id, anew.Id);
        Assert.Contains("Sam Okoye", anew.Everything, StringComparison.Ordinal);

        var desk = await TeamsRig.Until(() => rig.Teams.In(sam.Chat).FirstOrDefault(post => post.Card is not null), "the desk");
        await rig.Press(sam, desk.Card!, "return");
        await rig.Rest();
        Assert.Equal(anew.Id, Assert.Single(rig.Teams.In(TeamsRig.Channel)).Id);
        Assert.Empty(TeamsRig.Buttons(anew.Card));
        await NothingIsGone(rig);
    }

    [Fact]
    public async Task A_thread_that_was_deleted_begins_anew_with_its_card_and_the_reply_goes_to_the_person_once()
    {
        await using var rig = await TeamsRig.Start();
        var (sam, card) = await Begin(rig);
        await rig.Press(sam, card.Card!, "pickUp");
        await rig.Rest();
        rig.Teams.Delete(card.Id);

        await rig.Send(rig.InThread(sam, card.Id, "Shall we talk?"));
        await Later(rig, Duration.FromSeconds(5));

        var both = await TeamsRig.Until(() => rig.Teams.In(TeamsRig.Channel) is { Count: 2 } shown ? shown : null, "the card and what is said of the reply");
        Assert.NotNull(both[0].Card);
        Assert.StartsWith("Sent to ", both[1].Text, StringComparison.Ordinal);
        Assert.Equal($"{TeamsRig.Channel};messageid={both[0].Id}", both[1].Conversation);

        // The new thread is the case's own.
        await rig.Send(rig.InThread(sam, both[0].Id, "At three?"));
        await rig.Rest();
        Assert.Equal(
            ["Sam, link worker: Shall we talk?", "Sam, link worker: At three?"],
            (await rig.App.All<OutboundMessage>()).Where(row => row.Class == SendClass.LinkWorker).OrderBy(row => row.Id).Select(row => row.Words));
        Assert.Equal(3, rig.Teams.In(TeamsRig.Channel).Count);
        await NothingIsGone(rig);
    }

    [Fact]
    public async Task A_thread_of_no_case_that_was_deleted_is_answered_nowhere()
    {
        await using var rig = await TeamsRig.Start();
        var (sam, card) = await Begin(rig);
        rig.Teams.Delete("99");

        await rig.Send(rig.InThread(sam, "99", "Hello?"));
        await rig.Rest();

        Assert.Equal(card.Id, Assert.Single(rig.Teams.In(TeamsRig.Channel)).Id);
        await NothingIsGone(rig);
    }

    [Fact]
    public async Task A_deleted_card_of_a_closed_conversation_stays_away()
    {
        await using var rig = await TeamsRig.Start();
        var (sam, card) = await Begin(rig);
        await rig.Press(sam, card.Card!, "pickUp");
        var desk = await TeamsRig.Until(() => rig.Teams.In(sam.Chat).FirstOrDefault(post => post.Card is not null), "the desk");
        await rig.Rest();
        rig.Teams.Delete(card.Id);

        await rig.Press(sam, desk.Card!, "return");
        await rig.Rest();

        Assert.NotNull((await rig.App.All<HandOff>()).Single().ClearedAt);
        Assert.Empty(rig.Teams.In(TeamsRig.Channel));
        await NothingIsGone(rig);
    }

    [Fact]
    public async Task A_desk_that_was_deleted_is_opened_anew_in_the_same_chat()
    {
        await using var rig = await TeamsRig.Start();
        var (sam, card) = await Begin(rig);
        await rig.Press(sam, card.Card!, "pickUp");
        var desk = await TeamsRig.Until(() => rig.Teams.In(sam.Chat).FirstOrDefault(post => post.Card is not null), "the desk");
        await rig.Rest();
        rig.Teams.Delete(desk.Id);

        await rig.Press(sam, desk.Card!, "reply", inputs => inputs["words"] = "Hello Anna");
        await rig.Rest();

        Assert.Equal("Sam, link worker: Hello Anna", await rig.SentTo(Anna));
        Assert.Contains("Hello Anna", Assert.Single(rig.Teams.In(sam.Chat), post => post.Card is not null && post.Summary == desk.Summary).Everything, StringComparison.Ordinal);
        await NothingIsGone(rig);
    }

    private static async Task<(Staff Sam, Posted Card)> Begin(TeamsRig rig)
    {
        await rig.AddToTeam();
        var sam = await rig.Employ("Sam Okoye");
        await rig.AskedForAPerson(Anna);
        var card = await TeamsRig.Until(() => rig.Teams.In(TeamsRig.Channel).SingleOrDefault(), "a card");
        await rig.Rest();
        return (sam, card);
    }

    private static async Task Later(TeamsRig rig, Duration time)
    {
        await rig.Rest();
        rig.App.Part<CompanionClock>().MoveForward(time);
    }

    private static async Task NothingIsGone(TeamsRig rig)
    {
        Assert.All(await rig.App.All<StaffRoom>(), room => Assert.Null(room.GoneAt));
        Assert.DoesNotContain(await rig.App.All<Alert>(), alert => alert.Kind == "TeamsRoomGone");
    }
}
