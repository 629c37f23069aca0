using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Bot.LinkWorkers;

/// <summary>The urgent hand-offs of a service that nobody has accepted: the banner of every console page.</summary>
public sealed class Waiting(IStore store, IClock clock)
{
    private const int Most = 10;

    /// <summary>Those that wait longest, first.</summary>
    public async Task<IReadOnlyList<UrgentWait>> Read(string serviceId, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        await using var db = store.Read();
        var rows = await db.HandOffs
            .Where(handOff => handOff.ServiceId == serviceId && handOff.Urgent && handOff.AcknowledgedAt == null && handOff.ClearedAt == null)
            .OrderBy(handOff => handOff.OpenedAt)
            .Take(Most)
            .Select(handOff => new { handOff.Id, handOff.Reference, handOff.OpenedAt, handOff.CouldNotBeTexted })
            .ToListAsync(cancel);
        return rows.Select(row => new UrgentWait(row.Id, row.Reference, now - row.OpenedAt, row.CouldNotBeTexted)).ToList();
    }
}

/// <summary>Somebody in danger who waits for a human being.</summary>
/// <param name="Id">The hand-off.</param>
/// <param name="Reference">What staff say to each other.</param>
/// <param name="Age">How long since it was opened.</param>
/// <param name="CouldNotBeTexted">The person could not be texted: phone.</param>
public sealed record UrgentWait(long Id, string Reference, Duration Age, bool CouldNotBeTexted);
