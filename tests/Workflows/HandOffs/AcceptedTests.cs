using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Tests.HandOffs;

/// <summary>An alarm that somebody accepted and nobody picked up or closed is asked about every hour, and told to others when they do not answer.</summary>
public sealed class AcceptedTests
{
    private const string Danger = "i want to kill myself";

    private static readonly Instant FridayEvening = new LocalDateTime(2026, 11, 20, 18, 0).Instant();
    private static readonly Instant MondayMorning = new LocalDateTime(2026, 11, 23, 9, 0).Instant();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_accepted_on_a_Friday_evening_is_asked_twice_and_then_the_ladder_begins_again()
    {
        await using var rig = await Rig.At(FridayEvening);
        await rig.Employ("Sam Okoye");
        await rig.Text(Danger);
        await Accept(rig, "Mo"); // the second: the first was told

        await rig.Play(FridayEvening + Duration.FromMinutes(130));
        Assert.Single(rig.SentTo(TestService.FirstOnCall));
        Assert.Collection(
            StillTexts(rig),
            row => Assert.Contains("an hour ago", row.Words, StringComparison.Ordinal),
            row => Assert.Contains("2 hours ago", row.Words, StringComparison.Ordinal));
        Assert.All(StillTexts(rig), row => Assert.Equal(TestService.SecondOnCall, row.To));

        await rig.Play(FridayEvening + Duration.FromMinutes(181));
        Assert.Contains("urgent hand-off", rig.SentTo(TestService.FirstOnCall)[^1], StringComparison.Ordinal);
        Assert.Null((await rig.All<HandOff>()).Single().AcknowledgedAt);
        Assert.Single(await rig.All<HandOffEvent>(), one => one is { Kind: "Unanswered", Detail: "Mo" });
    }

    [Fact]
    public async Task Over_a_weekend_in_which_nobody_picks_it_up_no_hour_passes_in_which_nobody_is_told()
    {
        await using var rig = await Rig.At(FridayEvening);
        await rig.Employ("Sam Okoye");
        await rig.Text(Danger);
        await Accept(rig, "Mo");

        await rig.Play(MondayMorning);

        var told = (await rig.All<OutboundMessage>()).Where(row => row.Class == SendClass.OnCall).Select(row => row.CreatedAt).Order().ToList();
        var next = told.Append(MondayMorning).Skip(1);
        Assert.All(told.Zip(next), gap => Assert.True(gap.Second - gap.First <= Duration.FromHours(1), $"{gap.First} to {gap.Second}"));
    }

    [Fact]
    public async Task Whoever_answers_each_time_is_asked_every_hour_and_a_worker_is_told_when_they_are_in()
    {
        await using var rig = await Rig.At(FridayEvening);
        await rig.Employ("Sam Okoye");
        await rig.Text(Danger);
        await Accept(rig, "Mo");

        for (var asked = 1; rig.Clock.Now < MondayMorning - Duration.FromHours(2); asked++)
        {
            await rig.Play(rig.Clock.Now + Duration.FromMinutes(61));
            Assert.Equal(asked, StillTexts(rig).Count());
            Assert.NotNull(await rig.Part<AcknowledgeHandOff>().Redeem((await rig.All<SignedLink>()).MaxBy(link => link.Id)!.Id, 1, Cancel));
        }

        await rig.Play(MondayMorning + Duration.FromMinutes(2));
        Assert.Single(rig.SentTo(TestService.FirstOnCall));
        Assert.Contains(rig.Carrier.Carried, row => row.To == "sam@shire.example");
        Assert.Equal("Mo", (await rig.All<HandOff>()).Single().AcknowledgedBy);
    }

    [Fact]
    public async Task A_worker_who_comes_in_is_told_without_another_question_to_whoever_was_asked_just_before()
    {
        await using var rig = await Rig.At(MondayMorning - Duration.FromMinutes(70));
        await rig.Employ("Sam Okoye");
        await rig.Text(Danger);
        await Accept(rig, "Mo");

        await rig.Play(MondayMorning + Duration.FromMinutes(30));

        Assert.Single(StillTexts(rig));
        Assert.Contains(rig.Carrier.Carried, row => row.To == "sam@shire.example");
    }

    [Fact]
    public async Task One_that_workers_read_of_and_leave_on_a_Friday_afternoon_is_not_silent_until_Monday()
    {
        await using var rig = await Rig.At(FridayEvening - Duration.FromHours(2.5));
        await rig.Employ("Sam Okoye");
        await rig.Text(Danger);
        await Accept(rig, "Mo");

        await rig.Play(FridayEvening + Duration.FromHours(3));

        Assert.True(rig.SentTo(TestService.FirstOnCall).Count > 1);
    }

    [Theory]
    [InlineData("on call")]
    [InlineData("Sam Okoye")] // a worker, who went home
    public async Task Accepted_by_somebody_who_is_not_on_call_it_goes_to_whoever_is_after_an_hour(string by)
    {
        await using var rig = await Rig.At(FridayEvening);
        await rig.Employ("Sam Okoye");
        await rig.Text(Danger);
        await Accept(rig, by);

        await rig.Play(FridayEvening + Duration.FromMinutes(61));

        Assert.Equal(2, rig.SentTo(TestService.FirstOnCall).Count);
    }

    [Fact]
    public async Task A_worker_who_accepted_and_is_in_is_asked_themselves()
    {
        await using var rig = await Rig.At(Desk.Monday);
        await rig.Employ("Sam Okoye");
        await rig.Text(Danger);
        await Accept(rig, "Sam Okoye");

        await rig.Play(Desk.Monday + Duration.FromMinutes(62));

        Assert.Single(rig.SentTo(TestService.FirstOnCall));
        Assert.Contains(rig.Carrier.Carried, row => row.To == "sam@shire.example" && row.Words.Contains("an hour ago", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_the_question_cannot_reach_them_somebody_else_is_told_at_once()
    {
        await using var rig = await Rig.At(FridayEvening);
        await rig.Text(Danger);
        await Accept(rig, "Mo");
        rig.Carrier.Answer = message => message.To == TestService.SecondOnCall
            ? new Delivery.Refused(21211, "no such number")
            : new Delivery.Taken("T" + message.Id, SendStatus.Delivered);

        await rig.Play(FridayEvening + Duration.FromMinutes(62));

        Assert.Equal(2, rig.SentTo(TestService.FirstOnCall).Count);
    }

    [Fact]
    public async Task A_new_alarm_does_not_double_the_questions_and_picking_it_up_ends_them()
    {
        await using var rig = await Rig.At(FridayEvening);
        var worker = await rig.Employ("Sam Okoye");
        await rig.Text(Danger);
        await Accept(rig, "Mo");
        await rig.Pass(Duration.FromMinutes(20));
        await rig.Text(Danger + "!");
        await Accept(rig, "Mo");

        await rig.Play(FridayEvening + Duration.FromMinutes(100));
        Assert.Single(StillTexts(rig));
        Assert.Single(await rig.All<TimerRow>(), timer => timer.Kind == TimerKind.Wait);

        await rig.PickedUpBy((await rig.All<HandOff>()).Single(), worker);
        await rig.Play(FridayEvening + Duration.FromMinutes(109));
        Assert.Single(StillTexts(rig));
    }

    [Fact]
    public async Task A_late_press_on_an_old_link_changes_nothing_until_somebody_was_asked()
    {
        await using var rig = await Rig.At(FridayEvening);
        await rig.Text(Danger);
        var link = (await rig.All<SignedLink>()).Single();
        await Accept(rig, "Mo");

        await rig.Part<AcknowledgeHandOff>().Redeem(link.Id, 1, Cancel);

        Assert.Equal("Mo", (await rig.All<HandOff>()).Single().AcknowledgedBy);
    }

    [Fact]
    public async Task Who_of_the_workers_was_told_is_kept_apart_from_who_on_call_was()
    {
        await using var rig = await Rig.At(MondayMorning - Duration.FromMinutes(65), service => service.OnCall["1"].Name = "Sam Okoye");
        await rig.Employ("Sam Okoye");
        await rig.Text(Danger);
        await Accept(rig, "Sam Okoye");

        await rig.Play(MondayMorning + Duration.FromMinutes(2));

        var handOff = (await rig.All<HandOff>()).Single();
        Assert.Equal(("Sam Okoye\n", "Sam Okoye\n"), (handOff.Told, handOff.WorkersTold));
    }

    private static IEnumerable<OutboundMessage> StillTexts(Rig rig) =>
        rig.Carrier.Carried.Where(row => row is { TextKey: "oncall.still", Channel: Channel.Sms });

    private static async Task Accept(Rig rig, string by) =>
        await rig.Part<AcknowledgeHandOff>().Handle((await rig.All<HandOff>()).Single().Id, by, alarms: null, Cancel);
}
