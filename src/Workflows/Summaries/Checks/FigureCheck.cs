using Companion.Workflows.Summaries.Wording;
using NodaTime;

namespace Companion.Workflows.Summaries.Checks;

/// <summary>Every number, day and time of a sentence stands in what it cites, and belongs to what it is said of.</summary>
internal static class FigureCheck
{
    public static Finding? Check(Claim claim)
    {
        var figures = Figures.Of(claim.Said).Where(figure => !IsPhrase(claim, figure)).ToList();
        foreach (var figure in figures)
        {
            if (!Stands(claim, figure))
            {
                return Wrong(figure);
            }
        }

        return figures.Find(figure => IsOtherDate(claim, figure) || IsOfOtherUnit(claim, figure) || (figure.Kind == FigureKind.Month
            && BelongsElsewhere(claim, figure))) is { } wrong
            ? Wrong(wrong)
            : null;
    }

    // "One of her sons", "the couple", "the two of them" count nothing.
    private static bool IsPhrase(Claim claim, Figure figure)
    {
        var words = claim.Said.Words;
        var before = figure.At > 0 ? words[figure.At - 1].Text : "";
        var after = figure.At + 1 < words.Count ? words[figure.At + 1].Text : "";
        return figure.Kind == FigureKind.Number && !char.IsAsciiDigit(figure.Written[0])
            && (figure.Value is "1" or "0.5" || before == "the" || after == "of");
    }

    private static Finding Wrong(Figure figure) => new(figure.OfDate ? Fault.WrongDate : Fault.WrongNumber, figure.Written);

    private static bool Stands(Claim claim, Figure figure)
    {
        var basis = claim.Basis.SelectMany(one => one.Figures.Select(heard => (one, heard))).ToList();
        if (basis.Any(pair => Same(figure, pair.heard) || Amounts.AreOne(figure, pair.heard, Day(pair.one).Year)))
        {
            return true;
        }

        // A day that was named with its date is not reckoned from anything else.
        var named = figure.Kind == FigureKind.Number && basis.Any(pair => pair.heard.Kind == FigureKind.Month && pair.one.Speaker != Speaker.Record);
        if (!named && basis.Any(pair => Figures.Meant(pair.heard, Day(pair.one)).Contains((figure.Kind, figure.Value))))
        {
            return true;
        }

        return figure.Kind switch
        {
            // "That evening" may be told of tonight, and of a time; only another part of the day speaks against it.
            FigureKind.PartOfDay when figure.Value is "evening" or "night" && basis.Any(pair => pair.heard is { Kind: FigureKind.PartOfDay, Value: "evening" or "night" }) => true,
            FigureKind.PartOfDay => !basis.Any(pair => pair.heard.Kind == FigureKind.PartOfDay)
                || basis.Any(pair => pair.heard is { Kind: FigureKind.Number, OfDate: true }),

            // "Two" may count what was named one by one; only another number speaks against it.
            FigureKind.Number when IsCount(figure) => !basis.Any(pair => pair.heard.Kind == FigureKind.Number),
            _ => figure.OfDate && claim.Cited.Any(cited => IsDayOf(cited, figure)),
        };
    }

    // "9 June" where the dates of June that were named are others.
    private static bool IsOtherDate(Claim claim, Figure figure)
    {
        var dates = DatePairs(Figures.Of(claim.Said)).Where(pair => pair.Day == figure).Select(pair => pair.Month).ToList();
        var named = claim.Basis.SelectMany(one => DatePairs(one.Figures)).ToList();
        var alone = claim.Basis.SelectMany(one => one.Figures.Where(heard => heard.OfDate && Same(heard, figure)
            && !DatePairs(one.Figures).Any(pair => pair.Day == heard))).Any();
        return !alone && dates.Exists(month => named.Exists(pair => Same(pair.Month, month)) && !named.Exists(pair => Same(pair.Month, month)
            && Same(pair.Day, figure)));
    }

    private static IEnumerable<(Figure Day, Figure Month)> DatePairs(IReadOnlyList<Figure> figures) =>
        from month in figures
        where month.Kind == FigureKind.Month
        from day in figures
        where day.Kind == FigureKind.Number && IsBeside(figures, day, month) && char.IsAsciiDigit(day.Written[0])
        select (day, month);

    // "9 June", "the 9th of June", or "June 9" where no number stands before.
    private static bool IsBeside(IReadOnlyList<Figure> figures, Figure day, Figure month) => (month.At - day.At) switch
    {
        1 or 2 => true,
        -1 => !figures.Any(other => other.Kind == FigureKind.Number && month.At - other.At is 1 or 2),
        _ => false,
    };

    // "Six years" where six was said of months.
    private static bool IsOfOtherUnit(Claim claim, Figure figure)
    {
        var unit = Unit(claim.Said, figure);
        var units = claim.Basis.SelectMany(one => one.Figures.Where(heard => Same(heard, figure)).Select(heard => Unit(one.Passage, heard))).ToList();
        return figure.Kind == FigureKind.Number && unit is not null && units.Count > 0 && units.TrueForAll(other => other is not null
            && other != unit);
    }

    private static string? Unit(Passage passage, Figure figure) =>
        figure.At + 1 < passage.Words.Count && passage.Words[figure.At + 1] is { } next
            && Classes.Shipped.Roots("unit").Contains(next.Root) ? next.Root : null;

    private static bool Same(Figure one, Figure other) => one.Kind == other.Kind && one.Value == other.Value;

    private static bool IsCount(Figure figure) => !char.IsAsciiDigit(figure.Written[0]) && figure.Value is "2" or "3" or "4";

    // What was said on a Friday may be told as said on that Friday.
    private static bool IsDayOf(Utterance cited, Figure figure)
    {
        var day = Day(cited);
        return (figure.Kind, figure.Value) == (FigureKind.Weekday, ((int)day.DayOfWeek).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    // The words around a figure were all said in sentences that hold another figure of its kind instead.
    private static bool BelongsElsewhere(Claim claim, Figure figure)
    {
        var homes = claim.Basis.SelectMany(one => one.Figures.Where(heard => Same(figure, heard)).Select(heard => (one, heard.Sentence))).ToHashSet();
        if (homes.Count == 0)
        {
            return false;
        }

        var clause = claim.Said.Words[figure.At].Clause;
        var places = Alignment.Of(claim, claim.Basis).Where(aligned => aligned.Word.Clause == clause
            && !Figures.IsFigure(aligned.Word)).Select(aligned => aligned.Places).ToList();
        return places.Count > 0 && places.TrueForAll(where => where.All(place => !IsHome(claim, homes, place) && HoldsAnother(place, figure)));
    }

    private static bool IsHome(Claim claim, HashSet<(Utterance, int)> homes, HeardWord place) =>
        homes.Any(home => home.Item1 == place.In) || homes.Any(home => claim.Heard.Asked(home.Item1) == place.In
            || claim.Heard.Asked(place.In) == home.Item1);

    private static bool HoldsAnother(HeardWord place, Figure figure) =>
        place.In.Figures.Any(heard => heard.Sentence == place.Word.Sentence && heard.Kind == figure.Kind && heard.Value != figure.Value);

    private static LocalDate Day(Utterance one) => one.Source.At.InUtc().Date;
}
