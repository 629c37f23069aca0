using Companion.Dialogs.Appointments;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.Appointments;

/// <summary>What came of a change to an appointment.</summary>
public enum AppointmentChange
{
    Booked,
    Moved,
    Cancelled,
    Recorded,

    /// <summary>It is so already.</summary>
    Unchanged,

    /// <summary>There is no such appointment.</summary>
    NotFound,

    /// <summary>It cannot be changed so any more.</summary>
    Conflict,

    /// <summary>A field is wrong.</summary>
    Refused,
}

/// <summary>What came of it, and for a refusal the field and a sentence.</summary>
public sealed record AppointmentOutcome(AppointmentChange Change, long? Id = null, string Field = "", string Reason = "")
{
    /// <summary>True unless it was refused.</summary>
    public bool IsDone => Change < AppointmentChange.NotFound;

    /// <summary>There is no such appointment.</summary>
    internal static AppointmentOutcome None(string field) => new(AppointmentChange.NotFound, null, field, StaffWords.Of("appointment.wrong.none"));

    /// <summary>It cannot be changed so any more.</summary>
    internal static AppointmentOutcome Not(long id, string why) => new(AppointmentChange.Conflict, id, "externalId", StaffWords.Of(why));

    /// <summary>A field is wrong.</summary>
    internal static AppointmentOutcome No((string Field, string Reason) wrong) => new(AppointmentChange.Refused, null, wrong.Field, wrong.Reason);
}

/// <summary>A new appointment as somebody asks for it.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="Whom">For whom.</param>
/// <param name="Plan">When and how.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="ExternalId">Its name there, if any.</param>
public sealed record Booking(string ServiceId, Whom Whom, AppointmentPlan Plan, AppointmentSource Source, string? ExternalId = null);

/// <summary>Books an appointment and tells the person; whoever cannot be texted is phoned.</summary>
public sealed class BookAppointment(IStore store, ServiceBook services, TellAppointment tell, ClaimNumber claim, IClock clock)
{
    /// <summary>Books it, unless the plan is wrong or its external id is taken.</summary>
    public Task<AppointmentOutcome> Handle(Booking booking, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var tidy = booking with { Plan = booking.Plan.Tidy() };
        return tidy.Plan.Wrong(now) is { } wrong
            ? Task.FromResult(AppointmentOutcome.No(wrong))
            : store.TurnAndTell(RequestOf(tidy, now), turn => Book(turn, tidy), cancel);
    }

    private static TurnRequest RequestOf(Booking booking, Instant now) => booking.Whom.AddressId is { } known
        ? TurnRequest.About(booking.ServiceId, known, now)
        : new TurnRequest(booking.ServiceId, Channel.Sms, booking.Whom.Number, null, null, now);

    private async ValueTask<AppointmentOutcome> Book(Turn turn, Booking booking)
    {
        if (booking.ExternalId is { } external
            && (await turn.Session.Query<Appointment>("WHERE \"ServiceId\" = @p0 AND \"ExternalId\" = @p1", booking.ServiceId, external)) is [var before, ..])
        {
            return new AppointmentOutcome(AppointmentChange.Unchanged, before.Id); // another call was quicker
        }

        var service = services.Of(booking.ServiceId);
        var appointment = turn.Insert(Row(turn, booking));
        appointment.Reminded = ReminderPlan.Past(service, appointment, turn.Now);
        if (turn.Address.Textable == Textable.Claimed)
        {
            claim.Ask(turn, service, (await turn.Session.Query<Case>("WHERE \"Id\" = @p0", booking.Whom.CaseId)).Single());
        }

        await tell.Handle(turn, service, appointment, AppointmentSteps.Booked);
        ReminderPlan.Arm(turn, service, appointment);
        return new AppointmentOutcome(AppointmentChange.Booked, appointment.Id);
    }

    private static Appointment Row(Turn turn, Booking booking) => new()
    {
        Id = turn.Session.NextId(),
        ServiceId = booking.ServiceId,
        CaseId = booking.Whom.CaseId,
        PersonId = booking.Whom.PersonId,
        AddressId = turn.Address.Id,
        Kind = booking.Plan.Kind,
        StartsOn = booking.Plan.On,
        StartsAt = booking.Plan.At,
        Minutes = booking.Plan.Minutes,
        Place = booking.Plan.Place,
        With = booking.Plan.With,
        Status = AppointmentStatus.Booked,
        ExternalId = booking.ExternalId,
        AskedFor = booking.ExternalId is null ? null : booking.Plan.Key,
        Source = booking.Source,
        CreatedAt = turn.Now,
        UpdatedAt = turn.Now,
    };
}
