using Companion.Dialogs.CheckIns;

namespace Companion.Workflows.Outcomes;

/// <summary>One item: who gave a first answer, and each later wave against it.</summary>
internal sealed class ItemReckoning
{
    private readonly InstrumentItem item;
    private readonly AnsweredCounts baseline;
    private readonly List<WaveReckoning> waves;

    public ItemReckoning(InstrumentItem item, IReadOnlyList<PersonAnswers> people, IReadOnlyList<int> weeks)
    {
        this.item = item;
        baseline = new AnsweredCounts(people.Select(person => person[OutcomeReckoning.Baseline, item.Key]), Worth.Baseline);
        var begun = people.Where(person => person[OutcomeReckoning.Baseline, item.Key].Score is not null).ToList();
        waves = [.. weeks.Select(week => new WaveReckoning(item, week, begun))];
    }

    /// <summary>What adds up to what, from everybody down.</summary>
    public IEnumerable<Line> Lines(Count people) =>
        [.. baseline.Lines(people), .. waves.SelectMany(wave => wave.Lines(baseline.People))];

    /// <summary>What may be published, once it was marked what may not.</summary>
    public ItemEvidence Evidence() => new(
        item.Key, item.HigherIsBetter, [.. item.Bands.Select(band => band.Name)], baseline.Figures(), [.. waves.Select(wave => wave.Evidence())]);
}

/// <summary>One later wave of one item, among those who gave a first answer.</summary>
internal sealed class WaveReckoning
{
    private readonly int week;
    private readonly AnsweredCounts answered;
    private readonly MovementCounts movement;
    private readonly PairedChange? change;
    private readonly double? firstOfOthers;

    public WaveReckoning(InstrumentItem item, int week, IReadOnlyList<PersonAnswers> begun)
    {
        this.week = week;
        var both = begun.Select(person => (First: person[OutcomeReckoning.Baseline, item.Key].Score!.Value, Later: person[week, item.Key])).ToList();
        answered = new AnsweredCounts(both.Select(one => one.Later), Worth.Pairs);
        var pairs = both.Where(one => one.Later.Score is not null).Select(one => (one.First, one.Later.Score!.Value)).ToList();
        change = PairedChange.Of(pairs);
        movement = new MovementCounts(item, pairs);
        var others = both.Where(one => one.Later is { Score: null, Why: not WhyMissing.NotDueYet }).ToList();
        firstOfOthers = others.Count == 0 ? null : others.Average(one => (double)one.First);
    }

    public IEnumerable<Line> Lines(Count baseline) => [.. answered.Lines(baseline), .. movement.Lines(answered.People)];

    // A mean tells how many it is of to whoever knows its parts: it is shown where the number is.
    public WaveEvidence Evidence() => new(
        week,
        answered.Figures(),
        answered.People.IsHidden || change is null ? null : Shown(change),
        answered.Missing.IsHidden || firstOfOthers is null ? null : Rounded(firstOfOthers.Value),
        movement.Figures(answered.People.IsHidden));

    private static ShownChange Shown(PairedChange change) => new(
        Rounded(change.MeanBefore),
        Rounded(change.MeanAfter),
        Rounded(change.Mean),
        change.Interval is { } low ? Rounded(low.Low) : null,
        change.Interval is { } high ? Rounded(high.High) : null);

    // Plus zero, for nothing fell by "-0".
    private static double Rounded(double exact) => Math.Round(exact, 2, MidpointRounding.AwayFromZero) + 0.0;
}
