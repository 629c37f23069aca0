using System.Globalization;
using Companion.Dialogs.Appointments;
using Companion.Dialogs.Talking;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Sending;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Appointments;

/// <summary>Keeps what people answer about appointments; what a text cannot settle becomes a task for the link worker.</summary>
public sealed class AppointmentDesk : IDesk
{
    /// <summary>The slot with the free time they chose.</summary>
    internal const string TakingSlot = "taking";

    /// <summary>The slot with the id of the message in which they chose it.</summary>
    internal const string MessageSlot = "taking.message";

    /// <inheritdoc/>
    public ValueTask<bool> NotSent(Session session, OutboundMessage text, Instant now) => UntoldAppointment.Settle(session, text, now);

    /// <inheritdoc/>
    public bool CarryOut(EffectContext context, Effect effect)
    {
        switch (effect)
        {
            case AnswerAppointment answer:
                Answered(context, answer);
                return true;
            case TakeFreeTime take:
                Take(context, take);
                return true;
            default:
                return false;
        }
    }

    private static void Answered(EffectContext context, AnswerAppointment answer)
    {
        switch (answer.Answer)
        {
            case AppointmentAnswer.NotComing:
                Set(context, "\"Status\" = 'CancelledByPerson', \"Version\" = \"Version\" + 1", "'Booked', 'Confirmed', 'ToRebook'");
                Task(context, answer.More ? "task.appointment.cancelled.more" : "task.appointment.cancelled");
                break;
            case AppointmentAnswer.AnotherTime:
                Set(context, "\"Status\" = 'ToRebook', \"Version\" = \"Version\" + 1", "'Booked', 'Confirmed', 'CancelledByPerson'");
                Rebook(context, answer);
                break;
            default:
                Confirm(context);
                if (TaskOfYes(answer) is { } task)
                {
                    Task(context, task);
                }

                break;
        }
    }

    private static string? TaskOfYes(AnswerAppointment answer) => (answer.Answer == AppointmentAnswer.ComingLate, answer.More) switch
    {
        (true, true) => "task.appointment.late.more",
        (true, false) => "task.appointment.late",
        (false, true) => "task.appointment.more",
        _ => null,
    };

    // A yes to a reminder needs no more reminders; a yes to the booking, weeks before, does.
    private static void Confirm(EffectContext context)
    {
        var toReminder = context.Conversation.Slots[AppointmentSlots.Step] is AppointmentSteps.Reminder or AppointmentSteps.Last;
        Set(context, "\"Status\" = 'Confirmed'" + (toReminder ? ", \"AnsweredReminder\" = TRUE" : ""), "'Booked', 'Confirmed'");
    }

    // One task, whose words are theirs once they have said what suits them.
    private static void Rebook(EffectContext context, AnswerAppointment answer)
    {
        var conversation = context.Conversation;
        var why = answer.Words.Length > 0 ? "task.appointment.another.words" : answer.More ? "task.appointment.another.more" : "task.appointment.another";
        if (long.TryParse(conversation.Slots[AppointmentSlots.Task], CultureInfo.InvariantCulture, out var task))
        {
            if (answer.Words.Length > 0 || answer.More)
            {
                var reason = answer.Words.Length > 0 ? "@p1" : "\"Reason\" || ' ' || @p1"; // what they said before still stands
                context.Turn.Session.Execute(
                    $"UPDATE \"StaffTasks\" SET \"Reason\" = {reason}, \"DoneAt\" = NULL, \"DoneBy\" = NULL WHERE \"Id\" = @p0", task, Reason(context, why, answer.Words));
            }

            return;
        }

        var given = Task(context, why, answer.Words);
        conversation.Slots = conversation.Slots.With(AppointmentSlots.Task, given.ToString(CultureInfo.InvariantCulture));
        context.Turn.Update(conversation);
    }

    // Whether it is still free is looked at in a turn of its own: two people may choose it at once.
    private static void Take(EffectContext context, TakeFreeTime take)
    {
        var (turn, conversation) = (context.Turn, context.Conversation);
        conversation.Slots = conversation.Slots
            .With(TakingSlot, take.At)
            .With(MessageSlot, context.Message?.Id.ToString(CultureInfo.InvariantCulture));
        turn.Update(conversation);
        turn.Insert(new TimerRow
        {
            Id = turn.Session.NextId(),
            ServiceId = context.Service.Key,
            Kind = TimerKind.Rebook,
            DueAt = turn.Now,
            AddressId = turn.Address.Id,
            SubjectId = conversation.Id,
        });
    }

    private static void Set(EffectContext context, string change, string from)
    {
        if (long.TryParse(context.Conversation.Slots[AppointmentSlots.Id], CultureInfo.InvariantCulture, out var id))
        {
            context.Turn.Session.Execute(
                $"UPDATE \"Appointments\" SET {change}, \"UpdatedAt\" = @p1 WHERE \"Id\" = @p0 AND \"Status\" IN ({from})", id, context.Turn.Now.ToUnixTimeTicks());
        }
    }

    private static long Task(EffectContext context, string why, string words = "") => StaffTasks.Give(
        context.Turn.Session,
        StaffTasks.Appointment,
        new TaskAbout(context.Service.Key, context.Turn.Address.Id),
        Reason(context, why, words),
        context.Turn.Now,
        WorkingTime.EndOfNextOpenDay(context.Service, context.Turn.Now, days: 0));

    private static string Reason(EffectContext context, string why, string words) =>
        StaffWords.Of(why, ("when", context.Conversation.Slots[AppointmentSlots.When] ?? ""), ("words", words));
}
