using Companion.Workflows.Safety;
using Companion.Workflows.Sending;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Tests.Sending;

/// <summary>One row that cannot be dealt with does not hold up the others, the urgent ones least of all.</summary>
public sealed class PoisonTests
{
    private static readonly Instant MondayNoon = Instant.FromUtc(2026, 11, 23, 12, 0);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_timer_that_throws_is_put_off_and_told_of_and_the_ladder_climbs()
    {
        await using var rig = await Rig.At(MondayNoon);
        await rig.Text("hello", "+447700900777");
        await rig.Store.Write(
            session =>
            {
                session.Execute("UPDATE \"Conversations\" SET \"Dialog\" = 'of an old release'");
                session.Execute("UPDATE \"Timers\" SET \"DueAt\" = @p0", MondayNoon.ToUnixTimeTicks());
                return ValueTask.FromResult(0);
            },
            Cancel);
        await rig.Text("i want to kill myself");

        await rig.Pass(Duration.FromMinutes(6));

        Assert.NotEmpty(rig.SentTo(TestService.SecondOnCall));
        Assert.Equal("TimerFailed", Assert.Single(await rig.All<Alert>()).Kind);
        Assert.Contains(await rig.All<TimerRow>(), timer => timer.Kind == TimerKind.Silence && timer.DueAt > rig.Clock.Now);
    }

    [Fact]
    public async Task A_text_of_a_service_that_is_gone_is_refused_and_the_others_go()
    {
        await using var rig = await Rig.At(MondayNoon);
        rig.Part<SendSwitch>().IsOn = false;
        await rig.Text("hello", "+447700900777");
        await rig.Store.Write(
            session =>
            {
                session.Execute("UPDATE \"Outbound\" SET \"ServiceId\" = 'closed'");
                return ValueTask.FromResult(0);
            },
            Cancel);
        rig.Part<SendSwitch>().IsOn = true;

        await rig.Text("hello");

        Assert.Single(rig.SentTo(Rig.Anna));
        var refused = Assert.Single(await rig.All<OutboundMessage>(), row => row.Status == SendStatus.Refused);
        Assert.Contains("Services:closed", refused.Reason, StringComparison.Ordinal);
    }
}
