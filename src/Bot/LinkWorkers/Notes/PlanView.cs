using Companion.Workflows.Notes;
using Companion.Workflows.Referrals;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace Companion.Bot.LinkWorkers.Notes;

/// <summary>The plan of one case: goals, what matters, actions.</summary>
public sealed class PlanView(IStore store)
{
    /// <summary>Reads one of a service; null when there is no such case.</summary>
    public async Task<PlanDetail?> Read(string serviceId, long caseId, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.Cases.SingleOrDefaultAsync(one => one.Id == caseId && one.ServiceId == serviceId, cancel) is not { } referral ? null : new PlanDetail(
            referral,
            await db.PersonalGoals.Where(one => one.CaseId == caseId).OrderBy(one => one.Id).ToListAsync(cancel),
            await db.CareActions.Where(one => one.CaseId == caseId).OrderBy(one => one.Id).ToListAsync(cancel));
    }
}

/// <summary>A case's plan.</summary>
public sealed record PlanDetail(Case Case, IReadOnlyList<PersonalGoal> Goals, IReadOnlyList<CareAction> Actions);
