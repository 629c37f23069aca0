namespace Companion.Workflows.Summaries.Wording;

/// <summary>What sort of figure it is; two of one sort exclude each other.</summary>
internal enum FigureKind
{
    Number,
    Weekday,
    Month,
    Day,
    PartOfDay,
}

/// <summary>A number, weekday, month, relative day or part of the day, and the sentence of its passage it stands in.</summary>
/// <param name="Kind">What sort.</param>
/// <param name="Value">The value in one spelling: "2.3" for 2.30, "5" for Friday, "tomorrow".</param>
/// <param name="Sentence">The number of its sentence.</param>
/// <param name="Written">As it was written, for the reason shown.</param>
/// <param name="OfDate">True for a number that is part of a date or time.</param>
/// <param name="At">Its place among the words of the passage.</param>
internal sealed record Figure(FigureKind Kind, string Value, int Sentence, string Written, bool OfDate, int At);
