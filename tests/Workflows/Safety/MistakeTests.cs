using Companion.Dialogs.Talking;
using Companion.Workflows.Consent;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Receiving;
using NodaTime;

namespace Companion.Workflows.Tests.Safety;

/// <summary>A dialog that throws is a mistake of ours: it takes neither the words nor the danger in them.</summary>
public sealed class MistakeTests
{
    private static readonly Instant MondayNoon = Instant.FromUtc(2026, 11, 23, 12, 0);

    [Fact]
    public async Task Words_that_a_mistake_keeps_from_being_answered_are_kept_and_a_person_reads_them()
    {
        await using var rig = await Rig.At(MondayNoon, dialogs: Broken());

        await rig.Text("hello, i need help with my bills");

        Assert.Equal("hello, i need help with my bills", Assert.Single(await rig.All<InboundMessage>()).Words);
        Assert.Equal(HandOffReason.Misunderstood, Assert.Single(await rig.All<HandOff>()).Reason);
        Assert.Contains("A person from", Assert.Single(rig.SentTo(Rig.Anna)), StringComparison.Ordinal);
        Assert.Empty(await rig.All<Conversation>());
    }

    [Fact]
    public async Task Danger_is_answered_all_the_same()
    {
        await using var rig = await Rig.At(MondayNoon, dialogs: Broken());

        await rig.Text("hello");
        await rig.Text("i want to kill myself");

        Assert.Contains("999", rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);
        Assert.NotEmpty(rig.SentTo(TestService.FirstOnCall));
    }

    [Fact]
    public async Task A_likely_stop_that_could_not_be_asked_about_becomes_a_task()
    {
        await using var rig = await Rig.At(MondayNoon, optOut: new OptOutSettings { ByProvider = false }, dialogs: Broken());

        await rig.Text("stop it");

        var task = Assert.Single(await rig.All<StaffTask>());
        Assert.Equal("CheckConsent", task.Kind);
        Assert.Contains("stop texting", task.Reason, StringComparison.Ordinal);
        Assert.Equal("", Assert.Single(await rig.All<Address>()).Stopped);
    }

    [Fact]
    public async Task A_provider_that_acted_on_STOP_is_written_down_although_the_turn_failed()
    {
        await using var rig = await Rig.At(MondayNoon, dialogs: Broken());
        var stop = new Incoming(rig.Service.Key, Channel.Sms, "SM1", Rig.Anna, "stop it") { ProviderOptOut = "STOP" };

        await rig.Part<ReceiveMessage>().Handle(stop, TestContext.Current.CancellationToken);

        Assert.True(Assert.Single(await rig.All<Address>()).ProviderBlocked);
    }

    // There is no dialog to begin: every ordinary word throws.
    private static DialogBook Broken() => new([]);
}
