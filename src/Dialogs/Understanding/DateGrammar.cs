using NodaTime;

namespace Companion.Dialogs.Understanding;

/// <summary>
/// The ways a whole date is written in Britain: "12th of March 1954", "March 12th 54", "1954 March 12", "12/3/54", "12 03 1954",
/// "1954-03-12", "120354", "12th of the 3rd 1954". Figures alone are day, month, year; never month first.
/// </summary>
internal sealed class DateGrammar(Plain plain, IReadOnlyList<DatePart> parts, LocalDate today)
{
    private const int MostCorrections = 2; // "6th, no 7th, sorry 8th"; nobody means more

    private static readonly HashSet<string> Fillers = ["of", "the", "in", "day", "th", "st", "nd", "rd", "year"];
    private static readonly HashSet<string> NotAfterAYear = ["am", "pm", "years", "yrs", "year", "yr", "oclock", "weeks", "days", ":"];

    private readonly YearOfBirth years = new(parts, today);

    /// <summary>Every possible date in the words that lies within the last 120 years, in order.</summary>
    public IReadOnlyList<Found<LocalDate>> Find()
    {
        var found = new List<Found<LocalDate>>();
        for (var at = 0; at < parts.Count;)
        {
            if ((DayFirst(at) ?? MonthFirst(at) ?? YearFirst(at) ?? Figures(at) ?? RunTogether(at)) is not { } written)
            {
                at++;
                continue;
            }

            if (years.Date(written.Year, written.Month, written.Day) is { } date)
            {
                var sure = written.Sure && date.Sure && parts.Skip(at).Take(written.Next - at).All(part => part.Sure);
                var confidence = sure ? Confidence.Clear : Confidence.Likely;
                found.Add(new Found<LocalDate>(date.Value, parts[at].Token, parts[written.Next - 1].Token, confidence, written.Rule));
            }

            at = written.Next;
        }

        return found;
    }

    private Written? DayFirst(int at)
    {
        if (Day(at) is not { } day || Month(Skip(day.Next)) is not { } month || years.At(Skip(month.Next)) is not { } year)
        {
            return null;
        }

        return EndsWell(year.Next) ? new Written(year, month.Number, day.Number, year.Next, day.Sure, "day, month by name, year") : null;
    }

    private Written? MonthFirst(int at)
    {
        if (Month(at) is not { } month || Day(Skip(month.Next)) is not { } day || years.At(Skip(day.Next)) is not { } year)
        {
            return null;
        }

        return EndsWell(year.Next) ? new Written(year, month.Number, day.Number, year.Next, day.Sure, "month by name, day, year") : null;
    }

    private Written? YearFirst(int at)
    {
        if (parts[at].Digits != 4 || years.At(at) is not { } year || Month(Skip(year.Next)) is not { } month
            || Day(Skip(month.Next)) is not { } day || !EndsWell(day.Next))
        {
            return null;
        }

        return new Written(year, month.Number, day.Number, day.Next, day.Sure, "year, month by name, day");
    }

    private Written? Figures(int at)
    {
        if (Small(at, 4) is not { } first || Separator(at + 1) is not { } second || Small(second, 2) is not { } month
            || Separator(second + 1) is not { } third || !StandsAlone(at, marked: second > at + 1))
        {
            return null;
        }

        if (first.Digits == 4)
        {
            return Small(third, 2) is { } last && years.At(at) is { } leading && !GoesOn(third + 1, marked: true)
                ? new Written(leading, month.Number, last.Number, third + 1, true, "year, month, day")
                : null;
        }

        return years.At(third) is { } year && !GoesOn(year.Next, marked: second > at + 1) && EndsWell(year.Next)
            ? new Written(year, month.Number, first.Number, year.Next, !first.IsNumberWord, "day, month, year")
            : null;
    }

    /// <summary>"12031954" and "120354"; year first only when day first is no date.</summary>
    private Written? RunTogether(int at)
    {
        var part = parts[at];
        if (part is not { Kind: DatePartKind.Number, Digits: 6 or 8 } || !StandsAlone(at, marked: false) || GoesOn(at + 1, marked: false))
        {
            return null;
        }

        var tail = part.Digits == 8 ? 10_000 : 100;
        var dayFirst = new Written(
            new Year(part.Number % tail, part.Digits == 6, at + 1), part.Number / tail % 100, part.Number / tail / 100, at + 1, true, "ddmmyyyy");
        var yearFirst = new Written(
            new Year(part.Number / 10_000, false, at + 1), part.Number / 100 % 100, part.Number % 100, at + 1, false, "yyyymmdd");
        return part.Digits == 8 && years.Date(dayFirst.Year, dayFirst.Month, dayFirst.Day) is null ? yearFirst : dayFirst;
    }

    /// <summary>A day of the month; "6th sorry 7th" is the 7th.</summary>
    private (int Number, int Next, bool Sure)? Day(int at, int corrections = MostCorrections)
    {
        if (at >= parts.Count || !IsDay(parts[at]))
        {
            return null;
        }

        for (var next = at + 1; next < Math.Min(parts.Count, at + 5); next++)
        {
            if (IsDay(parts[next]))
            {
                var corrected = parts.Skip(at + 1).Take(next - at - 1).Any(part => Choice.IsCorrection(part.Text));
                return corrected && corrections > 0 && Day(next, corrections - 1) is { } meant ? meant with { Sure = false } : (parts[at].Number, at + 1, true);
            }

            if (parts[next].Kind is not (DatePartKind.Mark or DatePartKind.Word))
            {
                break;
            }
        }

        return (parts[at].Number, at + 1, true);
    }

    private static bool IsDay(DatePart part) =>
        part is { Kind: DatePartKind.Number or DatePartKind.Ordinal, Number: >= 1 and <= 31, Digits: <= 2 };

    private (int Number, int Next)? Month(int at) =>
        at < parts.Count && parts[at].Kind is DatePartKind.Month ? (parts[at].Number, at + 1) : null;

    private DatePart? Small(int at, int mostDigits) =>
        at < parts.Count && parts[at] is { Kind: DatePartKind.Number or DatePartKind.Ordinal } part
            && part.Digits <= mostDigits && part.Digits != 3 ? part : null;

    private int Skip(int at)
    {
        var to = at;
        while (to < parts.Count && to - at < 3 && (parts[to].Kind is DatePartKind.Mark || Fillers.Contains(parts[to].Text)))
        {
            to++;
        }

        return to;
    }

    /// <summary>Where the next figure stands: after one or two marks, after "of the", or at once.</summary>
    private int? Separator(int at)
    {
        var to = at;
        while (to < parts.Count && to - at < 2 && (IsDateMark(parts[to]) || parts[to].Is("of") || parts[to].Is("the")))
        {
            to++;
        }

        return to < parts.Count ? to : null;
    }

    private static bool IsDateMark(DatePart part) => part.Kind is DatePartKind.Mark && part.Text is "/" or "-" or "." or "," or "\\";

    private bool EndsWell(int at) => at >= parts.Count || !NotAfterAYear.Contains(parts[at].Text);

    private bool StandsAlone(int at, bool marked) =>
        at == 0 || !(marked ? IsTight(at - 1) && at > 1 && parts[at - 2].Digits > 0 : parts[at - 1].Digits > 0);

    private bool GoesOn(int at, bool marked) =>
        at < parts.Count
        && (marked ? IsTight(at) && at + 1 < parts.Count && parts[at + 1].Digits > 0 : parts[at].Digits > 0);

    /// <summary>True for a mark with figures close on its heels, as in a longer number.</summary>
    private bool IsTight(int at)
    {
        var token = plain.Tokens[parts[at].Token];
        return IsDateMark(parts[at]) && parts[at].Token + 1 < plain.Tokens.Count
            && plain.Tokens[parts[at].Token + 1].Start == token.Start + token.Length;
    }

    private readonly record struct Written(Year Year, int Month, int Day, int Next, bool Sure, string Rule);
}
