using Companion.Dialogs.CheckIns;
using Companion.Workflows.CheckIns;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Bot.LinkWorkers;

/// <summary>One check-in of a referral, with the newest answer to each item.</summary>
/// <param name="Wave">The check-in.</param>
/// <param name="Answers">Item by item, in the order they are asked; null where there is no answer.</param>
/// <param name="MayEnter">True when a link worker may enter scores: its day has come, and it is not complete.</param>
public sealed record CheckInView(CheckIn Wave, IReadOnlyList<ItemView> Answers, bool MayEnter)
{
    /// <summary>The line that its licence asks to be shown with it; null for none.</summary>
    public string? Copyright => Asked.Copyright;

    /// <summary>The sum of all items and the published score of that sum; null where its publisher gives none, or an item has no score.</summary>
    public (int Raw, decimal Metric)? Total
    {
        get
        {
            var scores = Answers.Select(item => item.Answer?.Score).OfType<int>().ToList();
            return Asked.MetricOf(scores) is { } metric ? (scores.Sum(), metric) : null;
        }
    }

    private Instrument Asked => Instrument.Of(Wave.Instrument);

    /// <summary>The check-ins of a referral, wave by wave.</summary>
    public static async Task<IReadOnlyList<CheckInView>> Of(CompanionDb db, long caseId, LocalDate today, CancellationToken cancel)
    {
        var waves = await db.CheckIns.Where(wave => wave.CaseId == caseId).OrderBy(wave => wave.Instrument).ThenBy(wave => wave.Week).ToListAsync(cancel);
        var ids = waves.ConvertAll(wave => wave.Id);
        var scores = await db.CheckInScores
            .Where(score => ids.Contains(score.CheckInId))
            .OrderBy(score => score.RecordedAt)
            .ThenBy(score => score.Id)
            .ToListAsync(cancel);
        return waves.ConvertAll(wave => new CheckInView(
            wave,
            [.. Instrument.Of(wave.Instrument).Items.Select(item => new ItemView(item, scores.FindLast(score => score.CheckInId == wave.Id && score.Item == item.Key)))],
            wave.Status != CheckInStatus.Complete && wave.OpensOn <= today));
    }
}

/// <summary>One item of a check-in.</summary>
/// <param name="Item">The item.</param>
/// <param name="Answer">The newest answer, if there is one.</param>
public sealed record ItemView(InstrumentItem Item, CheckInScore? Answer)
{
    /// <summary>The published band of the score.</summary>
    public Band? Band => Answer?.Score is { } score ? Item.BandOf(score) : null;
}
