using System.Globalization;
using Companion.Workflows.Importing;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace Companion.Workflows.Appointments;

/// <summary>Writes a service's appointments as CSV, in the columns of an import.</summary>
public sealed class ExportAppointments(IStore store)
{
    /// <summary>Every appointment of a service, the earliest first.</summary>
    public async Task<string> Handle(string service, CancellationToken cancel)
    {
        await using var db = store.Read();
        var rows = await (
            from appointment in db.Appointments
            where appointment.ServiceId == service
            join referral in db.Cases on appointment.CaseId equals referral.Id
            join address in db.Addresses on appointment.AddressId equals address.Id
            select new { Appointment = appointment, referral.Reference, address.Channel, address.Value }).ToListAsync(cancel);
        return CsvText.Of(
            [.. ImportAppointments.Columns.Select(column => column.Name)],
            rows.OrderBy(row => row.Appointment.Starts).ThenBy(row => row.Appointment.Id).Select(row => (IReadOnlyList<string>)
            [
                TakeAppointment.NameOf(row.Appointment),
                row.Reference,
                row.Channel == People.Channel.Sms ? row.Value : "",
                row.Appointment.StartsOn.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
                row.Appointment.StartsAt.ToString("HH:mm", CultureInfo.InvariantCulture),
                row.Appointment.Minutes.ToString(CultureInfo.InvariantCulture),
                row.Appointment.Kind == AppointmentKind.FaceToFace ? "face to face" : row.Appointment.Kind.ToString().ToLowerInvariant(),
                row.Appointment.Place ?? "",
                row.Appointment.With ?? "",
                row.Appointment.Status.ToString(),
            ]));
    }
}
