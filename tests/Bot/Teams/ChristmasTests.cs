using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Safety;
using Companion.Workflows.Sending;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Bot.Tests.Teams;

public sealed class ChristmasTests
{
    private const string Anna = "+447700900123";
    private const string DutyManager = "+447700900902"; // the one person on call at that hour

    [Theory]
    [InlineData("up")]
    [InlineData("gone")]
    [InlineData("silent")]
    public async Task A_red_flag_at_three_on_Christmas_morning_reaches_people_whether_Teams_is_up_or_not(string teams)
    {
        await using var rig = await TeamsRig.Start();
        await rig.AddToTeam();
        await rig.Rest();
        var clock = rig.App.Part<CompanionClock>();
        clock.MoveForward(new LocalDateTime(2029, 12, 25, 3, 0).Instant() - clock.GetCurrentInstant());
        rig.Teams.Away = teams == "silent" ? new TaskCompletionSource() : null;
        if (teams == "gone")
        {
            rig.Teams.Gone[TeamsRig.Channel] = 404;
        }

        await rig.App.Text(Anna, "I want to kill myself");
        var rows = await rig.App.All<OutboundMessage>();
        var heard = Assert.Single(await rig.App.All<Workflows.Conversations.InboundMessage>());
        Assert.Contains(rows, row => row.Class == SendClass.Safety && row.To == Anna && row.CreatedAt == heard.ReceivedAt); // in the same turn
        var handOff = Assert.Single(await rig.App.All<HandOff>());
        Assert.True(handOff.Urgent);
        Assert.Equal(handOff.OpenedAt + Duration.FromMinutes(15), handOff.DueAt);
        await TeamsRig.Until(async () => (await rig.App.All<OutboundMessage>()).Exists(row => row.Class == SendClass.Safety && row.Status == SendStatus.Delivered), "the safety words delivered");
        await Shows(rig, teams);

        for (var minute = 1; minute <= 31; minute++)
        {
            clock.MoveForward(Duration.FromMinutes(1));
            await TeamsRig.Until(async () => (await rig.App.All<TimerRow>()).TrueForAll(timer => timer.DueAt > clock.GetCurrentInstant()), "no timer due");
        }

        var told = (await rig.App.All<OutboundMessage>())
            .Where(row => row.Class == SendClass.OnCall)
            .Select(row => (Minute: (int)(row.CreatedAt - handOff.OpenedAt).TotalMinutes, row.Channel, row.To))
            .Order()
            .ToList();
        Assert.Equal(
            [(0, Channel.Sms, DutyManager), (0, Channel.Voice, DutyManager), (15, Channel.Sms, DutyManager), (15, Channel.Voice, DutyManager), (30, Channel.Sms, DutyManager), (30, Channel.Voice, DutyManager)],
            told);
    }

    private static async Task Shows(TeamsRig rig, string teams)
    {
        if (teams == "up")
        {
            var card = await TeamsRig.Until(() => rig.Teams.In(TeamsRig.Channel).SingleOrDefault(), "the card");
            Assert.StartsWith("Urgent: hand-off", card.Summary, StringComparison.Ordinal);
            Assert.DoesNotContain("kill", card.Everything, StringComparison.Ordinal);
            Assert.DoesNotContain("suicide", card.Everything, StringComparison.OrdinalIgnoreCase);
            return;
        }

        if (teams == "gone")
        {
            await TeamsRig.Until(async () => (await rig.App.All<Alert>()).Exists(alert => alert.Kind == "TeamsRoomGone"), "the alert");
        }

        Assert.Empty(rig.Teams.In(TeamsRig.Channel));
    }
}
