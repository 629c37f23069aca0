using System.Globalization;
using System.Text;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Appointments;

/// <summary>What a calendar link shows.</summary>
/// <param name="When">Day and time as people read them.</param>
/// <param name="What">What it is, in neutral words.</param>
/// <param name="IsOff">True when it does not take place.</param>
/// <param name="File">The calendar file.</param>
public sealed record CalendarEntry(string When, string What, bool IsOff, string File);

/// <summary>
/// An appointment as an iCalendar file (RFC 5545). Its UID stays and its SEQUENCE counts up, so that a calendar replaces an earlier
/// version. It holds no more than the texts do.
/// </summary>
public sealed class CalendarFile(IStore store, ServiceBook services)
{
    private const int LongestLine = 70;

    /// <summary>The entry of a link, or null when it is no link to one.</summary>
    public async Task<CalendarEntry?> Handle(SignedLink link, CancellationToken cancel)
    {
        await using var db = store.Read();
        return link is { Purpose: LinkPurpose.Calendar, AppointmentId: { } id } && await db.Appointments.SingleOrDefaultAsync(one => one.Id == id, cancel) is { } appointment
            ? Entry(appointment, services.Of(appointment.ServiceId))
            : null;
    }

    /// <summary>An appointment as an entry.</summary>
    public static CalendarEntry Entry(Appointment appointment, ServiceSettings service)
    {
        var what = StaffWords.Of("calendar." + appointment.Kind, ("with", appointment.With ?? service.NeutralName));
        return new CalendarEntry(TellAppointment.When(appointment.Starts), what, !appointment.IsOn && !appointment.IsOver, File(appointment, service, what));
    }

    private static string File(Appointment appointment, ServiceSettings service, string what)
    {
        var isOff = appointment.IsOff || appointment.Status == AppointmentStatus.ToRebook;
        List<string> lines =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Companion//Appointments//EN", "METHOD:" + (isOff ? "CANCEL" : "PUBLISH"),
            "BEGIN:VTIMEZONE", "TZID:Europe/London",
            "BEGIN:DAYLIGHT", "DTSTART:19810329T010000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "TZNAME:BST", "END:DAYLIGHT",
            "BEGIN:STANDARD", "DTSTART:19961027T020000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000", "TZNAME:GMT", "END:STANDARD",
            "END:VTIMEZONE",
            "BEGIN:VEVENT", $"UID:appointment-{appointment.Id}@companion", $"SEQUENCE:{appointment.Version}",
            "DTSTAMP:" + appointment.UpdatedAt.ToString("uuuuMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture),
            "DTSTART;TZID=Europe/London:" + Local(appointment.Starts), "DTEND;TZID=Europe/London:" + Local(appointment.End.Local()),
            "SUMMARY:" + Escaped($"{service.NeutralName}: {what}"),
            .. appointment.Place is { } place ? ["LOCATION:" + Escaped(place)] : Array.Empty<string>(),
            "STATUS:" + (isOff ? "CANCELLED" : "CONFIRMED"), "END:VEVENT", "END:VCALENDAR",
        ];
        return string.Concat(lines.Select(line => Folded(line) + "\r\n"));
    }

    private static string Local(LocalDateTime at) => at.ToString("uuuuMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal);

    // A line holds at most 75 octets; what is longer goes on in the next behind a space.
    private static string Folded(string line)
    {
        var folded = new StringBuilder();
        for (var at = 0; at < line.Length; at += LongestLine)
        {
            folded.Append(at > 0 ? "\r\n " : "").Append(line.AsSpan(at, Math.Min(LongestLine, line.Length - at)));
        }

        return folded.ToString();
    }
}
