using System.Globalization;
using System.Text;
using Companion.Dialogs.Understanding;
using Companion.Workflows.People;
using Companion.Workflows.Timing;
using NodaTime;
using NodaTime.Text;

namespace Companion.Bot.LinkWorkers;

/// <summary>How pages for staff show times, ages, numbers and the names that rows are kept under.</summary>
public static class Shown
{
    private static readonly LocalDateTimePattern AtPattern = LocalDateTimePattern.CreateWithInvariantCulture("ddd d MMM uuuu, HH:mm");
    private static readonly LocalDateTimePattern ExactPattern = LocalDateTimePattern.CreateWithInvariantCulture("ddd d MMM uuuu, HH:mm:ss");
    private static readonly LocalDatePattern DayPattern = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");

    /// <summary>Local time to the minute: "Tue 25 Dec 2029, 03:00".</summary>
    public static string At(Instant at) => AtPattern.Format(at.Local());

    /// <summary>Local time to the second.</summary>
    public static string Exactly(Instant at) => ExactPattern.Format(at.Local());

    /// <summary>A date: "12 March 1954".</summary>
    public static string Day(LocalDate day) => DayPattern.Format(day);

    /// <summary>A machine-readable time for the <c>time</c> element.</summary>
    public static string Machine(Instant at) => InstantPattern.General.Format(at);

    /// <summary>An age in its two largest units: "12 minutes", "3 h 5 min", "2 days 4 h".</summary>
    public static string Age(Duration age) => age switch
    {
        { TotalMinutes: < 1 } => "less than a minute",
        { TotalMinutes: < 2 } => "1 minute",
        { TotalHours: < 1 } => $"{(int)age.TotalMinutes} minutes",
        { TotalDays: < 1 } => $"{(int)age.TotalHours} h {age.Minutes} min",
        { TotalDays: < 2 } => $"1 day {age.Hours} h",
        _ => $"{age.Days} days {age.Hours} h",
    };

    /// <summary>An address as people read it.</summary>
    public static string Address(Channel channel, string value) => channel switch
    {
        Channel.WebChat => "web chat",
        Channel.Email => value,
        _ => PhoneNumber.TryParse(value, out var number) ? number.Display : value,
    };

    /// <summary>How words travel, as people say it.</summary>
    public static string Way(Channel channel) => channel switch
    {
        Channel.Sms => "Text",
        Channel.Voice => "Call",
        Channel.Email => "E-mail",
        _ => "Web chat",
    };

    /// <summary>An NHS number in groups of three, three and four, never with dashes.</summary>
    public static string NhsNumber(string digits) => digits.Length == 10 ? $"{digits[..3]} {digits[3..6]} {digits[6..]}" : digits;

    /// <summary>A name in code as words: "CouldNotBeTexted" is "Could not be texted", "domestic_abuse" is "Domestic abuse".</summary>
    public static string Words(string name)
    {
        if (name.Contains(' ', StringComparison.Ordinal))
        {
            return name; // words already
        }

        var words = new StringBuilder(name.Length + 8);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && words.Length > 0)
            {
                words.Append(' ');
            }

            words.Append(letter is '_' or '.' ? ' ' : words.Length == 0 ? char.ToUpperInvariant(letter) : char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }

    /// <summary>The parts of a list kept in one column, each as words.</summary>
    public static IEnumerable<string> List(string kept) => kept
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(Words);

    /// <summary>The lines of a column that holds several.</summary>
    public static IEnumerable<string> Lines(string kept) =>
        kept.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A count with its noun: "1 segment", "2 segments".</summary>
    public static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
