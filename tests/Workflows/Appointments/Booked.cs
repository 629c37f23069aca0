using Companion.Workflows.Appointments;
using Companion.Workflows.Referrals;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Tests.CheckIns;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Tests.Appointments;

/// <summary>A person who was referred by text, and appointments for them.</summary>
internal static class Booked
{
    // A Monday; the clocks go forward on Sunday 29 March.
    public static readonly Instant Monday = new LocalDateTime(2026, 3, 16, 9, 30).Instant();

    public static async Task<Rig> Referred(Action<ServiceSettings>? configure = null, bool shared = false, IStore? store = null)
    {
        var rig = await Rig.At(
            Monday,
            service =>
            {
                service.CheckIns.Weeks = "";
                configure?.Invoke(service);
            },
            store: store);
        await Refer(rig, Rig.Anna, shared);
        return rig;
    }

    public static async Task Refer(Rig rig, string number, bool shared = false)
    {
        foreach (var said in shared ? [.. Enrolled.ForMyself[..12], "yes", .. Enrolled.ForMyself[14..]] : Enrolled.ForMyself)
        {
            rig.Clock.Now += Duration.FromSeconds(20);
            await rig.Text(said, number);
        }
    }

    public static AppointmentPlan Phone(int day, int hour, int minute = 30) =>
        new(AppointmentKind.Phone, new LocalDate(2026, 3, day), new LocalTime(hour, minute), 45, null, "Jo");

    public static async Task<long> Book(this Rig rig, AppointmentPlan plan, int who = 0)
    {
        var referral = (await rig.All<Case>()).OrderBy(one => one.Id).ElementAt(who);
        var (whom, _, why) = await rig.Part<FindPerson>().Handle("shire", referral.Reference, null, TestContext.Current.CancellationToken);
        Assert.True(whom is not null, why);
        var outcome = await rig.Part<BookAppointment>().Handle(new Booking("shire", whom, plan, AppointmentSource.Console), TestContext.Current.CancellationToken);
        Assert.Equal((AppointmentChange.Booked, ""), (outcome.Change, outcome.Reason));
        await rig.Rest();
        return outcome.Id!.Value;
    }

    public static async Task<AppointmentChange> Move(this Rig rig, long id, AppointmentPlan plan)
    {
        var outcome = await rig.Part<MoveAppointment>().Handle(id, plan, TestContext.Current.CancellationToken);
        await rig.Rest();
        return outcome.Change;
    }

    public static async Task<AppointmentChange> CallOff(this Rig rig, long id)
    {
        var outcome = await rig.Part<CancelAppointment>().Handle(id, TestContext.Current.CancellationToken);
        await rig.Rest();
        return outcome.Change;
    }

    public static async Task<Appointment> Find(this Rig rig, long id) => (await rig.All<Appointment>()).Single(one => one.Id == id);

    /// <summary>Time passes to a local moment in March, ten minutes at a time.</summary>
    public static async Task Until(this Rig rig, int day, int hour, int minute = 0)
    {
        var until = new LocalDateTime(2026, 3, day, hour, minute).Instant();
        while (rig.Clock.Now < until)
        {
            rig.Clock.Now = Instant.Min(until, rig.Clock.Now + Duration.FromMinutes(10));
            await rig.Fire();
        }
    }

    public static async Task Fire(this Rig rig)
    {
        await rig.Part<FireTimers>().Handle(100, TestContext.Current.CancellationToken);
        await rig.Rest();
    }

    /// <summary>The keys of the texts about appointments that the network was given, in order.</summary>
    public static IReadOnlyList<string> Told(this Rig rig, string? number = null) =>
        [.. rig.Carrier.Carried.Where(text => text.TextKey.StartsWith("appointment.", StringComparison.Ordinal) && text.To == (number ?? Rig.Anna)).Select(text => text.TextKey)];
}
