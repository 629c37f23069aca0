using Companion.Workflows.CheckIns;
using Companion.Workflows.Sending;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Tests.Sending;

/// <summary>What a stop button holds back, what it never can, and what becomes of it all when it is lifted.</summary>
public sealed class StopButtonTests
{
    private static readonly Instant MondayNoon = new LocalDateTime(2026, 3, 16, 12, 0).Instant();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<SendClass> EveryClass => [.. Enum.GetValues<SendClass>()];

    [Theory]
    [MemberData(nameof(EveryClass))]
    public async Task A_stop_of_everything_holds_every_class_that_may_be_stopped_and_no_other(SendClass sendClass)
    {
        await using var rig = await Rig.At(MondayNoon);
        var never = sendClass is SendClass.Safety or SendClass.OnCall or SendClass.StopOrStart or SendClass.Help or SendClass.LinkWorker;
        await rig.Part<PressStop>().Handle("shire", null, "wrong words went out", "Sam", Cancel);
        Assert.Equal(never ? PressOutcome.NeverStopped : PressOutcome.Stands, await rig.Part<PressStop>().Handle("shire", sendClass, "test", "Sam", Cancel));
        var address = await rig.Store.CheckIn(1, MondayNoon + Duration.FromDays(30));
        await rig.Store.Text(address, 1, sendClass, MondayNoon, MondayNoon + Duration.FromHours(2), MondayNoon + Duration.FromHours(20));

        await rig.Rest();

        var row = Assert.Single(await rig.All<OutboundMessage>());
        Assert.Equal(never ? SendStatus.Delivered : SendStatus.Queued, row.Status);
        Assert.Equal(never ? null : "These texts were stopped by Sam: wrong words went out", row.Reason);
    }

    [Fact]
    public async Task A_row_put_into_the_table_by_hand_cannot_stop_an_answer_to_danger()
    {
        await using var rig = await Rig.At(MondayNoon);
        await rig.Store.Write(
            session =>
            {
                session.Insert(new SendStop { Id = session.NextId(), ServiceId = "shire", Class = SendClass.Safety, Reason = "a mistake", By = "nobody", At = MondayNoon });
                return ValueTask.FromResult(0);
            },
            Cancel);

        await rig.Text("i want to kill myself");

        Assert.Contains(rig.Carrier.Carried, text => text.Class == SendClass.Safety);
        Assert.NotEmpty(rig.SentTo(TestService.FirstOnCall));
    }

    [Fact]
    public async Task A_stop_of_one_class_or_another_service_leaves_the_others_alone()
    {
        await using var rig = await Rig.At(MondayNoon);
        await rig.Part<PressStop>().Handle("shire", SendClass.Offer, "full", "Sam", Cancel);
        var address = await rig.Store.CheckIn(1, MondayNoon + Duration.FromDays(30));
        await rig.Store.Text(address, 1, SendClass.Reminder, MondayNoon, MondayNoon + Duration.FromHours(2));
        await rig.Store.Text(address, 1, SendClass.Offer, MondayNoon, MondayNoon + Duration.FromHours(2));

        await rig.Rest();

        Assert.Equal(SendClass.Reminder, Assert.Single(rig.Carrier.Carried).Class);
        Assert.Equal(PressOutcome.NoSuchService, await rig.Part<PressStop>().Handle("elsewhere", null, "test", "Sam", Cancel));
        Assert.Equal(PressOutcome.StoodAlready, await rig.Part<PressStop>().Handle("shire", SendClass.Offer, "again", "Mo", Cancel));
    }

    [Fact]
    public async Task It_holds_after_a_restart_until_it_is_lifted_and_the_line_stays()
    {
        await using var rig = await Rig.At(MondayNoon);
        await rig.Part<PressStop>().Handle("shire", SendClass.Reminder, "the system was down", "Sam", Cancel);
        var address = await rig.Store.CheckIn(1, MondayNoon + Duration.FromDays(30));
        await rig.Store.Text(address, 1, SendClass.Reminder, MondayNoon, MondayNoon + Duration.FromHours(12));
        await rig.Pass(Duration.FromMinutes(30));
        Assert.Empty(rig.Carrier.Carried);

        var stop = Assert.Single(await rig.All<SendStop>());
        Assert.True(await rig.Part<LiftStop>().Handle(stop.Id, "Mo", Cancel));
        Assert.True(await rig.Part<LiftStop>().Handle(stop.Id, "somebody later", Cancel));
        Assert.False(await rig.Part<LiftStop>().Handle(77, "Mo", Cancel));
        await rig.Pass(Duration.FromMinutes(6));

        Assert.Single(rig.Carrier.Carried);
        stop = Assert.Single(await rig.All<SendStop>());
        Assert.Equal(("Sam", "Mo", "the system was down"), (stop.By, stop.LiftedBy, stop.Reason));
    }

    [Fact]
    public async Task What_waited_is_too_late_within_budget_or_out_of_quiet_hours_when_it_is_lifted()
    {
        await using var rig = await Rig.At(MondayNoon, service => service.TextsPerDay = 2);
        await rig.Part<PressStop>().Handle("shire", null, "look at the words first", "Sam", Cancel);
        var address = await rig.Store.CheckIn(1, MondayNoon + Duration.FromDays(30));
        for (var text = 0; text < 5; text++)
        {
            await rig.Store.Text(address, 1, SendClass.Offer, MondayNoon, MondayNoon + (text == 0 ? Duration.FromHours(1) : Duration.FromDays(3)));
        }

        rig.Clock.Now = new LocalDateTime(2026, 3, 16, 22, 0).Instant();
        await rig.Part<LiftStop>().Handle(Assert.Single(await rig.All<SendStop>()).Id, "Sam", Cancel);
        await rig.Pass(Duration.FromHours(1));
        Assert.Empty(rig.Carrier.Carried);
        Assert.Single(await rig.All<OutboundMessage>(), row => row.Status == SendStatus.Expired);

        rig.Clock.Now = new LocalDateTime(2026, 3, 17, 7, 58).Instant();
        await rig.Pass(Duration.FromHours(8));
        Assert.Equal(2, rig.Carrier.Carried.Count);
    }

    [Fact]
    public async Task A_check_in_that_falls_due_is_put_off_within_its_window_with_the_reason_and_is_not_marked_as_asked()
    {
        await using var rig = await Rig.At(MondayNoon);
        await rig.Store.CheckIn(1, MondayNoon);
        await rig.Store.CheckIn(2, MondayNoon, windowDays: 1);
        await rig.Part<PressStop>().Handle("shire", SendClass.CheckIn, "wrong scale", "Sam", Cancel);
        await rig.Pass(Duration.FromMinutes(2));

        Assert.All(await rig.All<CheckIn>(), planned =>
            Assert.Equal((CheckInStatus.Planned, null, "These texts were stopped by Sam: wrong scale"), (planned.Status, planned.OfferedAt, planned.Reason)));

        await rig.Part<LiftStop>().Handle(Assert.Single(await rig.All<SendStop>()).Id, "Sam", Cancel);
        rig.Clock.Now = new LocalDateTime(2026, 3, 17, 9, 59).Instant();
        await rig.Pass(Duration.FromMinutes(2));

        Assert.Single(rig.SentTo(Seeded.Number(1)));
        var missed = Assert.Single(await rig.All<CheckIn>(), planned => planned.Status == CheckInStatus.Missed);
        Assert.Equal("These texts were stopped by Sam: wrong scale", missed.Reason);
    }
}
