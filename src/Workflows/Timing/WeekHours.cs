using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Text;

namespace Companion.Workflows.Timing;

/// <summary>
/// Hours of a week as people write them: "Mon-Fri 09:00-12:30, 13:30-17:00; Sat 10:00-13:00", or "always". Several intervals a day;
/// the end is not included; an interval may not cross midnight (write "22:00-24:00" and "00:00-06:00").
/// </summary>
public sealed class WeekHours
{
    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private readonly List<(IsoDayOfWeek Day, LocalTime From, LocalTime? To)> intervals = [];

    /// <summary>True for every minute of the week.</summary>
    public bool IsAlways { get; private init; }

    /// <summary>Reads hours; on failure <paramref name="wrong"/> says which part and why.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out WeekHours? hours, out string wrong)
    {
        (hours, wrong) = (null, "");
        if (text.Trim().Equals("always", StringComparison.OrdinalIgnoreCase))
        {
            hours = new WeekHours { IsAlways = true };
            return true;
        }

        var read = new WeekHours();
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var space = part.IndexOf(' ', StringComparison.Ordinal);
            if (space < 0 || !TryDays(part[..space], out var days))
            {
                wrong = $"'{part}' does not begin with days such as Mon-Fri or Sat";
                return false;
            }

            foreach (var span in part[space..].Split(',', StringSplitOptions.TrimEntries))
            {
                if (!TrySpan(span, out var from, out var to))
                {
                    wrong = $"'{span}' is not a time span such as 09:00-17:00";
                    return false;
                }

                read.intervals.AddRange(days.Select(day => (day, from, to)));
            }
        }

        hours = read;
        return true;
    }

    /// <summary>True when the local time lies in one of the intervals.</summary>
    public bool Contains(LocalDateTime at) => IsAlways || intervals.Exists(i =>
        i.Day == at.DayOfWeek && at.TimeOfDay >= i.From && (i.To is null || at.TimeOfDay < i.To));

    /// <summary>The first moment not before <paramref name="at"/> that lies in the hours, or null when there are none.</summary>
    /// <param name="at">The local time to begin at.</param>
    /// <param name="isHoliday">Days on which nobody is there, whatever the weekday.</param>
    public LocalDateTime? NextOpen(LocalDateTime at, Func<LocalDate, bool> isHoliday)
    {
        for (var day = 0; day < 30; day++)
        {
            var date = at.Date.PlusDays(day);
            if (isHoliday(date) && !IsAlways)
            {
                continue;
            }

            if (day == 0 && Contains(at))
            {
                return at;
            }

            var opens = IsAlways ? [LocalTime.Midnight] : intervals.Where(i => i.Day == date.DayOfWeek).Select(i => i.From).Order().ToArray();
            foreach (var open in opens.Select(time => date + time).Where(open => open >= at))
            {
                return open;
            }
        }

        return null;
    }

    /// <summary>When the interval ends that a local time lies in; null when it lies in none, or when the hours never end.</summary>
    public LocalDateTime? Closes(LocalDateTime at) => IsAlways ? null : intervals
        .Where(i => i.Day == at.DayOfWeek && at.TimeOfDay >= i.From && (i.To is null || at.TimeOfDay < i.To))
        .Select(i => (LocalDateTime?)(i.To is { } to ? at.Date + to : at.Date.PlusDays(1).AtMidnight()))
        .Max();

    /// <summary>Reads days such as "Mon-Fri" or "Sat".</summary>
    internal static bool TryDays(string text, out List<IsoDayOfWeek> days)
    {
        days = [];
        var ends = text.ToLowerInvariant().Split('-');
        var (first, last) = (Array.IndexOf(Days, ends[0]), Array.IndexOf(Days, ends[^1]));
        if (ends.Length > 2 || first < 0 || last < 0)
        {
            return false;
        }

        for (var day = first; ; day = (day + 1) % 7)
        {
            days.Add((IsoDayOfWeek)(day + 1));
            if (day == last)
            {
                return true;
            }
        }
    }

    private static bool TrySpan(string text, out LocalTime from, out LocalTime? to)
    {
        (from, to) = (default, null);
        var ends = text.Split('-', StringSplitOptions.TrimEntries);
        if (ends.Length != 2 || !Clock.Parse(ends[0]).TryGetValue(default, out from))
        {
            return false;
        }

        if (ends[1] is "24:00")
        {
            return true;
        }

        var read = Clock.Parse(ends[1]).TryGetValue(default, out var end) && end > from;
        to = end;
        return read;
    }
}
