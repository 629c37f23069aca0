using Companion.Dialogs.CheckIns;
using Companion.Workflows.CheckIns;

namespace Companion.Workflows.Outcomes;

/// <summary>Who answered, how, and why others did not.</summary>
internal sealed class AnsweredCounts
{
    private readonly Count notDue;
    private readonly List<(WhyMissing Of, Count People)> reasons;
    private readonly List<(string Of, Count People)> modes;

    public AnsweredCounts(IEnumerable<Given> given, Worth worth)
    {
        var all = given.ToList();
        var answers = all.Where(one => one.Score is not null).ToList();
        var missing = all.Where(one => one is { Score: null, Why: not WhyMissing.NotDueYet }).ToList();
        People = new Count(answers.Count, worth);
        Missing = new Count(missing.Count, Worth.Missing);
        notDue = new Count(all.Count - answers.Count - missing.Count, Worth.NotDue);
        reasons = [.. missing.GroupBy(one => one.Why).OrderBy(why => why.Key).Select(why => (why.Key, new Count(why.Count(), Worth.Detail)))];
        modes = [.. CheckInModes.Own.Select(mode => (mode, new Count(answers.Count(one => one.Mode == mode), Worth.Detail)))];
    }

    public Count People { get; }

    public Count Missing { get; }

    /// <summary>What adds up to what, of a total of people who could have answered.</summary>
    public IEnumerable<Line> Lines(Count total) =>
    [
        new Line(total, [People, notDue, Missing]),
        new Line(Missing, [.. reasons.Select(why => why.People)]),
        new Line(People, [.. modes.Select(mode => mode.People)]),
    ];

    public Answered Figures() => new(
        People.Figure,
        notDue.Figure,
        Missing.Figure,
        [.. reasons.Select(why => new Part<WhyMissing>(why.Of, why.People.Figure))],
        [.. modes.Select(mode => new Part<string>(mode.Of, mode.People.Figure))]);
}

/// <summary>Who moved from which published band to which.</summary>
internal sealed class MovementCounts
{
    private readonly List<(Band Before, Band After, Count People)> moves = [];
    private readonly Count[] groups;
    private readonly InstrumentItem item;

    public MovementCounts(InstrumentItem item, IReadOnlyList<(int Before, int After)> pairs)
    {
        this.item = item;
        var found = pairs.CountBy(pair => (item.BandOf(pair.Before), item.BandOf(pair.After))).ToDictionary();
        foreach (var before in item.Bands)
        {
            moves.AddRange(item.Bands.Select(after => (before, after, new Count(found.GetValueOrDefault((before, after)), Worth.Detail))));
        }

        groups = [Group(0), Group(1), Group(2)];
    }

    /// <summary>What adds up to what: the pairs are those who moved to a better band, stayed and moved to a worse one.</summary>
    public IEnumerable<Line> Lines(Count pairs) => groups
        .Select((group, at) => new Line(group, [.. moves.Where(move => Where(move.Before, move.After) == at).Select(move => move.People)]))
        .Prepend(new Line(pairs, groups));

    /// <summary>The figures; where the number of pairs is hidden, all of them are.</summary>
    public Movement Figures(bool areHidden) => new(
        Shown(groups[0], areHidden),
        Shown(groups[1], areHidden),
        Shown(groups[2], areHidden),
        [.. moves.Select(move => new BandMove(move.Before.Name, move.After.Name, Shown(move.People, areHidden)))]);

    private static Figure Shown(Count count, bool isHidden) => isHidden && count.Value > 0 ? new Figure(null) : count.Figure;

    // 0 better, 1 the same, 2 worse.
    private int Where(Band before, Band after) => after.From == before.From ? 1 : after.From > before.From == item.HigherIsBetter ? 0 : 2;

    private Count Group(int at) => new(moves.Where(move => Where(move.Before, move.After) == at).Sum(move => move.People.Value), Worth.Group);
}
