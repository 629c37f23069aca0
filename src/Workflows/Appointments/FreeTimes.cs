using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;
using NodaTime.Text;

namespace Companion.Workflows.Appointments;

/// <summary>The times a service publishes for its weeks, without bank holidays and those that have an appointment.</summary>
internal static class FreeTimes
{
    private const int MostOffered = 3;

    private static readonly Duration Soonest = Duration.FromHours(24);

    /// <summary>The next free times, three at most.</summary>
    public static async ValueTask<IReadOnlyList<LocalDateTime>> Next(Session session, ServiceSettings service, Instant now)
    {
        if (service.Appointments.Times.Count == 0)
        {
            return [];
        }

        var today = now.Local().Date;
        var taken = await Taken(session, service, today);
        return
        [
            .. Enumerable.Range(1, service.Appointments.OfferWeeks * 7)
                .SelectMany(days => On(service, today.PlusDays(days)))
                .Where(time => time.Instant() >= now + Soonest && !taken.Contains(time))
                .Take(MostOffered),
        ];
    }

    /// <summary>True while a time is published and nobody has it. The caller holds the lock of the service's free times.</summary>
    public static async ValueTask<bool> IsFree(Session session, ServiceSettings service, LocalDateTime time, Instant now) =>
        time.Instant() > now && On(service, time.Date).Contains(time) && !(await Taken(session, service, now.Local().Date)).Contains(time);

    private static IEnumerable<LocalDateTime> On(ServiceSettings service, LocalDate day) => service.Holidays.Contains(day)
        ? []
        : service.Appointments.Times.Where(time => time.Day == day.DayOfWeek).Select(time => day + time.At).Order();

    private static async ValueTask<HashSet<LocalDateTime>> Taken(Session session, ServiceSettings service, LocalDate from) =>
        [.. (await session.Query<Appointment>(
            "WHERE \"ServiceId\" = @p0 AND \"StartsOn\" >= @p1 AND \"Status\" IN ('Booked', 'Confirmed')",
            service.Key,
            LocalDatePattern.Iso.Format(from))).Select(appointment => appointment.Starts)];
}
