using Companion.Dialogs.Talking;
using Companion.Workflows.Consent;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Receiving;
using Companion.Workflows.Safety;
using NodaTime;

namespace Companion.Workflows.Tests.Receiving;

/// <summary>Words that answer two open questions equally well: the person is asked which they meant, once.</summary>
public sealed class TieTests
{
    private const string Which = "Thank you. Is that about 1 the help you want or 2 stopping our texts? Reply 1 or 2.";

    private static readonly Instant MondayNoon = Instant.FromUtc(2026, 11, 23, 12, 0);

    [Fact]
    public async Task A_yes_to_two_questions_is_asked_about_and_goes_to_the_one_chosen()
    {
        await using var rig = await TwoQuestions();

        await rig.Text("yes");
        Assert.Equal(Which, rig.SentTo(Rig.Anna)[^1]);
        await rig.Text("1");

        var referral = await Talk(rig, "referral");
        Assert.Equal("DateOfBirth", referral.State);
        Assert.Equal("Asking", (await Talk(rig, ConsentDesk.StopQuestion)).State);
        Assert.Equal("", (await rig.All<Address>()).Single(a => a.Value == Rig.Anna).Stopped);
        Assert.All((await rig.All<InboundMessage>()).OrderBy(m => m.Id).TakeLast(2), words => Assert.Equal(referral.Id, words.ConversationId));
    }

    [Fact]
    public async Task Whoever_meant_stop_is_stopped()
    {
        await using var rig = await TwoQuestions();
        await rig.Text("yes");

        await rig.Text("2");

        Assert.Equal("Everything", (await rig.All<Address>()).Single(a => a.Value == Rig.Anna).Stopped);
        Assert.DoesNotContain(await rig.All<Conversation>(), talk => talk.ClosedAt is null);
    }

    [Fact]
    public async Task Nobody_is_asked_twice_the_question_asked_last_gets_the_words()
    {
        await using var rig = await TwoQuestions();
        await rig.Text("yes");

        await rig.Text("yes");

        Assert.Equal("unanswered", (await Talk(rig, Resolver.Which)).CloseReason);
        Assert.Equal("DateOfBirth", (await Talk(rig, "referral")).State);
        Assert.Equal("", (await rig.All<Address>()).Single(a => a.Value == Rig.Anna).Stopped);
    }

    [Fact]
    public async Task Other_words_are_heard_as_what_they_are()
    {
        await using var rig = await TwoQuestions();
        await rig.Text("yes");

        await rig.Text("can i talk to a person");

        Assert.Equal("unanswered", (await Talk(rig, Resolver.Which)).CloseReason);
        Assert.Single(await rig.All<HandOff>(), handOff => handOff.Reason == HandOffReason.Asked);
    }

    [Fact]
    public async Task Danger_is_heard_before_it()
    {
        await using var rig = await TwoQuestions();
        await rig.Text("yes");

        await rig.Text("i want to kill myself");

        Assert.Contains("999", rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_hour_later_a_number_is_about_something_else()
    {
        await using var rig = await TwoQuestions();
        await rig.Text("yes");

        await rig.Pass(Duration.FromMinutes(61));

        Assert.Equal("unanswered", (await Talk(rig, Resolver.Which)).CloseReason);
    }

    [Fact]
    public async Task A_question_about_danger_gets_the_words_unasked()
    {
        await using var rig = await TwoQuestions();
        await rig.Text("im at the end of my tether");
        Assert.Equal("Asking", (await Talk(rig, SafetyDesk.Caring)).State);

        await rig.Text("yes");

        Assert.Contains("999", rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(await rig.All<Conversation>(), talk => talk.Dialog == Resolver.Which);
    }

    [Fact]
    public async Task Words_that_are_only_possible_answers_go_to_the_question_asked_last()
    {
        await using var rig = await Rig.At(MondayNoon, dialogs: TestDialogs.EchoTwice());
        await rig.Text("hello");

        await rig.Text("hello again");

        Assert.Equal(2, (await Talk(rig, "second")).Moves);
        Assert.DoesNotContain(await rig.All<Conversation>(), talk => talk.Dialog == Resolver.Which);
    }

    // The referral asked last ("have we got your name right?"), and whether they meant stop is still open: both take a yes.
    private static async Task<Rig> TwoQuestions()
    {
        var rig = await Rig.At(MondayNoon, optOut: new OptOutSettings { ByProvider = false });
        foreach (var words in new[] { "hello", "1", "stop it", "Hill, Sam" })
        {
            rig.Clock.Now += Duration.FromMinutes(1);
            await rig.Text(words);
        }

        rig.Clock.Now += Duration.FromMinutes(1);
        Assert.Equal("NameReadBack", (await Talk(rig, "referral")).State);
        return rig;
    }

    private static async Task<Conversation> Talk(Rig rig, string dialog) => (await rig.All<Conversation>()).Single(talk => talk.Dialog == dialog);
}
