using System.Globalization;
using Companion.Dialogs.Understanding;
using NodaTime;

namespace Companion.Workflows.Summaries.Disguises;

/// <summary>
/// Days that may be a date of birth: every day with its year, in figures or words; and what is known of one without it ("12 March"). An
/// appointment "on Tuesday 3 March" stays to be read.
/// </summary>
internal static class Dates
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly HashSet<string> MonthNames = new(StringComparer.Ordinal)
    {
        "jan", "january", "feb", "february", "mar", "march", "apr", "april", "may", "jun", "june", "jul", "july", "aug", "august",
        "sep", "sept", "september", "oct", "october", "nov", "november", "dec", "december",
    };

    private static readonly string[] Ordinals =
    [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth",
        "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "thirtieth",
    ];

    private static readonly HashSet<string> YearWords = new(StringComparer.Ordinal)
    {
        "nineteen", "twenty", "thirty", "forty", "fourty", "fifty", "sixty", "seventy", "eighty", "ninety", "two", "thousand", "hundred", "and",
        "one", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    };

    public static IEnumerable<Spot> In(Plain plain, Identifiers known)
    {
        var words = plain.Tokens.Where(token => token.IsWord).ToList();
        for (var at = 0; at < words.Count; at++)
        {
            if (MonthNames.Contains(words[at].Text) && Named(words, at, known) is { } named)
            {
                yield return named;
            }

            foreach (var figures in InFigures(words, at, known))
            {
                yield return figures;
            }
        }
    }

    // From the month to both sides over what belongs to a date; hidden when a year is there, or when it is the day known of somebody.
    private static Spot? Named(List<Token> words, int month, Identifiers known)
    {
        var (first, last) = (month, month);
        while (first > 0 && month - first < 4 && (words[first - 1].Text is "of" or "the" || IsPart(words[first - 1].Text)))
        {
            first--;
        }

        while (last < words.Count - 1 && last - month < 6 && (words[last + 1].Text is "of" or "the" || IsPart(words[last + 1].Text) || YearWords.Contains(words[last + 1].Text)))
        {
            last++;
        }

        var parts = words[first..(last + 1)];
        var hasYear = parts.Exists(token => IsYear(token.Text)) || parts.FindAll(token => token.Text is "nineteen" or "thousand" or "twenty").Count > 0
            || parts.FindAll(token => IsPart(token.Text)).Count > 1;
        var days = parts.Select(token => Day(token.Text)).Where(day => day is not null).ToList();
        var number = Array.FindIndex(Months, name => words[month].Text.StartsWith(name, StringComparison.Ordinal)) + 1;
        var isBirth = known.Births.Any(birth => birth.Month == number && days.Contains(birth.Day));
        return (hasYear && last > first) || isBirth ? Over(words, first, last) : null;
    }

    private static IEnumerable<Spot> InFigures(List<Token> words, int at, Identifiers known)
    {
        if (IsYear(words[at].Text) && known.Births.Any(birth => birth.Year == int.Parse(words[at].Text, CultureInfo.InvariantCulture)))
        {
            yield return Over(words, at, at);
        }

        if (known.Births.Any(birth => RunTogether(birth).Contains(words[at].Text, StringComparer.Ordinal)))
        {
            yield return Over(words, at, at);
        }

        var (one, two, three) = (Number(words, at), Number(words, at + 1), Number(words, at + 2));
        if (one is not { } a || two is not { } b)
        {
            yield break;
        }

        if (known.Births.Any(birth => a == birth.Day && b == birth.Month))
        {
            yield return Over(words, at, at + 1);
        }

        if (three is { } c && ((IsDayAndMonth(a, b) && IsYearOf(words[at + 2].Text, c)) || (IsYear(words[at].Text) && b <= 12 && c <= 31)))
        {
            yield return Over(words, at, at + 2);
        }
    }

    /// <summary>A date as figures without marks, in the orders people write them.</summary>
    public static string[] RunTogether(LocalDate birth) =>
    [
        birth.ToString("ddMMuuuu", CultureInfo.InvariantCulture), birth.ToString("ddMMyy", CultureInfo.InvariantCulture),
        birth.ToString("uuuuMMdd", CultureInfo.InvariantCulture), birth.ToString("dMuuuu", CultureInfo.InvariantCulture),
    ];

    private static bool IsDayAndMonth(int one, int two) => (one is >= 1 and <= 31 && two is >= 1 and <= 12) || (two is >= 1 and <= 31 && one is >= 1 and <= 12);

    // Scores like "7 8 6" are no date: a year has two figures at least, and those of two begin after 12 or with a nought.
    private static bool IsYearOf(string text, int year) => IsYear(text) || (text.Length == 2 && (year > 12 || text[0] == '0'));

    private static bool IsYear(string text) => text.Length == 4 && text.All(char.IsAsciiDigit) && text[0] is '1' or '2';

    private static bool IsPart(string text) => Day(text) is not null || IsYear(text) || (text.Length == 2 && text.All(char.IsAsciiDigit));

    private static int? Day(string text)
    {
        var digits = text.TrimEnd("stndrh".ToCharArray());
        if (digits.Length is 1 or 2 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31)
        {
            return day;
        }

        return Array.IndexOf(Ordinals, text) switch
        {
            < 0 => null,
            20 => 30,
            var at => at + 1,
        };
    }

    private static int? Number(List<Token> words, int at) =>
        at < words.Count && words[at].Text.Length <= 4 && int.TryParse(words[at].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Spot Over(List<Token> words, int first, int last) => new(
        words[first].Start,
        words[last].Start + words[last].Length,
        Kind.Date,
        string.Concat(words[first..(last + 1)].Select(token => token.Text)));
}
