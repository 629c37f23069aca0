using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Tests.Safety;

/// <summary>A new alarm after somebody has accepted reaches a human being again, whoever it was that accepted.</summary>
public sealed class NewAlarmTests
{
    private const string Danger = "i want to kill myself";
    private const string Chat = "chat-1";

    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 10, 0);

    [Theory]
    [InlineData("Link worker")]
    [InlineData("on call")]
    public async Task Accepted_by_somebody_who_is_not_on_the_list_it_climbs_from_the_beginning(string by)
    {
        await using var rig = await Rig.At(Monday);
        await rig.Text(Danger);
        await Accept(rig, by);

        await rig.Pass(Duration.FromMinutes(10));
        await rig.Text(Danger + "!");
        Assert.Equal(2, rig.SentTo(TestService.FirstOnCall).Count);
        await rig.Pass(Duration.FromMinutes(5));

        Assert.Equal(2, rig.SentTo(TestService.SecondOnCall).Count); // a text and a call
    }

    [Fact]
    public async Task Accepted_by_somebody_who_has_gone_off_duty_it_climbs_from_the_beginning()
    {
        await using var rig = await Rig.At(new LocalDateTime(2026, 11, 23, 16, 50).Instant(), service => service.OnCall["1"].Hours = "Mon-Fri 09:00-17:00");
        await rig.Text(Danger);
        await Accept(rig, "Sam");

        await rig.Pass(Duration.FromMinutes(20));
        await rig.Text(Danger + "!");

        Assert.Single(rig.SentTo(TestService.FirstOnCall));
        Assert.Equal(2, rig.SentTo(TestService.SecondOnCall).Count);
    }

    [Fact]
    public async Task Whoever_accepted_is_told_first_and_the_others_when_it_is_not_accepted_again()
    {
        await using var rig = await Rig.At(Monday);
        await rig.Text(Danger);
        await Accept(rig, "Mo");
        await rig.Pass(Duration.FromMinutes(10));

        await rig.Text(Danger + "!");
        Assert.Equal(2, rig.SentTo(TestService.SecondOnCall).Count);
        Assert.Single(rig.SentTo(TestService.FirstOnCall));
        await rig.Pass(Duration.FromMinutes(5));
        Assert.Equal(2, rig.SentTo(TestService.FirstOnCall).Count);
        await Accept(rig, "Mo");
        await rig.Pass(Duration.FromMinutes(55)); // after an hour they are asked whether it is done

        Assert.Equal(2, rig.SentTo(TestService.FirstOnCall).Count);
        Assert.Equal(2, rig.SentTo(TestService.SecondOnCall).Count);
    }

    [Fact]
    public async Task A_change_of_shift_skips_nobody()
    {
        await using var rig = await Rig.At(new LocalDateTime(2026, 11, 23, 16, 57).Instant(), service =>
        {
            service.OnCall["1"].Hours = "Mon-Fri 09:00-17:00";
            service.OnCall["2"].Hours = "Mon-Fri 17:00-23:00";
        });

        await rig.Text(Danger);
        await rig.Pass(Duration.FromMinutes(6));

        Assert.Single(rig.SentTo(TestService.FirstOnCall));
        Assert.Equal(2, rig.SentTo(TestService.SecondOnCall).Count);
    }

    [Fact]
    public async Task Each_number_to_call_that_is_given_is_told_of()
    {
        await using var rig = await Rig.At(Monday);
        await rig.Text(Danger, Chat, Channel.WebChat);
        await Accept(rig, "Sam");

        await rig.Text("07700900456", Chat, Channel.WebChat);
        await rig.Text("sorry its 07700900457", Chat, Channel.WebChat);

        Assert.Equal(3, rig.SentTo(TestService.FirstOnCall).Count);
    }

    [Fact]
    public async Task A_number_to_call_reaches_somebody_when_whoever_accepted_is_not_on_the_list()
    {
        await using var rig = await Rig.At(Monday);
        await rig.Text(Danger, Chat, Channel.WebChat);
        await Accept(rig, "Link worker");

        await rig.Text("07700900456", Chat, Channel.WebChat);

        Assert.Equal(2, rig.SentTo(TestService.FirstOnCall).Count);
        Assert.Equal(2, (await rig.All<OutboundMessage>()).Count(row => row.Class == SendClass.OnCall));
    }

    [Fact]
    public async Task An_alarm_that_came_after_the_page_was_shown_is_not_accepted_unread()
    {
        await using var rig = await Rig.At(Monday);
        await rig.Text(Danger);
        var shown = (await rig.All<HandOff>()).Single();
        await rig.Text(Danger);

        var late = await rig.Part<AcknowledgeHandOff>().Handle(shown.Id, "Sam", shown.Alarms, TestContext.Current.CancellationToken);
        Assert.Null(late!.AcknowledgedAt);
        Assert.True(late.Alarms > shown.Alarms);

        var read = await rig.Part<AcknowledgeHandOff>().Handle(shown.Id, "Sam", late.Alarms, TestContext.Current.CancellationToken);
        Assert.Equal("Sam", read!.AcknowledgedBy);
    }

    private static async Task Accept(Rig rig, string by) => await rig.Part<AcknowledgeHandOff>().Handle(
        (await rig.All<HandOff>()).Single().Id, by, alarms: null, TestContext.Current.CancellationToken);
}
