using Companion.Workflows.HandOffs;
using Companion.Workflows.Safety;
using Companion.Workflows.Sending;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Bot.Tests.Teams;

public sealed class ChristmasTests
{
    private const string Anna = "+447700900123";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_red_flag_at_three_on_Christmas_morning_reaches_people_whether_Teams_is_up_or_not(bool isUp)
    {
        await using var rig = await TeamsRig.Start();
        await rig.AddToTeam();
        var clock = rig.App.Part<CompanionClock>();
        clock.MoveForward(new LocalDateTime(2029, 12, 25, 3, 0).Instant() - clock.GetCurrentInstant());
        if (!isUp)
        {
            rig.Teams.Gone[TeamsRig.Channel] = 404;
        }

        await rig.App.Text(Anna, "I want to kill myself");
        await rig.Rest();

        var rows = await rig.App.All<OutboundMessage>();
        Assert.Contains(rows, row => row.Class == SendClass.Safety && row.To == Anna && row.Status == SendStatus.Delivered);
        Assert.Contains(rows, row => row.Class == SendClass.OnCall);
        var handOff = (await rig.App.All<HandOff>()).Single();
        Assert.True(handOff.Urgent);
        Assert.Equal(handOff.OpenedAt + Duration.FromMinutes(15), handOff.DueAt);
        if (isUp)
        {
            var card = Assert.Single(rig.Teams.In(TeamsRig.Channel));
            Assert.StartsWith("Urgent: hand-off", card.Summary, StringComparison.Ordinal);
            Assert.DoesNotContain("kill", card.Everything, StringComparison.Ordinal);
            Assert.DoesNotContain("suicide", card.Everything, StringComparison.OrdinalIgnoreCase);
        }
        else
        {
            Assert.Empty(rig.Teams.Posts);
            Assert.Single(await rig.App.All<Alert>(), alert => alert.Kind == "TeamsRoomGone");
        }

        var told = rows.Count(row => row.Class == SendClass.OnCall);
        for (var rung = handOff.Rung; rung < 4; rung++) // five minutes each; after fifteen everybody on duty is told again
        {
            clock.MoveForward(Duration.FromMinutes(6));
            for (var tries = 0; tries < 200 && (await rig.App.All<HandOff>()).Single().Rung <= rung; tries++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
            }
        }

        Assert.True((await rig.App.All<OutboundMessage>()).Count(row => row.Class == SendClass.OnCall) > told, "the ladder climbs");
    }
}
