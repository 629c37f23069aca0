using System.Globalization;
using Companion.Dialogs.Appointments;
using Companion.Workflows.Conversations;
using Companion.Workflows.Referrals;
using Companion.Workflows.Sending;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Appointments;

/// <summary>
/// A text that opens a talk about an appointment did not go: whoever had to be told is phoned, and no answer to it is awaited. Texts are
/// claimed without the lock of their address, so the talk ends in a turn of its own: one that is being heard at this moment keeps its words.
/// </summary>
internal static class UntoldAppointment
{
    /// <summary>Settles a row that was refused, expired or could not be delivered; true when a phone task was given for it.</summary>
    public static async ValueTask<bool> Settle(Session session, OutboundMessage row, Instant now)
    {
        if (row is not { Class: SendClass.Reminder or SendClass.ServiceChange, ConversationId: { } talkId }
            || !row.TextKey.StartsWith("appointment.", StringComparison.Ordinal)
            || (await session.Query<Conversation>("WHERE \"Id\" = @p0", talkId)) is not [var talk])
        {
            return false;
        }

        if (row.Status != SendStatus.Undelivered) // one that left may have been read all the same
        {
            session.Insert(new TimerRow
            {
                Id = session.NextId(),
                ServiceId = talk.ServiceId,
                Kind = TimerKind.NotSent,
                DueAt = now,
                AddressId = talk.AddressId,
                SubjectId = talkId,
            });
        }

        var step = talk.Slots[AppointmentSlots.Step];
        if (step is not (AppointmentSteps.Booked or AppointmentSteps.Moved or AppointmentSteps.Cancelled)
            || !long.TryParse(talk.Slots[AppointmentSlots.Id], CultureInfo.InvariantCulture, out var id)
            || (await session.Query<Appointment>("WHERE \"Id\" = @p0", id)) is not [var appointment]
            || talk.Slots[AppointmentSlots.Version] != appointment.Version.ToString(CultureInfo.InvariantCulture))
        {
            return false;
        }

        var referral = (await session.Query<Case>("WHERE \"Id\" = @p0", appointment.CaseId)).Single();
        TellAppointment.Phone(session, appointment, referral, StaffWords.Of("task.appointment.failed", ("reason", row.Reason ?? "")), now, now);
        return true;
    }
}
