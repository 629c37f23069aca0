using Companion.Workflows.HandOffs;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Workers;

/// <summary>
/// Somebody leaves the service: they are nobody's from that moment on, and what they held goes back to the queue. Should that be cut off
/// half-way, the rest goes back when their time to answer is over.
/// </summary>
public sealed class WorkerLeaves(IStore store, ServiceBook services, OnCallLadder ladder, IClock clock)
{
    /// <summary>They leave; why not, in words for staff, or null.</summary>
    public async Task<string?> Handle(string serviceId, long workerId, CancellationToken cancel)
    {
        var whyNot = await store.Write(session => Leave(session, serviceId, workerId), cancel);
        if (whyNot is not null)
        {
            return whyNot;
        }

        await using var db = store.Read();
        var held = await db.HandOffs
            .Where(one => one.ServiceId == serviceId && one.OwnerId == workerId && one.ClearedAt == null)
            .Select(one => one.AddressId)
            .Distinct()
            .ToListAsync(cancel);
        foreach (var address in held)
        {
            await store.TurnAndTell(TurnRequest.About(serviceId, address, clock.GetCurrentInstant()), turn => Release(turn, serviceId, workerId), cancel);
        }

        return null;
    }

    private async ValueTask<string?> Leave(Session session, string serviceId, long workerId)
    {
        var here = await session.Query<Worker>("WHERE \"ServiceId\" = @p0 AND \"LeftAt\" IS NULL" + session.Lock, serviceId);
        if (here.Find(one => one.Id == workerId) is not { } worker)
        {
            return StaffWords.Of("worker.wrong.gone");
        }

        if (worker.Role == WorkerRole.Manager && !here.Exists(one => one.Role == WorkerRole.Manager && one.Id != workerId))
        {
            return StaffWords.Of("worker.wrong.last");
        }

        worker.LeftAt = clock.GetCurrentInstant();
        session.Update(worker);
        return null;
    }

    private ValueTask<bool> Release(Turn turn, string serviceId, long workerId)
    {
        var lost = turn.HandOffs.Where(one => one.OwnerId == workerId && one.ClearedAt is null).ToList();
        if (lost.Count == 0)
        {
            return ValueTask.FromResult(false);
        }

        lost.ForEach(handOff => HandOffLog.Write(turn, handOff, "Lapsed", handOff.Owner));
        Holding.Release(turn);
        foreach (var urgent in lost.Where(one => one.Urgent))
        {
            ladder.Start(turn, services.Of(serviceId), urgent);
        }

        return ValueTask.FromResult(true);
    }
}
