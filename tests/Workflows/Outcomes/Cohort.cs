using Companion.Dialogs.CheckIns;
using Companion.Workflows.CheckIns;
using Companion.Workflows.Outcomes;
using NodaTime;

namespace Companion.Workflows.Tests.Outcomes;

/// <summary>Invented people with their waves and answers, as rows that reckoning reads.</summary>
internal sealed class Cohort
{
    public static readonly LocalDate Today = new(2026, 11, 23);

    private readonly List<WaveRow> waves = [];
    private readonly List<ScoreRow> scores = [];
    private int people;

    /// <summary>One more person with one case.</summary>
    public Cohort Person(params (int Week, CheckInStatus Status, string? Reason, int?[] Scores)[] given) => Case(++people, new LocalDate(2026, 5, 4), given);

    /// <summary>So many people alike.</summary>
    public Cohort People(int many, params (int Week, CheckInStatus Status, string? Reason, int?[] Scores)[] given)
    {
        for (var one = 0; one < many; one++)
        {
            Person(given);
        }

        return this;
    }

    /// <summary>A case of a person.</summary>
    public Cohort Case(long person, LocalDate dayZero, params (int Week, CheckInStatus Status, string? Reason, int?[] Scores)[] given)
    {
        people = (int)Math.Max(people, person);
        var id = waves.Count + 1L;
        foreach (var (week, status, reason, answers) in given)
        {
            var wave = new WaveRow(waves.Count + 1, id, person, week, dayZero, dayZero.PlusWeeks(week).PlusDays(9), status, reason);
            waves.Add(wave);
            for (var at = 0; at < answers.Length; at++)
            {
                Score(wave.CheckInId, Instrument.Ons4.Items[at].Key, answers[at], answers[at] is null ? "declined" : null);
            }
        }

        return this;
    }

    /// <summary>One more answer to the newest wave.</summary>
    public Cohort Then(string item, int? score, string? missing = null, string mode = CheckInModes.Text) => Score(waves[^1].CheckInId, item, score, missing, mode);

    public OutcomeReport Report(int smallest = 1) => OutcomeReckoning.Of(new OutcomeScope("shire"), Instrument.Ons4, waves, scores, Today, smallest);

    private Cohort Score(long checkIn, string item, int? score, string? missing, string mode = CheckInModes.Text)
    {
        scores.Add(new ScoreRow(scores.Count + 1, checkIn, item, score, missing, mode, Instant.FromUtc(2026, 5, 4, 12, 0) + Duration.FromMinutes(scores.Count)));
        return this;
    }
}
