using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Companion.Workflows.Summaries.Wording;

/// <summary>Finds the figures of a passage.</summary>
internal static partial class Figures
{
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    private static readonly Dictionary<string, string> Numbers = Table("number");
    private static readonly Dictionary<string, string> Weekdays = Table("weekday");
    private static readonly Dictionary<string, string> Months = Table("month");
    private static readonly Dictionary<string, string> Days = Table("day");
    private static readonly Dictionary<string, string> Parts = Table("part");

    /// <summary>The figures that are written, in order.</summary>
    public static IReadOnlyList<Figure> Of(Passage passage)
    {
        var found = new List<Figure>();
        for (var at = 0; at < passage.Words.Count; at++)
        {
            found.AddRange(At(passage.Words, at));
        }

        return found;
    }

    /// <summary>True for a weekday or month.</summary>
    public static bool IsDay(Word word) => Weekdays.ContainsKey(word.Text) || Months.ContainsKey(word.Text);

    /// <summary>True for a word that is a figure itself.</summary>
    public static bool IsFigure(Word word) => Weekdays.ContainsKey(word.Text) || Months.ContainsKey(word.Text) || Days.ContainsKey(word.Text)
        || Parts.ContainsKey(word.Text) || Numbers.ContainsKey(word.Text);

    /// <summary>The days that a figure may mean when it was said at a time: Friday is one Friday's date, and tomorrow a weekday.</summary>
    public static IEnumerable<(FigureKind Kind, string Value)> Meant(Figure figure, LocalDate said) => figure.Kind switch
    {
        // No conversation was held then: reckoning from it could leave the calendar.
        _ when said.Year is < FirstYear or > LastYear => [],
        FigureKind.Weekday => Dates(said.Next(Weekday(figure)), said.Previous(Weekday(figure)), said.Next(Weekday(figure)).PlusWeeks(1)),
        FigureKind.Day when figure.Value == "tomorrow" => Dates(said.PlusDays(1)),
        FigureKind.Day when figure.Value == "yesterday" => Dates(said.PlusDays(-1)),
        FigureKind.Day or FigureKind.PartOfDay => Dates(said),
        FigureKind.Number when figure.OfDate && int.TryParse(figure.Value, CultureInfo.InvariantCulture, out var day)
            && day is > 0 and <= 28 => OfDay(said, day),
        _ => [],
    };

    private static IEnumerable<Figure> At(IReadOnlyList<Word> words, int at)
    {
        var word = words[at];
        if (Number(words, at) is { } number)
        {
            yield return new Figure(FigureKind.Number, number, word.Sentence, word.Written, IsOfDate(words, at), at);
        }

        if (Weekdays.TryGetValue(word.Text, out var weekday))
        {
            yield return new Figure(FigureKind.Weekday, weekday, word.Sentence, word.Written, true, at);
        }

        if (Months.TryGetValue(word.Text, out var month) && IsMonth(words, at))
        {
            yield return new Figure(FigureKind.Month, month, word.Sentence, word.Written, true, at);
        }

        if (Days.TryGetValue(word.Text, out var day))
        {
            yield return new Figure(FigureKind.Day, day, word.Sentence, word.Written, true, at);
        }

        if (Parts.TryGetValue(word.Text, out var part))
        {
            yield return new Figure(FigureKind.PartOfDay, part, word.Sentence, word.Written, true, at);
        }
    }

    // "30th", "7mg", "2.30", "1,400" and "seven"; a word that is no number is none.
    private static string? Number(IReadOnlyList<Word> words, int at)
    {
        if (Numbers.TryGetValue(words[at].Text, out var spelt))
        {
            return IsHalfPast(words, at) ? spelt + ".3" : spelt;
        }

        var digits = Digits().Match(words[at].Text);
        return !digits.Success ? null : IsHalfPast(words, at) ? digits.Value + ".3" : Canonical(digits.Value);
    }

    // "half past one", "half 3"
    private static bool IsHalfPast(IReadOnlyList<Word> words, int at) =>
        (at > 0 && words[at - 1].Text == "half") || (at > 1 && words[at - 1].Text == "past" && words[at - 2].Text == "half");

    private static string Canonical(string digits)
    {
        var plain = Thousands().IsMatch(digits) ? digits.Replace(",", "", StringComparison.Ordinal) : digits.Replace(',', '.').Replace(':', '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value.ToString("0.####", CultureInfo.InvariantCulture)
            : digits;
    }

    private static bool IsOfDate(IReadOnlyList<Word> words, int at)
    {
        var before = at > 0 ? words[at - 1].Text : "";
        var after = at + 1 < words.Count ? words[at + 1].Text : "";
        return Months.ContainsKey(after) || Months.ContainsKey(before) || Weekdays.ContainsKey(before) || (after == "of" && at + 2 < words.Count
            && Months.ContainsKey(words[at + 2].Text))
            || words[at].Text.EndsWith("am", StringComparison.Ordinal) || words[at].Text.EndsWith("pm", StringComparison.Ordinal)
                || words[at].Text.EndsWith("th", StringComparison.Ordinal)
            || after is "am" or "pm" || before is "at" or "by" or "until" or "till" or "before" or "after" or "from" or "since";
    }

    // "may" and "march" are months only where they cannot be anything else.
    private static bool IsMonth(IReadOnlyList<Word> words, int at) =>
        words[at].Text is not ("may" or "march" or "mar") || (words[at].IsCapital && !words[at].First)
        || (at > 0 && (words[at - 1].Is("before.month") || Digits().IsMatch(words[at - 1].Text)));

    private static IsoDayOfWeek Weekday(Figure figure) => (IsoDayOfWeek)int.Parse(figure.Value, CultureInfo.InvariantCulture);

    private static IEnumerable<(FigureKind Kind, string Value)> OfDay(LocalDate said, int day) =>
        new[] { 0, 1, -1 }.SelectMany(months => Dates(new LocalDate(said.Year, said.Month, day).PlusMonths(months)))
            .Where(meant => meant.Kind == FigureKind.Weekday || meant.Kind == FigureKind.Month);

    private static IEnumerable<(FigureKind Kind, string Value)> Dates(params IEnumerable<LocalDate> dates) => dates.SelectMany(date => new[]
    {
        (FigureKind.Weekday, ((int)date.DayOfWeek).ToString(CultureInfo.InvariantCulture)),
        (FigureKind.Number, date.Day.ToString(CultureInfo.InvariantCulture)),
        (FigureKind.Number, date.Year.ToString(CultureInfo.InvariantCulture)),
        (FigureKind.Month, date.Month.ToString(CultureInfo.InvariantCulture)),
    });

    // The first word of a line is the value of the others.
    private static Dictionary<string, string> Table(string kind) => Classes.Shipped.Under(kind)
        .SelectMany(entry => entry.Words.Select(word => (word, entry.Name)))
        .ToDictionary(pair => pair.word, pair => pair.Name);

    [GeneratedRegex(@"^\d+(?:[.,:]\d+)*")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^\d{1,3}(?:,\d{3})+$")]
    private static partial Regex Thousands();
}
