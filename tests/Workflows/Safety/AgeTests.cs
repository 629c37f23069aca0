using Companion.Dialogs.Talking;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using NodaTime;

namespace Companion.Workflows.Tests.Safety;

/// <summary>A child is given the words for children, and only a child.</summary>
public sealed class AgeTests
{
    private const string Danger = "i want to kill myself";
    private const string Childline = "0800 1111";
    private const string Samaritans = "116 123";

    private static readonly Instant MondayNoon = Instant.FromUtc(2026, 11, 23, 12, 0);

    [Fact]
    public async Task Fifteen_and_handed_to_a_person_they_get_the_words_for_children()
    {
        await using var rig = await Rig.At(MondayNoon);
        await Say(rig, "Hello", "1", "Sam Hill, 12 March 2011", "yes");
        Assert.Equal(HandOffReason.Under18, Assert.Single(await rig.All<HandOff>()).Reason);

        await rig.Text(Danger);

        Assert.Contains(Childline, rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(Samaritans, rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_of_birth_that_waits_to_be_confirmed_counts()
    {
        await using var rig = await Rig.At(MondayNoon);
        await Say(rig, "Hello", "1", "Sam Hill, 12 March 2011");

        await rig.Text(Danger);

        Assert.Contains(Childline, rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_age_of_the_child_a_carer_refers_is_not_theirs()
    {
        await using var rig = await Rig.At(MondayNoon);
        await Say(rig, "hello can you help my son", "2", "Ann Lee, his mother", "yes", "Joe Lee, 3 May 2011");
        await rig.Text(Danger);
        Assert.Contains(Samaritans, rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nor_is_it_once_the_child_was_handed_to_a_person_and_a_carer_may_refer_somebody_else()
    {
        await using var rig = await Rig.At(MondayNoon);
        await Say(rig, "hello can you help my son", "2", "Ann Lee, his mother", "yes", "Joe Lee, 3 May 2011", "yes");
        Assert.Equal(HandOffReason.Under18, Assert.Single(await rig.All<HandOff>()).Reason);

        await rig.Text("hello again");
        Assert.StartsWith("Hello, this is", rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);
        await rig.Text(Danger);

        Assert.Contains(Samaritans, rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_eighteen_and_waiting_for_a_person_they_are_told_so_again_and_no_referral_begins()
    {
        await using var rig = await Rig.At(MondayNoon);
        await Say(rig, "Hello", "1", "Sam Hill, 12 March 2011", "yes");
        var told = rig.SentTo(Rig.Anna)[^1];

        await rig.Text("hello?");

        Assert.Contains("will be in touch", told, StringComparison.Ordinal);
        Assert.Equal(told, rig.SentTo(Rig.Anna)[^1]);
        Assert.Single(await rig.All<Conversation>());
    }

    private static async Task Say(Rig rig, params IReadOnlyList<string> words)
    {
        foreach (var text in words)
        {
            await rig.Text(text);
        }
    }
}
