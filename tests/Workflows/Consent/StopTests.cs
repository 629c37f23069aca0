using Companion.Dialogs.Consent;
using Companion.Workflows.Consent;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Safety;
using Companion.Workflows.Sending;
using NodaTime;

namespace Companion.Workflows.Tests.Consent;

public sealed class StopTests
{
    private static readonly Instant MondayNoon = Instant.FromUtc(2026, 11, 23, 12, 0);
    private static readonly OptOutSettings Ours = new() { ByProvider = false };

    [Fact]
    public async Task When_the_provider_answers_STOP_itself_we_record_it_and_say_nothing()
    {
        await using var rig = await Rig.At(MondayNoon, dialogs: TestDialogs.Echo());

        await rig.Text("STOP");

        Assert.Empty(rig.SentTo(Rig.Anna));
        var address = Assert.Single(await rig.All<Address>());
        Assert.True(address.ProviderBlocked);
        Assert.Equal("Everything", address.Stopped);
        Assert.Equal([ConsentChange.ProviderBlocked, ConsentChange.Stopped], (await rig.All<ConsentEntry>()).OrderBy(e => e.Id).Select(e => e.Change));
    }

    [Fact]
    public async Task When_keywords_are_ours_STOP_is_confirmed_once_and_START_restores()
    {
        await using var rig = await Rig.At(MondayNoon, optOut: Ours);

        await rig.Text("Stop. Thank you");
        await rig.Text("START");

        Assert.Equal(2, rig.SentTo(Rig.Anna).Count);
        Assert.Equal("", Assert.Single(await rig.All<Address>()).Stopped);
    }

    [Fact]
    public async Task Only_START_restores_consent_but_what_they_ask_for_after_STOP_is_answered()
    {
        await using var rig = await Rig.At(MondayNoon, optOut: Ours);
        await rig.Text("please stop texting me");
        rig.Clock.Now += Duration.FromHours(3);

        await rig.Text("hello, I need help with money");

        Assert.Equal("Everything", Assert.Single(await rig.All<Address>()).Stopped);
        Assert.Equal(2, rig.SentTo(Rig.Anna).Count);
    }

    [Fact]
    public async Task STOP_in_the_middle_of_a_referral_ends_it_so_that_new_words_begin_anew_and_are_answered()
    {
        await using var rig = await Rig.At(MondayNoon, optOut: Ours);
        await rig.Text("hello");
        await rig.Text("1");
        await rig.Text("STOP");
        rig.Clock.Now += Duration.FromHours(24);
        var sent = rig.SentTo(Rig.Anna).Count;

        await rig.Text("I need help with money");

        var talks = (await rig.All<Conversation>()).OrderBy(talk => talk.Id).ToList();
        Assert.Equal(["stopped", null], talks.Select(talk => talk.CloseReason));
        Assert.Equal(sent + 1, rig.SentTo(Rig.Anna).Count);
        Assert.Equal("Everything", Assert.Single(await rig.All<Address>()).Stopped);
    }

    [Fact]
    public async Task STOP_leaves_a_question_about_danger_open()
    {
        await using var rig = await Rig.At(MondayNoon, optOut: Ours);
        await rig.Text("hello");
        await rig.Text("my husband hits me");

        await rig.Text("STOP");

        var open = Assert.Single(await rig.All<Conversation>(), talk => talk.ClosedAt is null);
        Assert.Equal(SafetyDesk.SafeToText, open.Dialog);
    }

    [Fact]
    public async Task The_question_whether_they_meant_stop_ends_a_referral_as_STOP_does()
    {
        await using var rig = await Rig.At(MondayNoon, optOut: Ours);
        await rig.Text("hello");
        await rig.Text("stop it");
        Assert.Contains("stop texting you?", rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);

        await rig.Text("1");

        Assert.DoesNotContain(await rig.All<Conversation>(), talk => talk.ClosedAt is null);
    }

    [Fact]
    public async Task Words_that_may_mean_stop_said_twice_leave_one_question_and_a_later_yes_stops_nothing()
    {
        await using var rig = await Rig.At(MondayNoon, optOut: Ours);
        await rig.Text("stop it");
        await rig.Text("stop it");
        await rig.Text("2");

        await rig.Text("yes");

        Assert.Equal("", Assert.Single(await rig.All<Address>()).Stopped);
        Assert.Single(await rig.All<Conversation>(), talk => talk.Dialog == "stop-question");
    }

    [Fact]
    public async Task STOP_said_three_times_is_written_down_each_time_and_confirmed_once()
    {
        await using var rig = await Rig.At(MondayNoon, optOut: Ours);

        await rig.Text("STOP");
        await rig.Text("stop");
        await rig.Text("please stop texting me");

        Assert.Single(rig.SentTo(Rig.Anna));
        Assert.Equal(3, (await rig.All<ConsentEntry>()).Count(entry => entry.Change == ConsentChange.Stopped));
    }

    [Fact]
    public async Task STOP_after_they_asked_for_something_new_is_confirmed_again()
    {
        await using var rig = await Rig.At(MondayNoon, optOut: Ours);
        await rig.Text("STOP");
        rig.Clock.Now += Duration.FromHours(1);
        await rig.Text("I need help with money");

        await rig.Text("STOP");

        Assert.Equal(3, rig.SentTo(Rig.Anna).Count);
    }

    [Fact]
    public async Task Stopping_reminders_leaves_the_rest()
    {
        await using var rig = await Rig.At(MondayNoon, optOut: Ours);

        await rig.Text("STOP REMINDERS");

        var address = Assert.Single(await rig.All<Address>());
        Assert.True(SendGate.IsStopped(address, SendClass.Reminder));
        Assert.False(SendGate.IsStopped(address, SendClass.CheckIn));
        Assert.Contains("reminders", Assert.Single(rig.SentTo(Rig.Anna)), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("the bus stop changed")]
    [InlineData("I had to stop work because of my back")]
    public async Task Near_misses_stop_nothing(string words)
    {
        await using var rig = await Rig.At(MondayNoon, optOut: Ours);

        await rig.Text(words);

        Assert.Equal("", Assert.Single(await rig.All<Address>()).Stopped);
    }

    [Fact]
    public async Task A_block_the_provider_tells_of_when_we_send_is_written_down()
    {
        await using var rig = await Rig.At(MondayNoon, dialogs: TestDialogs.Echo());
        rig.Carrier.Answer = _ => new Delivery.Refused(SettleDelivery.OptedOut, "opted out");

        await rig.Text("hello");

        Assert.True(Assert.Single(await rig.All<Address>()).ProviderBlocked);
        Assert.Equal((ConsentTopic.Everything, ConsentChange.ProviderBlocked), (await rig.All<ConsentEntry>()).Select(e => (e.Topic, e.Change)).Single());
    }

    [Fact]
    public async Task The_ledger_keeps_the_message_it_rests_on()
    {
        await using var rig = await Rig.At(MondayNoon, optOut: Ours);

        var receipt = await rig.Text("no more texts please");

        Assert.All(await rig.All<ConsentEntry>(), entry => Assert.Equal(receipt.MessageId, entry.MessageId));
    }

    [Fact]
    public async Task What_is_only_likely_a_START_is_answered_as_words_are()
    {
        await using var rig = await Rig.At(MondayNoon, optOut: Ours);

        await rig.Text("sign me up");

        Assert.StartsWith("Hello, this is", Assert.Single(rig.SentTo(Rig.Anna)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task START_said_three_times_in_a_moment_is_confirmed_once()
    {
        await using var rig = await Rig.At(MondayNoon, optOut: Ours);
        await rig.Text("STOP");

        await rig.Text("START");
        await rig.Text("start");
        await rig.Text("START please");

        Assert.Equal(2, rig.SentTo(Rig.Anna).Count);
        Assert.Equal("", Assert.Single(await rig.All<Address>()).Stopped);
    }

    [Fact]
    public async Task START_after_another_STOP_is_confirmed_again()
    {
        await using var rig = await Rig.At(MondayNoon, optOut: Ours);

        foreach (var words in new[] { "START", "STOP", "START" })
        {
            await rig.Text(words);
        }

        Assert.Equal(3, rig.SentTo(Rig.Anna).Count);
    }

    [Fact]
    public async Task START_said_again_an_hour_later_is_answered()
    {
        await using var rig = await Rig.At(MondayNoon, optOut: Ours);
        await rig.Text("START");
        rig.Clock.Now += Duration.FromHours(1);

        await rig.Text("START");

        Assert.Equal(2, rig.SentTo(Rig.Anna).Count);
    }

    [Fact]
    public async Task A_likely_stop_in_words_that_are_asked_about_with_care_becomes_a_task()
    {
        await using var rig = await Rig.At(MondayNoon, optOut: Ours);

        await rig.Text("stop. im at the end of my tether");

        Assert.Equal(SafetyDesk.Caring, Assert.Single(await rig.All<Conversation>()).Dialog);
        Assert.Equal("CheckConsent", Assert.Single(await rig.All<StaffTask>()).Kind);
    }
}
