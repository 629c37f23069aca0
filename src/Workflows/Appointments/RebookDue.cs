using System.Globalization;
using Companion.Dialogs.Appointments;
using Companion.Workflows.Conversations;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;
using NodaTime.Text;

namespace Companion.Workflows.Appointments;

/// <summary>
/// Somebody chose a free time: the appointment is moved to it, or, when another was quicker, they are offered others. One at a time for a
/// service, so that no two people have the same.
/// </summary>
public sealed class RebookDue(TellAppointment tell) : ITimed
{
    private static readonly Duration ShortWait = Duration.FromSeconds(1);
    private static readonly LocalDateTimePattern Chosen = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    /// <inheritdoc/>
    public TimerKind Kind => TimerKind.Rebook;

    /// <inheritdoc/>
    public async ValueTask Fire(Turn turn, ServiceSettings service, TimerRow timer)
    {
        if (turn.Open.Find(open => open.Id == timer.SubjectId) is not { } conversation
            || !Chosen.Parse(conversation.Slots[AppointmentDesk.TakingSlot] ?? "").TryGetValue(default, out var time)
            || await Appointment(turn, conversation) is not { } appointment)
        {
            return; // it was changed meanwhile, and they were told
        }

        if (!await turn.Session.TryLock("free-times:" + service.Key))
        {
            timer.Id = turn.Session.NextId();
            (timer.DueAt, timer.ClaimedUntil) = (turn.Now + ShortWait, null);
            turn.Insert(timer);
            return;
        }

        var message = (await turn.Session.Query<InboundMessage>("WHERE \"Id\" = @p0", Number(conversation, AppointmentDesk.MessageSlot) ?? 0)).SingleOrDefault();
        if (await FreeTimes.IsFree(turn.Session, service, time, turn.Now))
        {
            await Take(turn, service, appointment, conversation, time, message);
            return;
        }

        var others = await FreeTimes.Next(turn.Session, service, turn.Now);
        await tell.Handle(turn, service, appointment, others.Count > 0 ? AppointmentSteps.Offer : AppointmentSteps.When, message);
        Carry(turn, conversation, appointment);
        turn.Update(appointment);
    }

    private async ValueTask Take(
        Turn turn, ServiceSettings service, Appointment appointment, Conversation conversation, LocalDateTime time, InboundMessage? message)
    {
        (appointment.StartsOn, appointment.StartsAt) = (time.Date, time.TimeOfDay);
        (appointment.Status, appointment.AnsweredReminder) = (AppointmentStatus.Confirmed, false); // they chose it
        appointment.Version++;
        appointment.Reminded = ReminderPlan.Past(service, appointment, turn.Now);
        appointment.UpdatedAt = turn.Now;
        if (Number(conversation, AppointmentSlots.Task) is { } task)
        {
            turn.Session.Execute(
                "UPDATE \"StaffTasks\" SET \"DoneAt\" = @p1, \"DoneBy\" = @p2 WHERE \"Id\" = @p0 AND \"DoneAt\" IS NULL",
                task,
                turn.Now.ToUnixTimeTicks(),
                StaffWords.Of("task.appointment.taken"));
        }

        await tell.Handle(turn, service, appointment, AppointmentSteps.Booked, message);
        turn.Update(appointment);
        ReminderPlan.Arm(turn, service, appointment);
    }

    private static async ValueTask<Appointment?> Appointment(Turn turn, Conversation conversation) =>
        (await turn.Session.Query<Appointment>("WHERE \"Id\" = @p0" + turn.Session.Lock, Number(conversation, AppointmentSlots.Id) ?? 0))
            .SingleOrDefault(appointment => appointment.Status == AppointmentStatus.ToRebook);

    // The link worker's task goes on to the conversation that asks again.
    private static void Carry(Turn turn, Conversation from, Appointment appointment)
    {
        if (turn.Open.Find(open => TellAppointment.IsAbout(open, appointment)) is { } next)
        {
            next.Slots = next.Slots
                .With(AppointmentSlots.Task, from.Slots[AppointmentSlots.Task])
                .With(AppointmentSlots.Standing, from.Slots[AppointmentSlots.Standing]);
            turn.Update(next);
        }
    }

    private static long? Number(Conversation conversation, string slot) =>
        long.TryParse(conversation.Slots[slot], CultureInfo.InvariantCulture, out var number) ? number : null;
}
