using NodaTime;

namespace Companion.Dialogs.Understanding;

/// <summary>A year as written.</summary>
/// <param name="Number">The number written.</param>
/// <param name="IsShort">True when only the last two figures were given.</param>
/// <param name="Next">The part after it.</param>
internal readonly record struct Year(int Number, bool IsShort, int Next);

/// <summary>Reads years in figures and words, and decides which century two figures mean for somebody alive today.</summary>
internal sealed class YearOfBirth(IReadOnlyList<DatePart> parts, LocalDate today)
{
    /// <summary>Nobody is older; a date before that is a slip.</summary>
    private const int OldestAge = 120;

    /// <summary>Below this, two figures could as well be somebody over a hundred: the person is asked.</summary>
    private const int YoungestByShortYear = 16;

    /// <summary>The year at a part: "1954", "54", "nineteen fifty four", "nineteen oh four", "two thousand and one".</summary>
    public Year? At(int at)
    {
        if (at >= parts.Count || parts[at].Kind is not DatePartKind.Number)
        {
            return null;
        }

        var part = parts[at];
        return part switch
        {
            { Digits: 4 } => new Year(part.Number, false, at + 1),
            { Digits: 2 } => new Year(part.Number, true, at + 1),
            { Digits: 0, Number: 2 } when Word(at + 1) is "thousand" => Thousands(at + 2),
            { Digits: 0, Number: 19 or 20 } when Century(at) is { } year => year,
            { Digits: 0 } when part.Number > 9 || part.Text is "oh" => new Year(part.Number, true, at + 1),
            _ => null,
        };
    }

    /// <summary>The date, if the calendar has it and somebody alive today can have been born on it.</summary>
    public (LocalDate Value, bool Sure)? Date(Year year, int month, int day)
    {
        if (!year.IsShort)
        {
            return Possible(year.Number, month, day) is { } date ? (date, true) : null;
        }

        var before = Possible(1900 + year.Number, month, day);
        var since = Possible(2000 + year.Number, month, day);
        return (before, since) switch
        {
            ({ } only, null) => (only, true),
            (null, { } only) => (only, true),
            (not null, { } later) when later <= today.PlusYears(-YoungestByShortYear) => (later, false),
            _ => null,
        };
    }

    private LocalDate? Possible(int year, int month, int day)
    {
        if (year is < 1800 or > 2200 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            return null;
        }

        var date = new LocalDate(year, month, day);
        return date <= today && date > today.PlusYears(-OldestAge) ? date : null;
    }

    private Year? Century(int at)
    {
        var hundreds = parts[at].Number * 100;
        if (Word(at + 1) is "hundred")
        {
            var rest = at + (Word(at + 2) is "and" ? 3 : 2);
            return Small(rest) is { } few ? new Year(hundreds + few, false, rest + 1) : new Year(hundreds, false, at + 2);
        }

        return Small(at + 1) is { } within && (within > 9 || parts[at + 1].Text is "oh") ? new Year(hundreds + within, false, at + 2) : null;
    }

    private Year Thousands(int at)
    {
        var rest = at + (Word(at) is "and" ? 1 : 0);
        return Small(rest) is { } few ? new Year(2000 + few, false, rest + 1) : new Year(2000, false, at);
    }

    private string? Word(int at) => at < parts.Count && parts[at].Kind is DatePartKind.Word ? parts[at].Text : null;

    private int? Small(int at) => at < parts.Count && parts[at] is { IsNumberWord: true, Number: < 100 } part ? part.Number : null;
}
