using Companion.Dialogs.Talking;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
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

    // There is no dialog to begin: every ordinary word throws.
    private static DialogBook Broken() => new([]);
}
