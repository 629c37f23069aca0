using System.Globalization;
using System.Text;
using Companion.Dialogs.Words;
using Companion.Workflows.Groups;
using Companion.Workflows.Staff;
using NodaTime;

namespace Companion.Workflows.Appointments;

/// <summary>When and how an appointment takes place.</summary>
/// <param name="Kind">How.</param>
/// <param name="On">The local day.</param>
/// <param name="At">The local time.</param>
/// <param name="Minutes">How long.</param>
/// <param name="Place">Where, for one at a place.</param>
/// <param name="With">The link worker's name; null for the service's.</param>
public sealed record AppointmentPlan(AppointmentKind Kind, LocalDate On, LocalTime At, int Minutes, string? Place = null, string? With = null)
{
    /// <summary>The longest place: with it a reminder still fits one text.</summary>
    public const int LongestPlace = 36;

    /// <summary>The longest name.</summary>
    public const int LongestName = 20;

    /// <summary>How long one takes when nobody says.</summary>
    public const int UsualMinutes = 45;

    private const int MostMonths = 18;

    /// <summary>The same for the same plan.</summary>
    public string Key => string.Join('|', Kind, On.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), At.ToString("HH:mm", CultureInfo.InvariantCulture), Minutes, Place, With);

    /// <summary>The plan of an appointment.</summary>
    public static AppointmentPlan Of(Appointment appointment) =>
        new(appointment.Kind, appointment.StartsOn, appointment.StartsAt, appointment.Minutes, appointment.Place, appointment.With);

    /// <summary>The same plan in letters that a text can carry, without what its kind has no use for.</summary>
    public AppointmentPlan Tidy() => this with { Place = Kind == AppointmentKind.FaceToFace ? Plain(Place) : null, With = Plain(With) };

    /// <summary>What is wrong with a tidy plan: the field and a sentence; null when nothing is.</summary>
    public (string Field, string Reason)? Wrong(Instant now)
    {
        var start = Timing.LondonTime.Instant(On + At);
        return start <= now ? ("date", StaffWords.Of("appointment.wrong.past"))
            : On > Timing.LondonTime.Local(now).Date.PlusMonths(MostMonths) ? ("date", StaffWords.Of("appointment.wrong.far"))
            : Minutes is < 5 or > 480 ? ("minutes", StaffWords.Of("appointment.wrong.minutes"))
            : Kind == AppointmentKind.FaceToFace && Place is null ? ("place", StaffWords.Of("appointment.wrong.no-place"))
            : Text("place", Place, LongestPlace, TellingWords.InPlace) ?? Text("with", With, LongestName, TellingWords.In);
    }

    private static (string, string)? Text(string field, string? text, int most, Func<string, string?> telling) =>
        text is null ? null
        : text.Length > most ? (field, StaffWords.Of("appointment.wrong.long", ("most", $"{most}")))
        : !Gsm7.Fits(text) || text.Any(char.IsControl) ? (field, StaffWords.Of("appointment.wrong.letters"))
        : telling(text) is { } word ? (field, StaffWords.Of("appointment.wrong.tells", ("word", word)))
        : null;

    // Curly quotes and long dashes are a spreadsheet's, and an accent that a text cannot carry is left off.
    private static string? Plain(string? text)
    {
        var trimmed = text?.Trim().Replace('\u2018', '\'').Replace('\u2019', '\'').Replace('\u2013', '-').Replace('\u2014', '-').Replace('\u00A0', ' ').Replace('`', '\'');
        return string.IsNullOrEmpty(trimmed) ? null : string.Concat(trimmed.Select(Carried));
    }

    private static string Carried(char letter) => Gsm7.Fits(letter.ToString())
        ? letter.ToString()
        : string.Concat(letter.ToString().Normalize(NormalizationForm.FormD).Where(part => CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark));
}
