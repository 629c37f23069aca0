using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Companion.Workflows.Staff;
using NodaTime;
using NodaTime.Text;

namespace Companion.Workflows.Groups;

/// <summary>
/// When a group meets, as people write it: "weekly on Tue, Thu", "every 2 weeks on Mon", "first Tuesday" (of the month; "last" too), or
/// a list of days: "2026-12-01, 2026-12-08".
/// </summary>
public sealed class Recurrence
{
    private const int MostWeeks = 12;
    private const int Last = 5;

    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    private static readonly string[] Ordinals = ["", "first", "second", "third", "fourth", "last"];
    private static readonly char[] Between = [',', ';', ' ', '\n', '\r', '\t'];

    private Recurrence(Func<LocalDate, LocalDate, bool>? rule, IReadOnlyList<LocalDate> listed) => (Rule, Listed) = (rule, listed);

    /// <summary>True when it is a list of days, which ends by itself.</summary>
    public bool IsList => Rule is null;

    /// <summary>The days of a list, in their order.</summary>
    public IReadOnlyList<LocalDate> Listed { get; }

    // Whether a day is one of them, given the first day of all.
    private Func<LocalDate, LocalDate, bool>? Rule { get; }

    /// <summary>Reads a rhythm; on failure <paramref name="why"/> says what is wrong, as a sentence for staff.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Recurrence? read, out string why)
    {
        var words = text.ToLowerInvariant().Split(Between, StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("on" or "the" or "of" or "month" or "each" or "monthly")).ToList();
        why = StaffWords.Of("group.wrong.repeats", ("text", text.Trim()));
        read = words switch
        {
            [] => null,
            ["weekly", .. var days] => Weekly(1, days),
            ["every", "week", .. var days] => Weekly(1, days),
            ["every", var n, "weeks", .. var days] when int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var weeks) => Weekly(weeks, days),
            [var ordinal, var day] when Array.IndexOf(Ordinals, ordinal) is > 0 and var nth && DayOf(day) is { } on =>
                new Recurrence((_, date) => IsNth(date, nth, on), []),
            _ => List(words, ref why),
        };
        return read is not null;
    }

    /// <summary>Every day from <paramref name="from"/> to <paramref name="to"/>, both included, in their order.</summary>
    public IEnumerable<LocalDate> On(LocalDate from, LocalDate to) => Rule is null
        ? Listed.Where(date => date >= from && date <= to)
        : Enumerable.Range(0, Math.Max(0, Period.DaysBetween(from, to) + 1)).Select(from.PlusDays).Where(date => Rule(from, date));

    private static Recurrence? Weekly(int weeks, IReadOnlyList<string> names)
    {
        var days = names.Select(DayOf).ToList();
        return weeks is < 1 or > MostWeeks || days.Count == 0 || days.Contains(null)
            ? null
            : new Recurrence((from, date) => days.Contains(date.DayOfWeek) && WeeksBetween(from, date) % weeks == 0, []);
    }

    // Counted from Monday to Monday, so that "every 2 weeks on Mon, Wed" keeps both days in one week.
    private static int WeeksBetween(LocalDate from, LocalDate date) => Period.DaysBetween(MondayOf(from), MondayOf(date)) / 7;

    private static LocalDate MondayOf(LocalDate date) => date.PlusDays(1 - (int)date.DayOfWeek);

    private static bool IsNth(LocalDate date, int nth, IsoDayOfWeek on) =>
        date.DayOfWeek == on && (nth == Last ? date.PlusWeeks(1).Month != date.Month : (date.Day - 1) / 7 == nth - 1);

    private static Recurrence? List(IReadOnlyList<string> words, ref string why)
    {
        var dates = new List<LocalDate>();
        foreach (var word in words)
        {
            if (!LocalDatePattern.Iso.Parse(word).TryGetValue(default, out var date))
            {
                return null;
            }

            if (dates.Contains(date))
            {
                why = StaffWords.Of("group.wrong.twice", ("date", word));
                return null;
            }

            dates.Add(date);
        }

        return new Recurrence(null, [.. dates.Order()]);
    }

    private static IsoDayOfWeek? DayOf(string name) =>
        name.Length >= 3 && Array.FindIndex(Days, day => name.StartsWith(day, StringComparison.Ordinal)) is >= 0 and var at
        && ((IsoDayOfWeek)(at + 1)).ToString().StartsWith(name.TrimEnd('s'), StringComparison.OrdinalIgnoreCase)
            ? (IsoDayOfWeek)(at + 1)
            : null;
}
