using System.Globalization;
using System.Text;
using Companion.Workflows.Timing;
using NodaTime;
using NodaTime.Text;

namespace Companion.Bot.LinkWorkers;

/// <summary>How pages for staff show times and numbers.</summary>
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

    /// <summary>An NHS number in groups of three, three and four, never with dashes.</summary>
    public static string NhsNumber(string digits) => digits.Length == 10 ? $"{digits[..3]} {digits[3..6]} {digits[6..]}" : digits;

    /// <summary>
    /// A name that has no words of its own as words: "CouldNotTell" is "could not tell", "last_seen" is "last seen". A row of another
    /// release may keep one.
    /// </summary>
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

            words.Append(letter is '_' or '.' ? ' ' : char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }

    /// <summary>Words with a capital, to begin a sentence or a cell.</summary>
    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>The lines of a column that holds several.</summary>
    public static IEnumerable<string> Lines(string kept) =>
        kept.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A count with its noun: "1 segment", "2 segments".</summary>
    public static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
