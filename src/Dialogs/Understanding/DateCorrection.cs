using NodaTime;

namespace Companion.Dialogs.Understanding;

/// <summary>A date of which people then put one piece right: "6 March 1954, sorry 7th not 6th", "12/3/54 i mean 1953".</summary>
internal sealed class DateCorrection(IReadOnlyList<DatePart> parts, LocalDate today)
{
    private readonly YearOfBirth years = new(parts, today);

    /// <summary>
    /// The reading with what comes after <paramref name="last"/> put right. A correction that cannot be made out leaves nothing: the
    /// person has just said that the date is wrong.
    /// </summary>
    public Reading<LocalDate>? Apply(Reading<LocalDate> reading, Found<LocalDate> last)
    {
        var tail = parts.Where(part => part.Token > last.Last).ToList();
        var from = tail.FindIndex(part => Choice.IsCorrection(part.Text) && !part.Is("now"));
        if (from < 0)
        {
            return reading;
        }

        var pieces = Pieces(tail.Skip(from));
        return pieces.Count switch
        {
            0 => reading,
            1 when Replace(reading.Value, pieces[0]) is { } date =>
                reading with { Value = date, Confidence = Confidence.Likely, Rule = reading.Rule + ", corrected" },
            _ => null,
        };
    }

    /// <summary>"7th not 6th March 1954": the one date found is disowned, and the day before "not" is meant.</summary>
    public Reading<LocalDate>? BeforeNot(Plain plain, Found<LocalDate> disowned)
    {
        var before = parts.Where(part => part.Token < disowned.First).ToList();
        return before is [.., { Kind: DatePartKind.Ordinal } day, { Text: "not" }] && Replace(disowned.Value, day) is { } date
            ? new Reading<LocalDate>(date, Confidence.Likely, plain.Quote(day.Token, disowned.Last), "day before not")
            : null;
    }

    /// <summary>The days, months and years named, without those after "not".</summary>
    private static List<DatePart> Pieces(IEnumerable<DatePart> tail)
    {
        var pieces = new List<DatePart>();
        var before = "";
        foreach (var part in tail)
        {
            if (part.Kind is DatePartKind.Word or DatePartKind.Mark)
            {
                before = part.Is("the") || part.Kind is DatePartKind.Mark ? before : part.Text;
            }
            else if (before is not "not")
            {
                // "sorry 53" and "I mean its 53" give a year; "sorry I am 72" does not.
                pieces.Add(part.Digits == 2 && !Choice.IsCorrection(before) && before is not "its" ? part with { Number = 0 } : part);
            }
        }

        return pieces;
    }

    private LocalDate? Replace(LocalDate date, DatePart piece) => piece switch
    {
        { Kind: DatePartKind.Ordinal } => Date(date.Year, date.Month, piece.Number),
        { Kind: DatePartKind.Month } => Date(date.Year, piece.Number, date.Day),
        { Digits: 4 } => Date(piece.Number, date.Month, date.Day),
        { Digits: 2, Number: > 31 } => years.Date(new Year(piece.Number, true, 0), date.Month, date.Day)?.Value,
        _ => null,
    };

    private LocalDate? Date(int year, int month, int day) => years.Date(new Year(year, false, 0), month, day)?.Value;
}
