using System.Text.RegularExpressions;
using Companion.Dialogs.Talking;
using NodaTime;

namespace Companion.Dialogs.Referrals.Questions;

/// <summary>What is wrong with a date of birth that could not be read, so that the person is told which part to mend.</summary>
internal static partial class WrongDate
{
    private const int Oldest = 120;
    private const string Calendar = "wrong.calendar";
    private const string Future = "wrong.future";
    private const string Past = "wrong.past";
    private const string Year = "wrong.year";
    private const string Day = "wrong.day";
    private const string Age = "wrong.age";

    /// <summary>Every fault there is.</summary>
    public static IReadOnlyList<string> All { get; } = [Calendar, Future, Past, Year, Day, Age];

    /// <summary>The part of the text's key that names the fault, or null when the words are no date at all.</summary>
    public static string? Of(Utterance said)
    {
        var text = said.Plain.Text;
        if (Figures().Match(text) is { Success: true } date)
        {
            return OfFigures(Part(date, 1), Part(date, 2), Part(date, 3), said.Today);
        }

        if (AYear().Match(text) is { Success: true } year && IsOutOfReach(Part(year, 1), said.Today) is { } fault)
        {
            return fault;
        }

        return (AMonth().IsMatch(text), AYear().IsMatch(text), ADay().IsMatch(text)) switch
        {
            (true, true, true) => Calendar,
            (true, true, false) => Day,
            (true, false, true) => Year,
            (false, true, false) => Day,
            _ => AnAge().IsMatch(text) ? Age : null,
        };
    }

    private static string? OfFigures(int day, int month, int year, LocalDate today) =>
        month > 12 || day > 31 || month < 1 || day < 1 ? Calendar : IsOutOfReach(year, today) ?? Calendar;

    private static string? IsOutOfReach(int year, LocalDate today) =>
        year >= today.Year ? Future : year < today.Year - Oldest ? Past : null;

    private static int Part(Match match, int group) => int.Parse(match.Groups[group].ValueSpan);

    [GeneratedRegex(@"(?<!\d)(\d{1,2}) ?[./-]? ?(\d{1,2}) ?[./-]? ?(\d{4})(?!\d)")]
    private static partial Regex Figures();

    [GeneratedRegex(@"(?<!\d)([12]\d{3})(?!\d)")]
    private static partial Regex AYear();

    [GeneratedRegex(@"(?<![\d])\d{1,2}(st|nd|rd|th)?(?!\d)")]
    private static partial Regex ADay();

    [GeneratedRegex(@"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b")]
    private static partial Regex AMonth();

    [GeneratedRegex(@"\b\d{1,3} (years|yrs|yr|year)\b|\b(im|i am|aged|age) \d{1,3}\b|^\d{1,3}$")]
    private static partial Regex AnAge();
}
