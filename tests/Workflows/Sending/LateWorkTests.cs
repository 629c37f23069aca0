using Companion.Workflows.CheckIns;
using Companion.Workflows.Sending;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Tests.Sending;

/// <summary>What becomes of what fell due while the service was away.</summary>
public sealed class LateWorkTests
{
    private static readonly Instant ThursdayNoon = new LocalDateTime(2026, 3, 19, 12, 0).Instant();

    // A row as its class makes it, found so many hours late at noon of a working day. A reminder is of an event a day after it was due.
    [Theory]
    [InlineData(SendClass.Safety, 1, "Delivered", "Expired", "Expired", "Expired")]
    [InlineData(SendClass.StopOrStart, 12, "Delivered", "Expired", "Expired", "Expired")]
    [InlineData(SendClass.LinkWorker, 12, "Delivered", "Expired", "Expired", "Expired")]
    [InlineData(SendClass.Help, 12, "Delivered", "Expired", "Expired", "Expired")]
    [InlineData(SendClass.Reply, 12, "Delivered", "Expired", "Expired", "Expired")]
    [InlineData(SendClass.ServiceChange, 12, "Delivered", "Expired", "Expired", "Expired")]
    [InlineData(SendClass.Reminder, 24, "Delivered", "Delivered", "Expired", "Expired")]
    [InlineData(SendClass.CheckIn, 72, "Delivered", "Delivered", "Delivered", "Expired")]
    [InlineData(SendClass.Nudge, 72, "Delivered", "Delivered", "Delivered", "Expired")]
    [InlineData(SendClass.Offer, 72, "Delivered", "Delivered", "Delivered", "Expired")]
    [InlineData(SendClass.AskToText, 336, "Delivered", "Delivered", "Delivered", "Delivered")]
    public async Task A_late_text_goes_while_it_is_of_use_to_its_class(SendClass sendClass, int ofUseHours, string hour, string half, string two, string four)
    {
        var late = new[] { 1, 13, 48, 96 };
        await using var rig = await Rig.At(ThursdayNoon);
        for (var person = 0; person < late.Length; person++)
        {
            var due = ThursdayNoon - Duration.FromHours(late[person]);
            var address = await rig.Store.CheckIn(person, ThursdayNoon + Duration.FromDays(60));
            await rig.Store.Text(address, person, sendClass, due, due + Duration.FromHours(ofUseHours), due + Duration.FromHours(24));
        }

        await rig.Rest();

        var rows = (await rig.All<OutboundMessage>()).OrderBy(row => row.Id).ToList();
        Assert.Equal([hour, half, two, four], rows.Select(row => $"{row.Status}"));
        Assert.All(rows.Where(row => row.Status == SendStatus.Expired), row => Assert.Equal("It was too late to be of use.", row.Reason));
    }

    [Fact]
    public async Task At_night_the_late_ones_wait_for_the_morning_and_a_day_never_has_more_than_its_budget()
    {
        await using var rig = await Rig.At(new LocalDateTime(2026, 3, 19, 2, 0).Instant());
        var address = await rig.Store.CheckIn(1, ThursdayNoon + Duration.FromDays(60));
        for (var text = 0; text < 7; text++)
        {
            await rig.Store.Text(address, 1, SendClass.Offer, rig.Clock.Now - Duration.FromHours(30), rig.Clock.Now + Duration.FromHours(42));
        }

        await Hours(rig, 56);

        var sent = (await rig.All<OutboundMessage>()).Where(row => row.SentAt is not null).Select(row => row.SentAt!.Value.Local()).ToList();
        Assert.All(sent, at => Assert.InRange(at.TimeOfDay, new LocalTime(8, 0), new LocalTime(20, 0)));
        Assert.All(sent.GroupBy(at => at.Date), day => Assert.InRange(day.Count(), 1, 3));
        Assert.Equal(6, sent.Count);
        Assert.Single(await rig.All<OutboundMessage>(), row => row.Status == SendStatus.Expired);
    }

    [Fact]
    public async Task After_two_days_away_two_hundred_check_ins_and_reminders_keep_hours_and_budget_and_none_is_dumped()
    {
        const int People = 200;
        var fellDue = new LocalDateTime(2026, 3, 16, 18, 30).Instant();
        await using var rig = await Rig.At(fellDue + Duration.FromDays(2));
        for (var person = 0; person < People; person++)
        {
            // In the afternoon of the first day, when it went away; their reminders were for yesterday, or are for tomorrow.
            var address = await rig.Store.CheckIn(person, fellDue);
            var eventAt = person % 2 == 0 ? fellDue + Duration.FromDays(1) : rig.Clock.Now + Duration.FromHours(20);
            await rig.Store.Text(address, person, SendClass.Reminder, fellDue, eventAt, eventAt);
        }

        await Hours(rig, 24);

        Assert.Equal(People / 2, (await rig.All<OutboundMessage>()).Count(row => row is { Class: SendClass.Reminder, Status: SendStatus.Expired }));
        Assert.Equal(People / 2, rig.Carrier.Carried.Count(text => text.Class == SendClass.Reminder));
        var asked = (await rig.All<CheckIn>()).Select(planned => planned.OfferedAt!.Value.Local()).ToList();
        Assert.All(asked, at => Assert.Equal((new LocalDate(2026, 3, 19), 10), (at.Date, at.Hour)));
        Assert.All(
            (await rig.All<OutboundMessage>()).Where(row => row.SentAt is not null).GroupBy(row => (row.AddressId, row.SentAt!.Value.Local().Date)),
            day => Assert.InRange(day.Count(), 1, 3));
    }

    private static async Task Hours(Rig rig, int hours)
    {
        for (var until = rig.Clock.Now + Duration.FromHours(hours); rig.Clock.Now < until;)
        {
            rig.Clock.Now += Duration.FromMinutes(10);
            await rig.Part<FireTimers>().Handle(1000, TestContext.Current.CancellationToken);
            await rig.Rest();
        }
    }
}
