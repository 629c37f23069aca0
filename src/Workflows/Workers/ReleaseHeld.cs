using Companion.Workflows.HandOffs;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Workers;

/// <summary>
/// What somebody holds who may hold nothing any longer goes back to the queue. Should that be cut off half-way, the rest goes back when their
/// time to answer is over.
/// </summary>
public sealed class ReleaseHeld(IStore store, ServiceBook services, TakeBack takeBack, IClock clock)
{
    /// <summary>Takes everything back that they hold.</summary>
    public async Task Of(string serviceId, long workerId, CancellationToken cancel)
    {
        await using var db = store.Read();
        var held = await db.HandOffs
            .Where(one => one.ServiceId == serviceId && one.OwnerId == workerId && one.ClearedAt == null)
            .Select(one => one.AddressId)
            .Distinct()
            .ToListAsync(cancel);
        foreach (var address in held)
        {
            await store.TurnAndTell(
                TurnRequest.About(serviceId, address, clock.GetCurrentInstant()),
                turn =>
                {
                    if (Holding.Of(turn)?.OwnerId == workerId)
                    {
                        takeBack.All(turn, services.Of(serviceId));
                    }

                    return ValueTask.FromResult(true);
                },
                cancel);
        }
    }
}
