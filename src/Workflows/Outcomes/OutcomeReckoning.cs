using Companion.Dialogs.CheckIns;
using NodaTime;

namespace Companion.Workflows.Outcomes;

/// <summary>Works evidence out of rows. Nothing is read or written here.</summary>
public static class OutcomeReckoning
{
    /// <summary>The wave that later ones are compared with.</summary>
    public const int Baseline = 0;

    /// <summary>The evidence of one service.</summary>
    /// <param name="scope">Whose cases the rows are.</param>
    /// <param name="instrument">The questionnaire.</param>
    /// <param name="waves">Every wave of every case in scope.</param>
    /// <param name="scores">Every answer to them, of any age.</param>
    /// <param name="today">What is due by today and has no answer is missing.</param>
    /// <param name="smallest">Numbers of people below this are hidden.</param>
    public static OutcomeReport Of(
        OutcomeScope scope, Instrument instrument, IReadOnlyList<WaveRow> waves, IReadOnlyList<ScoreRow> scores, LocalDate today, int smallest)
    {
        var people = PersonAnswers.EachOnce(waves, scores, today);
        var weeks = waves.Select(wave => wave.Week).Where(week => week > Baseline).Distinct().Order().ToList();
        var count = new Count(people.Count, Worth.People);
        var items = instrument.Items.Select(item => new ItemReckoning(item, people, weeks)).ToList();
        Suppression.Protect([.. items.SelectMany(item => item.Lines(count))], smallest);
        return new OutcomeReport(scope, instrument.Key, today, smallest, count.Figure, [.. items.Select(item => item.Evidence())]);
    }
}
