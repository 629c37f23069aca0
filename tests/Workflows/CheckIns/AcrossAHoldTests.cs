using Companion.Workflows.CheckIns;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Tests.HandOffs;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Tests.CheckIns;

/// <summary>A link worker takes the conversation over in the middle of a check-in, and gives it back.</summary>
public sealed class AcrossAHoldTests
{
    private static readonly Instant Monday = new LocalDateTime(2026, 3, 16, 9, 30).Instant();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_number_said_to_the_link_worker_is_no_answer_and_the_questions_go_on_where_they_were()
    {
        await using var rig = await HalfAnswered();
        var hold = await Held(rig);

        await Enrolled.Texts(rig, "i owe 3 months rent", "8", "10");
        Assert.Equal(["7", "6"], await Scores(rig));

        Assert.Null(await rig.Part<ReturnToBot>().Handle(hold, Cancel));
        await rig.Rest();
        await Enrolled.Texts(rig, "8", "2");
        Assert.Equal(["7", "6", "8", "2"], await Scores(rig));
        Assert.Equal(CheckInStatus.Complete, (await First(rig)).Status);
    }

    [Fact]
    public async Task While_it_is_held_nobody_is_nudged_to_answer()
    {
        await using var rig = await HalfAnswered();
        var hold = await Held(rig);
        for (var hour = 0; hour < 30; hour++)
        {
            rig.Clock.Now += Duration.FromHours(1);
            await rig.Reply(hold, $"Still with you, {hour}", $"k{hour}", evenAtNight: true); // a silent owner loses it
            await rig.Part<FireTimers>().Handle(100, Cancel);
            await rig.Rest();
        }

        Assert.DoesNotContain(rig.Carrier.Carried, text => text.TextKey == "checkin.nudge");
        Assert.Equal(["7", "6"], await Scores(rig));
    }

    private static async Task<Rig> HalfAnswered()
    {
        var rig = await Rig.At(Monday, service => service.CheckIns.Weeks = "0 3 12");
        await Enrolled.Texts(rig, Enrolled.ForMyself);
        for (var hour = 0; hour < 24 * 10 && rig.Carrier.Carried.All(text => text.TextKey != "checkin.ons4.open"); hour++)
        {
            rig.Clock.Now += Duration.FromHours(1);
            await rig.Part<FireTimers>().Handle(100, Cancel);
            await rig.Rest();
        }

        await Enrolled.Texts(rig, "7", "6");
        return rig;
    }

    private static async Task<Hold> Held(Rig rig)
    {
        await Enrolled.Texts(rig, "can i talk to a person please");
        return await rig.PickedUpBy((await rig.All<HandOff>()).Single(one => one.ClearedAt is null), await rig.Employ("Sam Okoye"));
    }

    private static async Task<CheckIn> First(Rig rig) => (await rig.All<CheckIn>()).Single(wave => wave.Week == 0);

    private static async Task<IReadOnlyList<string>> Scores(Rig rig)
    {
        var wave = await First(rig);
        return [.. (await rig.All<CheckInScore>()).Where(score => score.CheckInId == wave.Id).OrderBy(score => score.Id).Select(score => $"{score.Score}")];
    }
}
