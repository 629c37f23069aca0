using Companion.Workflows.Appointments;
using Companion.Workflows.People;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Bot.LinkWorkers;

/// <summary>The appointments of a day, and one of them.</summary>
public sealed class AppointmentList(IStore store)
{
    /// <summary>One page of a local day's appointments, the earliest first; of one status, when that is given.</summary>
    public async Task<Paged<AppointmentRow>> Read(string serviceId, LocalDate day, AppointmentStatus? status, int page, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await Rows(db)
            .Where(row => row.Appointment.ServiceId == serviceId && row.Appointment.StartsOn == day && (status == null || row.Appointment.Status == status))
            .OrderBy(row => row.Appointment.StartsAt)
            .ThenBy(row => row.Appointment.Id)
            .Page(page, cancel);
    }

    /// <summary>One appointment of a service, or null.</summary>
    public async Task<AppointmentRow?> Find(string serviceId, long id, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await Rows(db).SingleOrDefaultAsync(row => row.Appointment.Id == id && row.Appointment.ServiceId == serviceId, cancel);
    }

    private static IQueryable<AppointmentRow> Rows(CompanionDb db) =>
        from appointment in db.Appointments
        join referral in db.Cases on appointment.CaseId equals referral.Id
        join address in db.Addresses on appointment.AddressId equals address.Id
        select new AppointmentRow
        {
            Appointment = appointment,
            CaseId = referral.Id,
            Reference = referral.Reference,
            GivenName = referral.GivenName,
            FamilyName = referral.FamilyName,
            Channel = address.Channel,
            Address = address.Value,
        };
}

/// <summary>One appointment with whom it is for.</summary>
public sealed record AppointmentRow
{
    public required Appointment Appointment { get; init; }

    public required long CaseId { get; init; }

    public required string Reference { get; init; }

    public string? GivenName { get; init; }

    public string? FamilyName { get; init; }

    public Channel Channel { get; init; }

    public required string Address { get; init; }
}
