using NodaTime;
using NodaTime.Text;

namespace Companion.Dialogs.Understanding;

/// <summary>Finds the one date of birth somebody gives. Dates are day, month, year.</summary>
public static class DateOfBirthReader
{
    /// <summary>The canonical form: ISO 8601, "1954-03-12".</summary>
    public static string Format(LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary>
    /// The date in <paramref name="words"/>, or nothing when there is none, the calendar does not have it, it lies after
    /// <paramref name="today"/> or more than 120 years before, or it is not plain which of several is meant.
    /// </summary>
    public static Reading<LocalDate>? Read(string words, LocalDate today)
    {
        var plain = Plain.Of(words);
        var parts = DateParts.Of(plain);
        var found = new DateGrammar(plain, parts, today).Find();
        if (Choice.Of(plain, found) is { } reading)
        {
            return new DateCorrection(parts, today).Apply(reading, found[^1]);
        }

        return found.Count == 1 ? new DateCorrection(parts, today).BeforeNot(plain, found[0]) : null;
    }
}
