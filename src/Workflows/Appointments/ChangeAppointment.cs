using Companion.Dialogs.Appointments;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Referrals;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Appointments;

/// <summary>The service moves an appointment, or changes how it takes place: what was said of it is void, and the person is told once.</summary>
public sealed class MoveAppointment(IStore store, ServiceBook services, TellAppointment tell, IClock clock)
{
    /// <summary>Moves it; one that was called off by the person is on again.</summary>
    /// <param name="id">Which.</param>
    /// <param name="plan">The new plan.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <param name="askedFor">True when another system asks, so that the same asked again changes nothing.</param>
    public Task<AppointmentOutcome> Handle(long id, AppointmentPlan plan, CancellationToken cancel, bool askedFor = false)
    {
        var tidy = plan.Tidy();
        return tidy.Wrong(clock.GetCurrentInstant()) is { } wrong
            ? Task.FromResult(AppointmentOutcome.No(wrong))
            : store.InTurn(id, clock.GetCurrentInstant(), (turn, appointment) => Move(turn, appointment, tidy, askedFor), cancel);
    }

    private async ValueTask<AppointmentOutcome> Move(Turn turn, Appointment appointment, AppointmentPlan plan, bool askedFor)
    {
        if (appointment.IsOver || appointment.Status == AppointmentStatus.CancelledByService)
        {
            return AppointmentOutcome.Not(appointment.Id, appointment.IsOver ? "appointment.wrong.over" : "appointment.wrong.off");
        }

        var before = AppointmentPlan.Of(appointment);
        var start = appointment.Start;
        appointment.AskedFor = askedFor ? plan.Key : appointment.AskedFor;
        turn.Update(appointment);
        if (before == plan && appointment.IsOn)
        {
            return new AppointmentOutcome(AppointmentChange.Unchanged, appointment.Id);
        }

        // A longer one or another colleague is no news that a person must be told.
        var isNews = !appointment.IsOn || before with { Minutes = plan.Minutes, With = plan.With } != plan;
        var service = services.Of(appointment.ServiceId);
        var wasTold = await TellAppointment.WasTold(turn.Session, appointment);
        (appointment.Kind, appointment.StartsOn, appointment.StartsAt) = (plan.Kind, plan.On, plan.At);
        (appointment.Minutes, appointment.Place, appointment.With) = (plan.Minutes, plan.Place, plan.With);
        appointment.Version++;
        appointment.UpdatedAt = turn.Now;
        if (isNews)
        {
            (appointment.Status, appointment.AnsweredReminder) = (AppointmentStatus.Booked, false);
            appointment.Reminded = ReminderPlan.Past(service, appointment, turn.Now);
            await tell.Handle(turn, service, appointment, wasTold ? AppointmentSteps.Moved : AppointmentSteps.Booked, before: start);
        }

        ReminderPlan.Arm(turn, service, appointment);
        return new AppointmentOutcome(AppointmentChange.Moved, appointment.Id);
    }
}

/// <summary>The service calls an appointment off: what was said of it is void, and a person who knew of it is told once.</summary>
public sealed class CancelAppointment(IStore store, ServiceBook services, TellAppointment tell, IClock clock)
{
    /// <summary>Calls it off; one that is off stays so.</summary>
    public Task<AppointmentOutcome> Handle(long id, CancellationToken cancel) => store.InTurn(id, clock.GetCurrentInstant(), Cancel, cancel);

    private async ValueTask<AppointmentOutcome> Cancel(Turn turn, Appointment appointment)
    {
        if (appointment.IsOver)
        {
            return AppointmentOutcome.Not(appointment.Id, "appointment.wrong.over");
        }

        if (appointment.IsOff)
        {
            return new AppointmentOutcome(AppointmentChange.Unchanged, appointment.Id);
        }

        appointment.Status = AppointmentStatus.CancelledByService;
        appointment.Version++;
        appointment.UpdatedAt = turn.Now;
        turn.Update(appointment);
        var referral = (await turn.Session.Query<Case>("WHERE \"Id\" = @p0", appointment.CaseId)).Single();
        TellAppointment.NoLongerPhone(turn.Session, appointment, referral, turn.Now);
        if (appointment.Start > turn.Now && (await TellAppointment.WasTold(turn.Session, appointment) || TellAppointment.IsPhoned(turn.Address)))
        {
            await tell.Handle(turn, services.Of(appointment.ServiceId), appointment, AppointmentSteps.Cancelled);
        }
        else
        {
            var isWaiting = await TellAppointment.IsWaiting(turn.Session, appointment);
            TellAppointment.Drop(turn, appointment, "called off");
            if (!isWaiting && appointment.Start > turn.Now) // no text told them, but somebody may have
            {
                TellAppointment.Phone(turn.Session, appointment, referral, StaffWords.Of("task.appointment.untold"), turn.Now, turn.Now);
            }
        }

        return new AppointmentOutcome(AppointmentChange.Cancelled, appointment.Id);
    }
}

/// <summary>The link worker writes down whether the person came.</summary>
public sealed class RecordAttendance(IStore store, IClock clock)
{
    /// <summary>Writes it down once the appointment has begun; it may be put right later.</summary>
    public Task<AppointmentOutcome> Handle(long id, bool came, string by, CancellationToken cancel) =>
        store.InTurn(id, clock.GetCurrentInstant(), (turn, appointment) => Record(turn, appointment, came, by), cancel);

    private static async ValueTask<AppointmentOutcome> Record(Turn turn, Appointment appointment, bool came, string by)
    {
        if (appointment.IsOff || appointment.Start > turn.Now)
        {
            return AppointmentOutcome.Not(appointment.Id, appointment.IsOff ? "appointment.wrong.off" : "appointment.wrong.not-yet");
        }

        appointment.Status = came ? AppointmentStatus.Attended : AppointmentStatus.Missed;
        appointment.UpdatedAt = turn.Now;
        turn.Update(appointment);
        TellAppointment.Drop(turn, appointment, "over");
        var referral = (await turn.Session.Query<Case>("WHERE \"Id\" = @p0", appointment.CaseId)).Single();
        turn.Session.Execute(
            "UPDATE \"StaffTasks\" SET \"DoneAt\" = @p2, \"DoneBy\" = @p3 WHERE \"AddressId\" = @p0 AND \"Kind\" = @p4 AND \"Reason\" = @p1 AND \"DoneAt\" IS NULL",
            appointment.AddressId,
            AppointmentDue.Asked(appointment, referral),
            turn.Now.ToUnixTimeTicks(),
            by,
            StaffTasks.Attendance);
        return new AppointmentOutcome(AppointmentChange.Recorded, appointment.Id);
    }
}

/// <summary>Turns about an appointment.</summary>
internal static class AppointmentTurns
{
    /// <summary>A turn about the number an appointment is told to, with its row as it is under the lock.</summary>
    public static async Task<AppointmentOutcome> InTurn(
        this IStore store, long id, Instant now, Func<Turn, Appointment, ValueTask<AppointmentOutcome>> change, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.Appointments.SingleOrDefaultAsync(appointment => appointment.Id == id, cancel) is not { } found
            ? AppointmentOutcome.None("id")
            : await store.TurnAndTell(
                TurnRequest.About(found.ServiceId, found.AddressId, now),
                async turn => await change(turn, (await turn.Session.Query<Appointment>("WHERE \"Id\" = @p0" + turn.Session.Lock, id)).Single()),
                cancel);
    }
}
