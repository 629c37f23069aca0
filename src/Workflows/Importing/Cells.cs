using System.Globalization;
using System.Text.RegularExpressions;
using Companion.Dialogs.Understanding;
using Companion.Workflows.Staff;
using NodaTime;

namespace Companion.Workflows.Importing;

/// <summary>
/// Reads what spreadsheets leave in a cell. What they did to it is undone where only one thing can have been meant; the rest is refused
/// in words that say what to write instead.
/// </summary>
internal static partial class Cells
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>A telephone number: its plus or its first nought may be lost; shortened to powers of ten it is gone.</summary>
    public static (PhoneNumber? Value, string? Wrong) Phone(string cell)
    {
        if (Power().IsMatch(cell))
        {
            return (null, StaffWords.Of("import.phone.shortened"));
        }

        var text = DecimalNoughts().Replace(cell, "");
        var nought = text.Length == 10 && text[0] == '7' && text.All(char.IsAsciiDigit) ? "0" + text : text;
        return PhoneNumber.TryParse(nought, out var number) ? (number, null) : (null, StaffWords.Of("import.phone"));
    }

    /// <summary>A day: 2026-04-03, 03/04/2026 or 3 April 2026. Always the day first.</summary>
    public static (LocalDate? Value, string? Wrong) Date(string cell)
    {
        var text = Midnight().Replace(cell, "");
        if (Digits().IsMatch(text))
        {
            return (null, StaffWords.Of("import.date.serial"));
        }

        var (year, month, day) =
            Iso().Match(text) is { Success: true } iso ? (Part(iso, 1), Part(iso, 2), Part(iso, 3))
            : DayFirst().Match(text) is { Success: true } figures ? (Year(figures.Groups[3].Value), Part(figures, 2), Part(figures, 1))
            : InWords().Match(text) is { Success: true } words ? (Year(words.Groups[3].Value), MonthOf(words.Groups[2].Value), Part(words, 1))
            : (0, 0, 0);
        if (year == 0)
        {
            return (null, StaffWords.Of("import.date"));
        }

        if (month is < 1 or > 12)
        {
            return (null, StaffWords.Of("import.date.day-first"));
        }

        return day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? (new LocalDate(year, month, day), null)
            : (null, StaffWords.Of("import.date.none"));
    }

    /// <summary>A time of day: 10:30, 10.30, 1030, 2pm or 2:30 pm.</summary>
    public static (LocalTime? Value, string? Wrong) Time(string cell)
    {
        if (Fraction().IsMatch(cell))
        {
            return (null, StaffWords.Of("import.time.fraction"));
        }

        if (Clock().Match(cell) is not { Success: true } clock)
        {
            return (null, StaffWords.Of("import.time"));
        }

        var (hour, minute, half) = (Number(clock.Groups["hour"]), Number(clock.Groups["minute"]), clock.Groups["half"].Value.ToLowerInvariant());
        var isBare = !clock.Groups["minute"].Success && half.Length == 0; // "10": ten what?
        if (isBare || minute > 59 || (half.Length > 0 ? hour is < 1 or > 12 : hour > 23))
        {
            return (null, StaffWords.Of("import.time"));
        }

        return (new LocalTime(half.Length == 0 ? hour : (hour % 12) + (half[0] == 'p' ? 12 : 0), minute), null);
    }

    /// <summary>A whole number; "30.0" is 30.</summary>
    public static (int? Value, string? Wrong) Whole(string cell, int least, int most) =>
        int.TryParse(DecimalNoughts().Replace(cell, ""), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? (number, null)
            : (null, StaffWords.Of("import.whole", ("least", $"{least}"), ("most", $"{most}")));

    private static int Part(Match match, int group) => Number(match.Groups[group]);

    private static int Number(Group figures) => figures.Success ? int.Parse(figures.Value, CultureInfo.InvariantCulture) : 0;

    private static int Year(string text) => int.Parse(text, CultureInfo.InvariantCulture) is var year && text.Length == 2 ? 2000 + year : year;

    private static int MonthOf(string name) => Array.FindIndex(Months, month => name.StartsWith(month, StringComparison.OrdinalIgnoreCase)) + 1;

    [GeneratedRegex(@"^[\d.,]+[eE]\+?\d+$")]
    private static partial Regex Power();

    [GeneratedRegex(@"\.0+$")]
    private static partial Regex DecimalNoughts();

    [GeneratedRegex(@"[ T]0?0:00(:00)?(\.0+)?$")]
    private static partial Regex Midnight();

    [GeneratedRegex(@"^\d+([.,]\d+)?$")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(\d{4})-(\d{1,2})-(\d{1,2})$")]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?:[A-Za-z]{3,9},? )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$")]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^(?:[A-Za-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})[ ,-]+(\d{4}|\d{2})$")]
    private static partial Regex InWords();

    [GeneratedRegex(@"^0?[.,]\d+$")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"^(?<hour>\d{1,2})(?:[:.]?(?<minute>\d{2})(?::\d{2})?)? ?(?<half>[ap]\.?m\.?)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Clock();
}
