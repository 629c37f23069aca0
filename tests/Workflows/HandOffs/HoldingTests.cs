using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Receiving;
using Companion.Workflows.Sending;
using Companion.Workflows.StaffRooms;
using Companion.Workflows.Workers;
using NodaTime;

namespace Companion.Workflows.Tests.HandOffs;

/// <summary>While a link worker holds a conversation the bot is silent, and what they write reaches exactly the person they mean.</summary>
public sealed class HoldingTests
{
    private const string Bea = "+447700900124";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_it_is_held_the_bot_is_silent_and_words_go_both_ways()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var sam = await rig.Employ("Sam Okoye");
        var handOff = await rig.AskedForAPerson();
        var hold = await rig.PickedUpBy(handOff, sam);
        var before = rig.SentTo(Rig.Anna).Count;

        var reply = await rig.Reply(hold, "Hello Anna, how can I help?");
        await rig.Rest();
        await rig.Text("It is about my rent");

        Assert.Equal(Replied.Sent, reply.Outcome);
        Assert.Equal(["Sam, link worker: Hello Anna, how can I help?"], rig.SentTo(Rig.Anna).Skip(before));
        var heard = Assert.Single(await rig.All<StaffPost>(), post => post.Kind == StaffPostKind.Heard);
        Assert.Equal(sam.Id, heard.WorkerId);
    }

    [Theory]
    [InlineData(WorkerRole.Senior, "Sue, senior link worker: Hello")]
    [InlineData(WorkerRole.Manager, "Sue, service manager: Hello")]
    public async Task The_person_sees_who_is_speaking(WorkerRole role, string said)
    {
        await using var rig = await Rig.At(Desk.Monday);
        var hold = await rig.PickedUpBy(await rig.AskedForAPerson(), await rig.Employ("Sue Bright", role));

        await rig.Reply(hold, "Hello");
        await rig.Rest();

        Assert.Equal(said, rig.SentTo(Rig.Anna)[^1]);
    }

    [Fact]
    public async Task It_goes_back_to_the_bot_which_asks_its_last_question_again()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var handOff = await rig.AskedForAPerson();
        var hold = await rig.PickedUpBy(handOff, await rig.Employ("Sam Okoye"));
        await rig.Text("It is about my rent");
        var before = rig.SentTo(Rig.Anna).Count;

        Assert.Null(await rig.Part<ReturnToBot>().Handle(hold, Cancel));
        await rig.Rest();
        Assert.StartsWith("You are back with the automatic texts of Shire Links. We were here: ", Assert.Single(rig.SentTo(Rig.Anna).Skip(before)), StringComparison.Ordinal);

        await rig.Text("Me");
        Assert.Equal(before + 2, rig.SentTo(Rig.Anna).Count);
        Assert.Equal("Given back to the bot", (await rig.Now(handOff)).Outcome);
    }

    [Fact]
    public async Task A_second_worker_sees_who_holds_it_and_sends_nothing()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var (sam, mo) = (await rig.Employ("Sam Okoye"), await rig.Employ("Mo Hill"));
        var handOff = await rig.AskedForAPerson();
        var hold = await rig.PickedUpBy(handOff, sam);

        var second = await rig.Part<PickUp>().Handle(handOff.Id, mo.Id, Cancel);
        var reply = await rig.Reply(hold with { WorkerId = mo.Id }, "Hello");

        Assert.Equal((PickedUp.HeldByAnother, "Sam Okoye"), (second.Outcome, second.HandOff!.Owner));
        Assert.Equal(Replied.NotHeld, reply.Outcome);
        Assert.Contains("Sam Okoye", reply.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(await rig.All<OutboundMessage>(), row => row.Class == SendClass.LinkWorker);
    }

    [Fact]
    public async Task A_reply_that_comes_twice_is_sent_once()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var hold = await rig.PickedUpBy(await rig.AskedForAPerson(), await rig.Employ("Sam Okoye"));

        Assert.Equal(Replied.Sent, (await rig.Reply(hold, "Hello", key: "a")).Outcome);
        Assert.Equal(Replied.Already, (await rig.Reply(hold, "Hello", key: "a")).Outcome);
        Assert.Null(await rig.Part<ReturnToBot>().Handle(hold, Cancel));
        Assert.Equal(Replied.Already, (await rig.Reply(hold, "Hello", key: "a")).Outcome); // it went, whoever holds it now

        Assert.Single(await rig.All<OutboundMessage>(), row => row.Class == SendClass.LinkWorker);
    }

    [Fact]
    public async Task After_stop_the_worker_is_told_at_once_to_phone()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var hold = await rig.PickedUpBy(await rig.AskedForAPerson(), await rig.Employ("Sam Okoye"));
        await rig.Text("STOP");

        var reply = await rig.Reply(hold, "Hello");

        Assert.Equal(Replied.Refused, reply.Outcome);
        Assert.Contains("phone", reply.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(await rig.All<OutboundMessage>(), row => row.Class == SendClass.LinkWorker);
    }

    [Fact]
    public async Task In_quiet_hours_a_reply_is_asked_about_first_and_goes_when_said_again()
    {
        await using var rig = await Rig.At(Instant.FromUtc(2026, 11, 23, 23, 30));
        var hold = await rig.PickedUpBy(await rig.AskedForAPerson(), await rig.Employ("Sam Okoye"));

        Assert.Equal(Replied.AskFirst, (await rig.Reply(hold, "Are you safe?")).Outcome);
        Assert.Equal(Replied.Sent, (await rig.Reply(hold, "Are you safe?", evenAtNight: true)).Outcome);
        await rig.Rest();

        Assert.Contains("Sam, link worker: Are you safe?", rig.SentTo(Rig.Anna));
    }

    [Fact]
    public async Task Danger_is_answered_and_alarms_while_a_worker_holds_it()
    {
        await using var rig = await Rig.At(Desk.Monday);
        await rig.PickedUpBy(await rig.AskedForAPerson(), await rig.Employ("Sam Okoye"));

        await rig.Text("I want to kill myself");

        Assert.Contains(rig.SentTo(Rig.Anna), words => words.Contains("116 123", StringComparison.Ordinal));
        Assert.NotEmpty(rig.SentTo(TestService.FirstOnCall));
        var red = Assert.Single(await rig.All<HandOff>(), one => one.Urgent);
        Assert.Equal("Sam Okoye", red.Owner);
    }

    [Fact]
    public async Task A_red_flag_is_cleared_with_an_outcome_before_the_bot_gets_it_back()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var sam = await rig.Employ("Sam Okoye");
        await rig.Text("I want to kill myself");
        var red = Assert.Single(await rig.All<HandOff>());
        var hold = await rig.PickedUpBy(red, sam);

        Assert.NotNull(await rig.Part<ReturnToBot>().Handle(hold, Cancel));
        Assert.Null((await rig.Now(red)).ClearedAt);

        await rig.Part<ClearHandOff>().Handle(red.Id, new Clearing("Sam Okoye", "spoke") { Hold = hold }, Cancel);
        Assert.NotNull((await rig.Now(red)).ClearedAt);
        Assert.Null((await rig.All<Address>()).Single(one => one.Value == Rig.Anna).Holder);
    }

    [Fact]
    public async Task An_alarm_that_came_while_the_page_was_open_is_not_cleared_unread()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var sam = await rig.Employ("Sam Okoye");
        await rig.Text("i want to kill myself");
        var red = Assert.Single(await rig.All<HandOff>());
        var hold = await rig.PickedUpBy(red, sam);
        var seen = new Clearing("Sam Okoye", "spoke") { Hold = hold, Alarms = red.Alarms };
        await rig.Text("i have taken all my tablets");

        Assert.Null((await rig.Part<ClearHandOff>().Handle(red.Id, seen, Cancel))?.ClearedAt);
        Assert.NotNull((await rig.Part<ClearHandOff>().Handle(red.Id, seen with { Alarms = (await rig.Now(red)).Alarms }, Cancel))?.ClearedAt);
    }

    [Fact]
    public async Task Nobody_clears_what_somebody_else_holds()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var handOff = await rig.AskedForAPerson();
        var hold = await rig.PickedUpBy(handOff, await rig.Employ("Sam Okoye"));

        await rig.Part<ClearHandOff>().Handle(handOff.Id, new Clearing("Mo Hill", "spoke"), Cancel);
        Assert.Null((await rig.Now(handOff)).ClearedAt);

        await rig.Part<ClearHandOff>().Handle(handOff.Id, new Clearing("Sam Okoye", "spoke") { Hold = hold }, Cancel);
        Assert.NotNull((await rig.Now(handOff)).ClearedAt);
    }

    [Fact]
    public async Task A_conversation_given_to_a_colleague_is_no_longer_ones_own()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var (sam, mo) = (await rig.Employ("Sam Okoye"), await rig.Employ("Mo Hill"));
        var handOff = await rig.AskedForAPerson();
        var hold = await rig.PickedUpBy(handOff, sam);

        Assert.True(await rig.Part<TransferHandOff>().Handle(hold, mo.Id, Cancel));
        Assert.False(await rig.Part<TransferHandOff>().Handle(hold, mo.Id, Cancel));

        Assert.Equal(Replied.NotHeld, (await rig.Reply(hold, "Hello")).Outcome);
        var now = await rig.Now(handOff);
        Assert.Equal(Replied.Sent, (await rig.Reply(new Hold(handOff.Id, mo.Id, now.Fence), "Hello, Mo here")).Outcome);
    }

    [Fact]
    public async Task A_note_reaches_no_person()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var handOff = await rig.AskedForAPerson();
        await rig.PickedUpBy(handOff, await rig.Employ("Sam Okoye"));
        var before = rig.SentTo(Rig.Anna).Count;

        await rig.Part<WriteNote>().Handle(handOff.Id, "Sam Okoye", "Sounded low on the phone", Cancel);
        await rig.Rest();

        Assert.Equal("Sounded low on the phone", Assert.Single(await rig.All<HandOffNote>()).Words);
        Assert.Equal(before, rig.SentTo(Rig.Anna).Count);
    }

    [Fact]
    public async Task Somebody_whose_phone_is_held_is_told_of_words_from_that_phone_alone()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var (sam, mo) = (await rig.Employ("Sam Okoye"), await rig.Employ("Mo Hill"));
        await rig.PickedUpBy(await rig.AskedForAPerson(), sam);
        await rig.PickedUpBy(await rig.AskedForAPerson(Bea), mo);

        await rig.Text("words of Bea", Bea);

        Assert.Equal(mo.Id, Assert.Single(await rig.All<StaffPost>(), post => post.Kind == StaffPostKind.Heard).WorkerId);
    }

    [Fact]
    public async Task Whoever_sends_a_picture_is_told_kindly_that_it_cannot_be_seen()
    {
        await using var rig = await Rig.At(Desk.Monday);
        await rig.Text("Hello");

        await rig.Part<ReceiveMessage>().Handle(new Incoming("shire", Channel.Sms, "MM1", Rig.Anna, "") { Attachments = 1 }, Cancel);
        await rig.Rest();

        Assert.StartsWith("Sorry, we cannot see pictures", rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_about_danger_is_heard_while_a_worker_holds_it()
    {
        await using var rig = await Rig.At(Desk.Monday);
        await rig.PickedUpBy(await rig.AskedForAPerson(), await rig.Employ("Sam Okoye"));
        await rig.Text("I can't go on like this");
        Assert.Contains(await rig.All<Workflows.Conversations.Conversation>(), talk => talk.Dialog == "caring" && talk.ClosedAt is null);

        await rig.Text("yes");

        Assert.Single(await rig.All<HandOff>(), one => one.Urgent);
        Assert.NotEmpty(rig.SentTo(TestService.FirstOnCall));
    }

    [Fact]
    public async Task A_page_from_a_hold_that_is_over_clears_nothing()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var sam = await rig.Employ("Sam Okoye");
        await rig.Text("I want to kill myself");
        var red = Assert.Single(await rig.All<HandOff>());
        var hold = await rig.PickedUpBy(red, sam);
        await rig.Pass(Duration.FromMinutes(17));

        await rig.Part<ClearHandOff>().Handle(red.Id, new Clearing("Sam Okoye", "spoke", SafeToText: true) { Hold = hold }, Cancel);

        Assert.Null((await rig.Now(red)).ClearedAt);
    }

    [Fact]
    public async Task One_that_only_a_person_may_end_does_not_go_back_to_the_bot_unseen()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var handOff = await rig.AskedForAPerson();
        await rig.Store.Write(
            session =>
            {
                session.Execute("UPDATE \"HandOffs\" SET \"Reason\" = 'Under18' WHERE \"Id\" = @p0", handOff.Id);
                return ValueTask.FromResult(0);
            },
            Cancel);
        var hold = await rig.PickedUpBy(handOff, await rig.Employ("Sam Okoye"));

        Assert.NotNull(await rig.Part<ReturnToBot>().Handle(hold, Cancel));
        Assert.Null((await rig.Now(handOff)).ClearedAt);
    }
}
