using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Appointments;

/// <summary>When an appointment's reminders go, and the one timer that waits for the next step.</summary>
internal static class ReminderPlan
{
    // The sender needs a moment before the quiet hours begin.
    private static readonly Period BeforeQuiet = Period.FromMinutes(10);

    /// <summary>The moments of the reminders, the earliest first. One that would fall in quiet hours goes before they begin.</summary>
    public static IReadOnlyList<Instant> Moments(ServiceSettings service, Appointment appointment) =>
        [.. service.Appointments.Leads.Select(lead => Earlier(service.Quiet, lead.Before(appointment.Starts)))];

    /// <summary>How many of them are past: those of an appointment that is booked so late are not sent.</summary>
    public static int Past(ServiceSettings service, Appointment appointment, Instant now) => Moments(service, appointment).Count(moment => moment <= now);

    /// <summary>Arms the timer for the next step: a reminder, or the end of the appointment.</summary>
    public static void Arm(Turn turn, ServiceSettings service, Appointment appointment)
    {
        var next = appointment.AnsweredReminder ? appointment.End : Moments(service, appointment).Skip(appointment.Reminded).Append(appointment.End).First();
        turn.Insert(new TimerRow
        {
            Id = turn.Session.NextId(),
            ServiceId = appointment.ServiceId,
            Kind = TimerKind.Reminder,
            DueAt = next,
            AddressId = appointment.AddressId,
            SubjectId = appointment.Id,
            ArmedFor = appointment.Version,
        });
    }

    private static Instant Earlier(QuietHours quiet, Instant moment)
    {
        var local = moment.Local();
        if (!quiet.Contains(local.TimeOfDay))
        {
            return moment;
        }

        var began = local.TimeOfDay >= quiet.From ? local.Date : local.Date.PlusDays(-1);
        return (began + quiet.From - BeforeQuiet).Instant();
    }
}
