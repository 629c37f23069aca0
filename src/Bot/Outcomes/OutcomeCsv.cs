using System.Globalization;
using Companion.Bot.Pages;
using Companion.Workflows.Importing;
using Companion.Workflows.Outcomes;

namespace Companion.Bot.Outcomes;

/// <summary>Evidence as comma-separated values: one figure a line, with the same numbers hidden as on the page (RFC 4180, UTF-8).</summary>
public sealed class OutcomeCsv(PageWords words)
{
    private static readonly string[] Head = ["service", "instrument", "item", "better", "week", "measure", "of", "value"];

    /// <summary>The file.</summary>
    public string Of(IReadOnlyList<OutcomeReport> reports) => CsvText.Of(Head, reports.SelectMany(report => Lines(report).Select(line =>
        (IReadOnlyList<string>)[report.Scope.ServiceId, report.Instrument, line.Item, line.Better, Week(line.Week), line.Measure, line.Of, line.Value])));

    private static string Week(int? week) => week?.ToString(CultureInfo.InvariantCulture) ?? "";

    private IEnumerable<CsvLine> Lines(OutcomeReport report)
    {
        foreach (var note in words.Notes(report.SmallestNumber))
        {
            yield return new CsvLine("note", Value: note);
        }

        yield return new CsvLine("as_of", Value: report.AsOf.ToString("uuuu-MM-dd", null));
        yield return new CsvLine("day_zero_from", Value: report.Scope.From?.ToString("uuuu-MM-dd", null) ?? "");
        yield return new CsvLine("day_zero_to", Value: report.Scope.To?.ToString("uuuu-MM-dd", null) ?? "");
        yield return People("people", report.People);
        foreach (var item in report.Items)
        {
            foreach (var line in OfItem(item))
            {
                yield return line with { Item = item.Item, Better = item.HigherIsBetter ? "higher" : "lower" };
            }
        }
    }

    private IEnumerable<CsvLine> OfItem(ItemEvidence item) =>
    [
        .. OfAnswered("baseline", item.Baseline).Select(line => line with { Week = OutcomeReckoning.Baseline }),
        .. item.Waves.SelectMany(wave => OfWave(wave).Select(line => line with { Week = wave.Week })),
    ];

    private IEnumerable<CsvLine> OfWave(WaveEvidence wave) =>
    [
        .. OfAnswered("pairs", wave.Pairs),
        Mean("mean_before", wave.Change?.MeanBefore),
        Mean("mean_after", wave.Change?.MeanAfter),
        Mean("mean_change", wave.Change?.Mean),
        Mean("interval_95_low", wave.Change?.Low),
        Mean("interval_95_high", wave.Change?.High),
        Mean("mean_before_of_those_without_an_answer", wave.FirstOfOthers),
        People("moved_to_a_better_band", wave.Movement.Better),
        People("stayed_in_the_band", wave.Movement.Same),
        People("moved_to_a_worse_band", wave.Movement.Worse),
        .. wave.Movement.Moves.Select(move => People("moved", move.People, $"{move.Before} to {move.After}")),
    ];

    private IEnumerable<CsvLine> OfAnswered(string people, Answered answered) =>
    [
        People(people, answered.People),
        People("not_due_yet", answered.NotDueYet),
        People("missing", answered.Missing),
        .. answered.Reasons.Select(part => People("missing_because", part.People, part.Of.ToString())),
        .. answered.Modes.Select(part => People("answered_by", part.People, part.Of)),
    ];

    private CsvLine People(string measure, Figure people, string of = "") => new(measure, of, words.Of(people));

    private static CsvLine Mean(string measure, double? mean) => new(measure, Value: mean is { } value ? OutcomeWords.Number(value) : "");

    private sealed record CsvLine(string Measure, string Of = "", string Value = "")
    {
        public string Item { get; init; } = "";

        public string Better { get; init; } = "";

        public int? Week { get; init; }
    }
}
