using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.Workers;

/// <summary>Somebody leaves the service: they are nobody's from that moment on, and what they held goes back to the queue.</summary>
public sealed class WorkerLeaves(IStore store, ReleaseHeld release, IClock clock)
{
    /// <summary>They leave; why not, in words for staff, or null.</summary>
    public async Task<string?> Handle(string serviceId, long workerId, CancellationToken cancel)
    {
        var whyNot = await store.Write(session => Leave(session, serviceId, workerId), cancel);
        if (whyNot is null)
        {
            await release.Of(serviceId, workerId, cancel);
        }

        return whyNot;
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
}
