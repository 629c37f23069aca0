using System.Globalization;
using Companion.Tests.Support;
using Companion.Workflows.Appointments;
using Companion.Workflows.Sending;
using Companion.Workflows.Storage;
using Companion.Workflows.Storage.Postgres;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Tests.Appointments;

/// <summary>On both databases: what only holds when it is locked, or looked up, as the database means it.</summary>
public abstract class AppointmentContract
{
    private const string Ben = "+447700900124";
    private const string Cleo = "+447700900125";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_three_people_who_take_one_free_time_at_once_one_gets_it()
    {
        await using var rig = await Booked.Referred(service => service.Appointments.Slots = "Tue 10:00 10:30; Thu 14:00", store: Open());
        await Booked.Refer(rig, Ben);
        await Booked.Refer(rig, Cleo);
        long[] booked = [await rig.Book(Booked.Phone(25, 14)), await rig.Book(Booked.Phone(26, 11), who: 1), await rig.Book(Booked.Phone(27, 11), who: 2)];
        foreach (var number in new[] { Rig.Anna, Ben, Cleo })
        {
            await rig.Text("R", number);
            await rig.Text("2", number);
        }

        for (var second = 0; second < 6; second++)
        {
            rig.Clock.Now += Duration.FromSeconds(2);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => rig.Part<FireTimers>().Handle(100, Cancel))));
        }

        await rig.Rest();
        var all = (await rig.All<Appointment>()).Where(one => booked.Contains(one.Id)).ToList();
        var taken = Assert.Single(all, one => one.Starts == new LocalDateTime(2026, 3, 17, 10, 30));
        Assert.Equal(AppointmentStatus.Confirmed, taken.Status);
        Assert.Equal(2, all.Count(one => one.Status == AppointmentStatus.ToRebook));
        Assert.Equal(2, rig.Carrier.Carried.Count(text => text.TextKey == "appointment.gone"));
    }

    [Fact]
    public async Task A_call_that_comes_eight_times_at_once_is_carried_out_once_and_answered_as_before()
    {
        await using var rig = await Rig.At(Booked.Monday, store: Open());
        var once = rig.Part<AnswerOnce>();

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => once.Claim("shire", "key-1", "hash", Cancel))));

        Assert.Single(claims, claim => claim.IsNew);
        Assert.Equal(7, claims.Count(claim => claim.IsBusy));
        Assert.True((await once.Claim("shire", "key-2", "hash", Cancel)).IsNew);

        await once.Answered("shire", "key-1", 201, "{}", isDone: true);
        var later = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => once.Claim("shire", "key-1", "hash", Cancel))));
        Assert.DoesNotContain(later, claim => claim.IsNew || claim.IsOther);
        Assert.Equal((201, "{}"), ((await once.Claim("shire", "key-1", "hash", Cancel)).Before!.Status, (await once.Claim("shire", "key-1", "hash", Cancel)).Before!.Answer));
        Assert.True((await once.Claim("shire", "key-1", "another", Cancel)).IsOther);
    }

    [Fact]
    public async Task A_call_that_changed_nothing_may_be_sent_again_and_one_that_died_is_let_go_of()
    {
        await using var rig = await Rig.At(Booked.Monday, store: Open());
        var once = rig.Part<AnswerOnce>();
        Assert.True((await once.Claim("shire", "refused", "hash", Cancel)).IsNew);
        await once.Answered("shire", "refused", 422, "{}", isDone: false);
        Assert.True((await once.Claim("shire", "refused", "mended", Cancel)).IsNew);

        Assert.True((await once.Claim("shire", "died", "hash", Cancel)).IsNew);
        rig.Clock.Now += Duration.FromSeconds(61);
        var again = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => once.Claim("shire", "died", "hash", Cancel))));
        Assert.Single(again, claim => claim.IsNew);
    }

    [Fact]
    public async Task Whether_an_appointment_was_told_is_looked_up_by_its_whole_id()
    {
        await using var rig = await Booked.Referred(store: Open());
        var told = await rig.Find(await rig.Book(Booked.Phone(20, 14)));
        rig.Part<SendSwitch>().IsOn = false;
        var waits = await rig.Find(await rig.Book(Booked.Phone(24, 10)));

        Assert.Equal((true, false), await Looked(rig, told, told.Id));
        Assert.Equal((false, true), await Looked(rig, waits, waits.Id));
        var digits = told.Id.ToString(CultureInfo.InvariantCulture);
        Assert.Equal((false, false), await Looked(rig, told, long.Parse(digits[..^1], CultureInfo.InvariantCulture)));
        Assert.Equal((false, false), await Looked(rig, told, long.Parse(digits[1..], CultureInfo.InvariantCulture)));
    }

    protected abstract IStore Open();

    private static Task<(bool Told, bool Waits)> Looked(Rig rig, Appointment like, long id) => rig.Store.Write(
        async session =>
        {
            var asked = new Appointment { Id = id, ServiceId = like.ServiceId, AddressId = like.AddressId };
            return (await TellAppointment.WasTold(session, asked), await TellAppointment.IsWaiting(session, asked));
        },
        Cancel);
}

public sealed class SqliteAppointmentTests : AppointmentContract, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("companion-appointments-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    protected override IStore Open() => new SqliteStore($"Data Source={Path.Combine(folder, "test.db")};Pooling=False");
}

public sealed class PostgresAppointmentTests : AppointmentContract
{
    protected override IStore Open() => new PostgresStore(PostgresServer.NewDatabase());
}
