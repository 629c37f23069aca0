using System.Globalization;
using Companion.Workflows.Summaries.Wording;

namespace Companion.Workflows.Summaries.Checks;

/// <summary>The same amount told otherwise: half past two in the afternoon as 14.30, "seven years ago" as its year, 74 as "in her 70s".</summary>
internal static class Amounts
{
    private const decimal HalfADay = 12;
    private const decimal FirstYear = 1900;
    private const decimal LastYear = 2100;

    /// <summary>True when a number of a sentence may be this number of a message, said in a year.</summary>
    public static bool AreOne(Figure said, Figure heard, int year)
    {
        if (said.Kind != FigureKind.Number || heard.Kind != FigureKind.Number || Value(said) is not { } one || Value(heard) is not { } other)
        {
            return false;
        }

        var isDecade = said.Written.EndsWith("0s", StringComparison.Ordinal) && one <= other && other < one + 10;
        var isTime = said.OfDate && Math.Abs(one - other) == HalfADay;
        var isHalfHour = (one, other) is (30, 0.5m) or (0.5m, 30);
        return isDecade || isTime || isHalfHour || IsAgo(one, other, year) || IsAgo(other, one, year);
    }

    private static bool IsAgo(decimal count, decimal then, int year) => then is > FirstYear and < LastYear && count < 100
        && year - then - count is 0 or 1;

    private static decimal? Value(Figure figure) => decimal.TryParse(figure.Value, CultureInfo.InvariantCulture, out var value) ? value : null;
}
