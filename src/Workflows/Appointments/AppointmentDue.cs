using Companion.Dialogs.Appointments;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Referrals;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;

namespace Companion.Workflows.Appointments;

/// <summary>The next step of an appointment is due: a reminder in the words of this moment, or asking the link worker whether they came.</summary>
public sealed class AppointmentDue(TellAppointment tell) : ITimed
{
    /// <inheritdoc/>
    public TimerKind Kind => TimerKind.Reminder;

    /// <inheritdoc/>
    public async ValueTask Fire(Turn turn, ServiceSettings service, TimerRow timer)
    {
        var appointment = (await turn.Session.Query<Appointment>("WHERE \"Id\" = @p0" + turn.Session.Lock, timer.SubjectId)).SingleOrDefault();
        if (appointment is null || appointment.Version != timer.ArmedFor || !appointment.IsOn)
        {
            return; // it was moved, called off or is over
        }

        if (turn.Now >= appointment.End)
        {
            await AskWhetherTheyCame(turn, service, appointment);
            return;
        }

        // After an outage several are due: one is enough, and none once it has begun.
        var due = ReminderPlan.Past(service, appointment, turn.Now);
        if (due > appointment.Reminded && !appointment.AnsweredReminder && turn.Now < appointment.Start
            && !SendGate.IsStopped(turn.Address, SendClass.Reminder)) // no text, no question that waits for an answer
        {
            var isLast = due == service.Appointments.Leads.Count && due > 1;
            await tell.Handle(turn, service, appointment, isLast ? AppointmentSteps.Last : AppointmentSteps.Reminder);
        }

        appointment.Reminded = Math.Max(due, appointment.Reminded);
        turn.Update(appointment);
        ReminderPlan.Arm(turn, service, appointment);
    }

    /// <summary>The reason of the task that asks whether they came.</summary>
    internal static string Asked(Appointment appointment, Case referral) => StaffWords.Of(
        "task.appointment.attendance", ("when", TellAppointment.When(appointment.Starts)), ("reference", referral.Reference));

    private static async ValueTask AskWhetherTheyCame(Turn turn, ServiceSettings service, Appointment appointment)
    {
        var referral = (await turn.Session.Query<Case>("WHERE \"Id\" = @p0", appointment.CaseId)).Single();
        StaffTasks.Give(
            turn.Session,
            StaffTasks.Attendance,
            new TaskAbout(service.Key, appointment.AddressId),
            Asked(appointment, referral),
            turn.Now,
            WorkingTime.EndOfNextOpenDay(service, turn.Now, days: 1));
    }
}
