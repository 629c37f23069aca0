using System.Globalization;
using Companion.Dialogs.Appointments;
using Companion.Dialogs.Consent;
using Companion.Dialogs.Talking;
using Companion.Workflows.Consent;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Appointments;

/// <summary>
/// Tells a person of an appointment as it is now, in a turn about their number. What was told of it before is void: its conversation ends
/// and its unsent texts are taken back. Whoever cannot be texted is phoned.
/// </summary>
public sealed class TellAppointment(Talk talk, Links links)
{
    private static readonly Duration ShortestLink = Duration.FromHours(1);

    /// <summary>The class of a text about an appointment that answers nothing: what the service changed is told after STOP too, by phone.</summary>
    public static SendClass ClassOf(Conversation conversation) =>
        conversation.Slots[AppointmentSlots.Step] is AppointmentSteps.Moved or AppointmentSteps.Cancelled ? SendClass.ServiceChange : SendClass.Reminder;

    /// <summary>Day and time as people read them: "Tue 3 March, 10:30am".</summary>
    public static string When(LocalDateTime at) =>
        at.Date.ToString("ddd d MMMM", CultureInfo.InvariantCulture) + ", " + (at.TimeOfDay == LocalTime.Noon
            ? StaffWords.Of("appointment.midday")
            : at.TimeOfDay.ToString(at.Minute == 0 ? "%h" : "h:mm", CultureInfo.InvariantCulture) + (at.Hour < 12 ? "am" : "pm"));

    /// <summary>Ends what is said about an appointment; false when nothing was being said.</summary>
    public static void Drop(Turn turn, Appointment appointment, string reason)
    {
        foreach (var talk in turn.Open.Where(open => IsAbout(open, appointment)).ToList())
        {
            Talk.Drop(turn, talk, reason);
        }
    }

    /// <summary>True once a text about the appointment left: only then has anything to be taken back.</summary>
    public static ValueTask<bool> WasTold(Session session, Appointment appointment) => Has(session, appointment, "1, 2, 3, 4, 6");

    /// <summary>True while a text about the appointment waits to be sent.</summary>
    internal static ValueTask<bool> IsWaiting(Session session, Appointment appointment) => Has(session, appointment, "0");

    private static async ValueTask<bool> Has(Session session, Appointment appointment, string statuses) => (await session.Query<OutboundMessage>(
        $"WHERE \"AddressId\" = @p0 AND \"Status\" IN ({statuses}) AND \"TextKey\" LIKE 'appointment.%' AND \"ConversationId\" IN"
        + " (SELECT \"Id\" FROM \"Conversations\" WHERE \"AddressId\" = @p0 AND \"Slots\" LIKE @p1) LIMIT 1",
        appointment.AddressId,
        $"%\"{AppointmentSlots.Id}\":\"{appointment.Id}\"%")).Count > 0;

    /// <summary>Tells a step, in time for <paramref name="before"/> where that is earlier: a start that is no more. The appointment's row is written by the caller.</summary>
    public async ValueTask Handle(Turn turn, ServiceSettings service, Appointment appointment, string step, InboundMessage? message = null, Instant? before = null)
    {
        Drop(turn, appointment, "superseded");
        var referral = (await turn.Session.Query<Case>("WHERE \"Id\" = @p0", appointment.CaseId)).Single();
        var names = NamesOf(turn, appointment, referral);
        if (message is null && Untold(turn.Address, step, names) is { } why)
        {
            var end = WorkingTime.EndOfNextOpenDay(service, turn.Now, days: 0);
            Phone(turn.Session, appointment, referral, StaffWords.Of(why), turn.Now, Instant.Min(Sooner(turn, appointment, before), end));
            return;
        }

        if (message is null)
        {
            turn.Address.LastChannel = turn.Address.Channel; // a talk of its own, by text, wherever they wrote last
            turn.Update(turn.Address);
        }

        var known = Known(service, appointment, step)
            .With(AppointmentSlots.Names, message is null && names is { Length: > 0 } ? names : null)
            .With(AppointmentSlots.Link, links.Make(turn, LinkPurpose.Calendar, Duration.Max(appointment.End - turn.Now, ShortestLink), appointment: appointment.Id));
        var free = await FreeTimes.Next(turn.Session, service, turn.Now);
        foreach (var (time, number) in free.Select((time, at) => (time, at + 1)))
        {
            known = known
                .With(AppointmentSlots.Offer(number), When(time))
                .With(AppointmentSlots.OfferAt(number), time.ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
        }

        var conversation = talk.Begin(turn, service, AppointmentDialog.Key, known, message, new TalkedEvent(Sooner(turn, appointment, before), appointment.End));
        conversation.PersonId = appointment.PersonId;
        turn.Update(conversation);
        appointment.ConversationId = conversation.Id;
    }

    /// <summary>True for whoever no text reaches: they are phoned.</summary>
    internal static bool IsPhoned(Address address) =>
        address.Channel != Channel.Sms || address.Trouble is not null || address.Textable is Textable.Claimed or Textable.Declined or Textable.PhoneOnly;

    internal static bool IsAbout(Conversation talk, Appointment appointment) =>
        talk.Dialog == AppointmentDialog.Key && talk.Slots[AppointmentSlots.Id] == appointment.Id.ToString(CultureInfo.InvariantCulture);

    private static Slots Known(ServiceSettings service, Appointment appointment, string step) => Slots.Empty
        .With(AppointmentSlots.Id, appointment.Id.ToString(CultureInfo.InvariantCulture))
        .With(AppointmentSlots.Version, appointment.Version.ToString(CultureInfo.InvariantCulture))
        .With(AppointmentSlots.Step, step)
        .With(AppointmentSlots.Kind, appointment.Kind == AppointmentKind.FaceToFace ? "place" : appointment.Kind.ToString().ToLowerInvariant())
        .With(AppointmentSlots.When, When(appointment.Starts))
        .With(AppointmentSlots.Day, appointment.StartsOn.DayOfWeek.ToString())
        .With(AppointmentSlots.Place, appointment.Place)
        .With(AppointmentSlots.With, appointment.With ?? service.NeutralName);

    // Empty where nobody else reads the phone; null where others do and there is no name to ask for.
    private static string? NamesOf(Turn turn, Appointment appointment, Case referral)
    {
        if (!turn.Address.Shared && turn.People.Count <= 1)
        {
            return "";
        }

        var names = new[] { turn.People.FirstOrDefault(person => person.Id == appointment.PersonId)?.GivenName ?? referral.GivenName, referral.PreferredName };
        var known = names.Where(name => !string.IsNullOrWhiteSpace(name)).ToList();
        return known.Count == 0 ? null : string.Join('|', known);
    }

    // Reminders go to the gate whatever is so; what has to be known is told by phone where no text can tell it.
    private static string? Untold(Address address, string step, string? names) =>
        names is null ? "task.appointment.no-name"
        : step is AppointmentSteps.Reminder or AppointmentSteps.Last ? null
        : IsPhoned(address) ? "task.appointment.untextable"
        : step == AppointmentSteps.Booked && (address.ProviderBlocked || Stops.Has(address, ConsentTopic.Everything) || Stops.Has(address, ConsentTopic.Reminders))
            ? "task.appointment.stopped"
        : null;

    private static Instant Sooner(Turn turn, Appointment appointment, Instant? before) =>
        before is { } start && start > turn.Now ? Instant.Min(start, appointment.Start) : appointment.Start;

    /// <summary>A task to phone about an appointment as it is now.</summary>
    internal static void Phone(Session session, Appointment appointment, Case referral, string why, Instant now, Instant due) => StaffTasks.Give(
        session, StaffTasks.Phone, new TaskAbout(appointment.ServiceId, appointment.AddressId), Please(appointment, referral, why), now, due);

    /// <summary>Closes the open tasks to phone about an appointment that is called off.</summary>
    internal static void NoLongerPhone(Session session, Appointment appointment, Case referral, Instant now)
    {
        foreach (var key in new[] { "task.appointment.phone", "task.appointment.phone.off" })
        {
            session.Execute(
                "UPDATE \"StaffTasks\" SET \"DoneAt\" = @p2, \"DoneBy\" = @p3 WHERE \"AddressId\" = @p0 AND \"Kind\" = @p4 AND \"Reason\" LIKE @p1 AND \"DoneAt\" IS NULL",
                appointment.AddressId,
                Please(key, appointment, referral, "%"),
                now.ToUnixTimeTicks(),
                StaffWords.Of("task.appointment.off"),
                StaffTasks.Phone);
        }
    }

    private static string Please(Appointment appointment, Case referral, string why) =>
        Please(appointment.IsOff ? "task.appointment.phone.off" : "task.appointment.phone", appointment, referral, why);

    private static string Please(string key, Appointment appointment, Case referral, string why) =>
        StaffWords.Of(key, ("when", When(appointment.Starts)), ("why", why), ("reference", referral.Reference));
}
