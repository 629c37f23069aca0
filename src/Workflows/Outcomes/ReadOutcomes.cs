using Companion.Dialogs.CheckIns;
using Companion.Workflows.CheckIns;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Outcomes;

/// <summary>Reads what was answered to a questionnaire, and works out what became of it.</summary>
public sealed class ReadOutcomes(IStore store, OutcomeSettings settings)
{
    /// <summary>The evidence as it stands on a day: what is not due by then is not missing.</summary>
    public async Task<OutcomeReport> Handle(OutcomeScope scope, Instrument instrument, LocalDate today, CancellationToken cancel)
    {
        await using var db = store.Read();
        var waves = InScope(db, scope, instrument);
        var rows = await waves
            .Select(wave => new WaveRow(wave.Id, wave.CaseId, wave.PersonId, wave.Week, wave.DayZero, wave.ClosesOn, wave.Status, wave.Reason))
            .ToListAsync(cancel);
        var scores = await (
            from score in db.CheckInScores
            join wave in waves on score.CheckInId equals wave.Id
            select new ScoreRow(score.Id, score.CheckInId, score.Item, score.Score, score.Missing, score.Mode, score.RecordedAt)).ToListAsync(cancel);
        return OutcomeReckoning.Of(scope, instrument, rows, scores, today, settings.SmallestNumber);
    }

    private static IQueryable<CheckIn> InScope(CompanionDb db, OutcomeScope scope, Instrument instrument)
    {
        var (service, key) = (scope.ServiceId, instrument.Key);
        var waves = db.CheckIns.Where(wave => wave.ServiceId == service && wave.Instrument == key);
        if (scope.From is { } from)
        {
            waves = waves.Where(wave => wave.DayZero >= from);
        }

        if (scope.To is { } to)
        {
            waves = waves.Where(wave => wave.DayZero <= to);
        }

        return waves;
    }
}
