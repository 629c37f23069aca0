using Companion.Tests.Support;
using Companion.Workflows.CheckIns;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Storage;
using Companion.Workflows.Storage.Postgres;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Tests.Sending;

/// <summary>A schedule that is tried with a few people first.</summary>
public sealed class ReleaseTests
{
    private static readonly Instant MondayAtTen = new LocalDateTime(2026, 3, 16, 10, 0).Instant();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task So_many_are_begun_a_day_and_the_others_on_the_next_days_within_their_window()
    {
        await using var rig = await Rig.At(MondayAtTen - Duration.FromMinutes(1), service => service.Release.CheckInsPerDay = 3);
        for (var person = 0; person < 8; person++)
        {
            await rig.Store.CheckIn(person, MondayAtTen, windowDays: person == 7 ? 1 : 10);
        }

        await rig.Pass(Duration.FromMinutes(10));
        Assert.Equal(3, rig.Carrier.Carried.Count);
        Assert.Equal(5, (await rig.All<CheckIn>()).Count(planned => planned is { Status: CheckInStatus.Planned, Reason: "No more than 3 are begun on one day." }));

        foreach (var (day, sent) in new[] { (17, 6), (18, 7), (19, 7) })
        {
            rig.Clock.Now = new LocalDateTime(2026, 3, day, 9, 59).Instant();
            await rig.Pass(Duration.FromMinutes(5));
            Assert.Equal(sent, rig.Carrier.Carried.Count(text => text.TextKey == "checkin.ons4.open"));
        }

        Assert.Equal("No more than 3 are begun on one day.", Assert.Single(await rig.All<CheckIn>(), planned => planned.Status == CheckInStatus.Missed).Reason);
    }

    [Fact]
    public async Task A_reminder_is_never_held_by_it()
    {
        await using var rig = await Rig.At(MondayAtTen, service => (service.Release.CheckInsPerDay, service.Release.OffersPerDay) = (1, 1));
        for (var person = 0; person < 3; person++)
        {
            await rig.Store.CheckIn(person, MondayAtTen);
            var address = await rig.Store.CheckIn(person + 3, MondayAtTen + Duration.FromDays(9));
            await rig.Store.Text(address, person + 3, SendClass.Reminder, MondayAtTen, MondayAtTen + Duration.FromHours(12));
        }

        await rig.Pass(Duration.FromMinutes(2));

        Assert.Equal(3, rig.Carrier.Carried.Count(text => text.Class == SendClass.Reminder));
        Assert.Equal(1, rig.Carrier.Carried.Count(text => text.Class == SendClass.CheckIn));
    }

    [Fact]
    public async Task On_PostgreSQL_turns_that_share_a_transaction_or_run_at_once_never_begin_too_many()
    {
        var database = PostgresServer.NewDatabase();
        await using var one = new PostgresStore(database);
        await using var other = new PostgresStore(database);
        await one.Migrate(Cancel);
        await AtOnce(one, other);
    }

    [Fact]
    public async Task On_SQLite_turns_that_share_a_commit_never_begin_too_many()
    {
        await using var rig = await Rig.At(MondayAtTen);
        await AtOnce(rig.Store, rig.Store);
    }

    private static async Task AtOnce(IStore one, IStore other)
    {
        var addresses = new List<long>();
        for (var person = 0; person < 60; person++)
        {
            addresses.Add(await one.Turn(new TurnRequest("shire", Channel.Sms, Seeded.Number(person), null, null, MondayAtTen), turn => ValueTask.FromResult(turn.Address.Id), Cancel));
        }

        var service = TestService.Shire(shire => shire.Release.OffersPerDay = 25);
        var told = await Task.WhenAll(addresses.Select((address, at) => (at % 2 == 0 ? one : other).Turn(
            TurnRequest.About("shire", address, MondayAtTen), turn => Released.NotToday(turn, service, SendClass.Offer), Cancel)));

        Assert.Equal(25, told.Count(reason => reason is null));
        Assert.All(told.Where(reason => reason is not null), reason => Assert.Equal("No more than 25 are begun on one day.", reason));
    }
}
