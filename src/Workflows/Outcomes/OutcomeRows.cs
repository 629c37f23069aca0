using Companion.Workflows.CheckIns;
using NodaTime;

namespace Companion.Workflows.Outcomes;

/// <summary>One wave of one case, as far as evidence is made of it.</summary>
public sealed record WaveRow(long CheckInId, long CaseId, long PersonId, int Week, LocalDate DayZero, LocalDate ClosesOn, CheckInStatus Status, string? Reason);

/// <summary>One answer to one item. Of several the newest holds.</summary>
public sealed record ScoreRow(long Id, long CheckInId, string Item, int? Score, string? Missing, string Mode, Instant RecordedAt);

/// <summary>What one person gave in one case, item by item and wave by wave.</summary>
internal sealed class PersonAnswers(IReadOnlyDictionary<int, WaveRow> waves, IReadOnlyDictionary<(long CheckIn, string Item), ScoreRow> newest, LocalDate today)
{
    /// <summary>What was found for an item of a wave.</summary>
    public Given this[int week, string item]
    {
        get
        {
            var wave = waves.GetValueOrDefault(week);
            return Given.Of(wave, wave is null ? null : newest.GetValueOrDefault((wave.CheckInId, item)), today);
        }
    }

    /// <summary>
    /// Each person once: of several referrals the first in which they answered something at the beginning, else the first. What came of
    /// it later plays no part in the choice.
    /// </summary>
    public static IReadOnlyList<PersonAnswers> EachOnce(IReadOnlyList<WaveRow> waves, IReadOnlyList<ScoreRow> scores, LocalDate today)
    {
        var newest = scores
            .OrderBy(score => score.RecordedAt)
            .ThenBy(score => score.Id)
            .GroupBy(score => (score.CheckInId, score.Item))
            .ToDictionary(several => several.Key, several => several.Last());
        var begun = newest.Values.Where(score => score.Score is not null && score.Mode != CheckInModes.Proxy).Select(score => score.CheckInId).ToHashSet();
        return waves
            .GroupBy(wave => wave.PersonId)
            .Select(person => person
                .GroupBy(wave => wave.CaseId)
                .OrderByDescending(one => one.Any(wave => wave.Week == OutcomeReckoning.Baseline && begun.Contains(wave.CheckInId)))
                .ThenBy(one => one.Min(wave => wave.DayZero))
                .ThenBy(one => one.Key)
                .First())
            .Select(one => new PersonAnswers(one.ToDictionary(wave => wave.Week), newest, today))
            .ToList();
    }
}
