using Companion.Workflows.HandOffs;
using Companion.Workflows.Workers;
using NodaTime;

namespace Companion.Workflows.Tests.HandOffs;

/// <summary>What staff do at night wakes nobody up.</summary>
public sealed class NightTests
{
    private static readonly Instant Night = Instant.FromUtc(2026, 11, 23, 23, 30);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_leaver_held_wakes_nobody_and_the_person_hears_in_the_morning()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var sam = await rig.Employ("Sam Okoye");
        await rig.PickedUpBy(await rig.AskedForAPerson(), sam);
        var before = rig.SentTo(Rig.Anna).Count;

        rig.Clock.Now = Night;
        await rig.Part<WorkerLeaves>().Handle(rig.Service.Key, sam.Id, Cancel);
        await rig.Pass(Duration.FromMinutes(2));
        Assert.Equal(before, rig.SentTo(Rig.Anna).Count);

        await rig.Play(Instant.FromUtc(2026, 11, 24, 9, 5));
        Assert.StartsWith("Nobody from Shire Links is here", rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Giving_a_conversation_back_at_night_wakes_nobody_and_is_said_in_the_morning()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var hold = await rig.PickedUpBy(await rig.AskedForAPerson(), await rig.Employ("Sam Okoye"));
        var before = rig.SentTo(Rig.Anna).Count;

        rig.Clock.Now = Night;
        await rig.Part<ReturnToBot>().Handle(hold, Cancel);
        await rig.Rest();

        Assert.Equal(before, rig.SentTo(Rig.Anna).Count);

        await rig.Play(Instant.FromUtc(2026, 11, 24, 12, 0));
        Assert.StartsWith("You are back with the automatic texts of Shire Links", rig.SentTo(Rig.Anna)[before], StringComparison.Ordinal);
    }
}
