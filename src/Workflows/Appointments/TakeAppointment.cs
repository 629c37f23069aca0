using System.Globalization;
using Companion.Dialogs.Understanding;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Appointments;

/// <summary>An appointment as another system or a file has it.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="ExternalId">Its name there.</param>
/// <param name="Reference">The reference of the referral, if given.</param>
/// <param name="Phone">The person's number, if given.</param>
/// <param name="Plan">When and how; null to call it off.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record AskedFor(string ServiceId, string ExternalId, string? Reference, PhoneNumber? Phone, AppointmentPlan? Plan, AppointmentSource Source);

/// <summary>
/// Makes an appointment here what another system or a file says it is: booked, moved or called off. The same asked for again changes
/// nothing, even when the person or the console changed it since.
/// </summary>
public sealed class TakeAppointment(IStore store, FindPerson find, BookAppointment book, MoveAppointment move, CancelAppointment cancelIt, IClock clock)
{
    private const string Ours = "companion-";

    /// <summary>Does it.</summary>
    public async Task<AppointmentOutcome> Handle(AskedFor asked, CancellationToken cancel)
    {
        var known = await Known(asked, cancel);
        if (asked.Plan is not { } plan)
        {
            return known is null ? AppointmentOutcome.None("externalId") : await cancelIt.Handle(known.Id, cancel);
        }

        if (known?.AskedFor == plan.Tidy().Key && (known.Status != AppointmentStatus.CancelledByService || asked.Source == AppointmentSource.Import))
        {
            return new AppointmentOutcome(AppointmentChange.Unchanged, known.Id);
        }

        if (plan.Tidy().Wrong(clock.GetCurrentInstant()) is { } wrong)
        {
            return AppointmentOutcome.No(wrong);
        }

        var (whom, field, reason) = await find.Handle(asked.ServiceId, asked.Reference, asked.Phone, cancel);
        return whom is null ? AppointmentOutcome.No((field, reason))
            : known is null ? await book.Handle(new Booking(asked.ServiceId, whom, plan, asked.Source, asked.ExternalId), cancel)
            : known.PersonId != whom.PersonId
                ? new AppointmentOutcome(AppointmentChange.Conflict, known.Id, "externalId", StaffWords.Of("appointment.wrong.other"))
            : await move.Handle(known.Id, plan, cancel, askedFor: true);
    }

    /// <summary>What an appointment that has no name elsewhere is called in an export.</summary>
    public static string NameOf(Appointment appointment) => appointment.ExternalId ?? Ours + appointment.Id.ToString(CultureInfo.InvariantCulture);

    private async Task<Appointment?> Known(AskedFor asked, CancellationToken cancel)
    {
        await using var db = store.Read();
        var (service, external) = (asked.ServiceId, asked.ExternalId);
        var ours = external.StartsWith(Ours, StringComparison.Ordinal) && long.TryParse(external[Ours.Length..], CultureInfo.InvariantCulture, out var id) ? id : (long?)null;
        return await db.Appointments.FirstOrDefaultAsync(one => one.ServiceId == service && (one.ExternalId == external || one.Id == ours), cancel);
    }
}
