using Companion.Workflows.Sharing;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace Companion.Bot.LinkWorkers;

/// <summary>What went out of a case, and the letters that may.</summary>
/// <param name="Letters">Letters, the latest first.</param>
/// <param name="Happened">Every export, download and sending, the latest first.</param>
public sealed record SharedSoFar(IReadOnlyList<Letter> Letters, IReadOnlyList<SharingEvent> Happened);

/// <summary>Reads what went out of a case.</summary>
public sealed class SharingView(IStore store)
{
    /// <summary>Of a case of a service.</summary>
    public async Task<SharedSoFar> Read(string serviceId, long caseId, CancellationToken cancel)
    {
        await using var db = store.Read();
        return new SharedSoFar(
            await db.Letters
                .Where(letter => letter.ServiceId == serviceId && letter.CaseId == caseId)
                .OrderByDescending(letter => letter.Id)
                .ToListAsync(cancel),
            await db.SharingEvents
                .Where(happened => happened.ServiceId == serviceId && happened.CaseId == caseId)
                .OrderByDescending(happened => happened.At)
                .ThenByDescending(happened => happened.Id)
                .ToListAsync(cancel));
    }
}
