using Companion.Dialogs.Talking;
using Companion.Workflows.Conversations;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.Tests.Receiving;

/// <summary>A conversation about something to come stays open without asking: it must not catch words that are meant for another.</summary>
public sealed class ListeningTests
{
    private static readonly Instant MondayNoon = Instant.FromUtc(2026, 11, 23, 12, 0);

    [Fact]
    public async Task Words_that_do_not_fit_begin_a_conversation_of_their_own()
    {
        await using var rig = await Listening();

        await rig.Text("I need help with my rent");

        Assert.Equal(["listens", "referral"], (await rig.All<Conversation>()).OrderBy(talk => talk.Id).Select(talk => talk.Dialog));
    }

    [Fact]
    public async Task Words_that_fit_clearly_reach_it_past_an_open_question()
    {
        await using var rig = await Listening();
        await rig.Text("I need help with my rent");

        await rig.Text("echo");

        Assert.Equal(2, (await Talk(rig, "listens")).Moves);
        Assert.Equal("referral:Asking=Possible listens:Asking=Clear", (await rig.All<InboundMessage>()).OrderBy(words => words.Id).Last().Resolved);
    }

    [Fact]
    public async Task It_ends_when_its_time_is_over_and_not_before()
    {
        await using var rig = await Listening();

        await rig.Pass(Duration.FromMinutes(59));
        Assert.Null((await Talk(rig, "listens")).ClosedAt);
        await rig.Pass(Duration.FromMinutes(2));

        Assert.NotNull((await Talk(rig, "listens")).ClosedAt);
    }

    [Fact]
    public async Task What_a_dropped_conversation_had_still_to_say_is_never_said()
    {
        await using var rig = await Listening();
        await rig.Store.TurnAndTell(
            About(rig),
            turn =>
            {
                Conversations.Talk.Drop(turn, turn.Open.Find(open => open.Dialog == "listens")!, "changed");
                return ValueTask.FromResult(0);
            },
            TestContext.Current.CancellationToken);

        await rig.Pass(Duration.FromHours(20));

        Assert.Empty(rig.SentTo(Rig.Anna));
        Assert.Equal(SendStatus.Superseded, Assert.Single(await rig.All<OutboundMessage>()).Status);
    }

    // One that was begun by us and whose text waits in the outbox.
    private static async Task<Rig> Listening()
    {
        var rig = await Rig.At(MondayNoon, dialogs: TestDialogs.Listening());
        await rig.Store.TurnAndTell(
            About(rig),
            turn =>
            {
                turn.Address.LastChannel = Channel.Sms;
                turn.Update(turn.Address);
                rig.Part<Talk>().Begin(
                    turn, rig.Service, "listens", Slots.Empty, message: null, new TalkedEvent(MondayNoon + Duration.FromMinutes(30), MondayNoon + Duration.FromHours(1)));
                return ValueTask.FromResult(0);
            },
            TestContext.Current.CancellationToken);
        return rig;
    }

    private static TurnRequest About(Rig rig) => new(rig.Service.Key, Channel.Sms, Rig.Anna, null, null, rig.Clock.Now);

    private static async Task<Conversation> Talk(Rig rig, string dialog) => (await rig.All<Conversation>()).Single(talk => talk.Dialog == dialog);
}
