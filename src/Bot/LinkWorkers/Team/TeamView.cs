using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Companion.Workflows.Workers;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Bot.LinkWorkers.Team;

/// <summary>Who works for a service.</summary>
public sealed class TeamView(IStore store, ServiceBook services, IClock clock)
{
    /// <summary>Everybody who works there now, by name.</summary>
    public async Task<IReadOnlyList<TeamRow>> Everybody(string serviceId, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant().Local();
        var service = services.Of(serviceId);
        await using var db = store.Read();
        var workers = await db.Workers.Where(worker => worker.ServiceId == serviceId && worker.LeftAt == null).OrderBy(worker => worker.Name).ToListAsync(cancel);
        var leave = (await Leave(db, serviceId, now.Date).ToListAsync(cancel)).ToLookup(one => one.WorkerId);
        var held = await db.HandOffs
            .Where(one => one.ServiceId == serviceId && one.ClearedAt == null && one.OwnerId != null)
            .Select(one => new { one.OwnerId, one.AddressId })
            .Distinct()
            .ToListAsync(cancel);
        return workers.ConvertAll(worker => new TeamRow(
            worker,
            held.Count(one => one.OwnerId == worker.Id),
            worker.NextIn(now, day => service.Holidays.Contains(day) || leave[worker.Id].Any(away => away.Contains(day))),
            now));
    }

    /// <summary>One of them, with the leave that is to come; null when there is none of the service's.</summary>
    public async Task<TeamMember?> Find(string serviceId, long id, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.Workers.SingleOrDefaultAsync(worker => worker.Id == id && worker.ServiceId == serviceId && worker.LeftAt == null, cancel) is { } worker
            ? new TeamMember(worker, await Leave(db, serviceId, clock.GetCurrentInstant().Local().Date).Where(one => one.WorkerId == id).ToListAsync(cancel))
            : null;
    }

    private static IQueryable<Leave> Leave(CompanionDb db, string serviceId, LocalDate today) =>
        db.Leaves.Where(one => one.ServiceId == serviceId && one.To >= today).OrderBy(one => one.From);
}

/// <summary>A worker in the list.</summary>
/// <param name="Worker">Who.</param>
/// <param name="Held">How many conversations they hold.</param>
/// <param name="NextIn">When they are in next; null when that is more than thirty days away.</param>
/// <param name="Now">The local time it was read at.</param>
public sealed record TeamRow(Worker Worker, int Held, LocalDateTime? NextIn, LocalDateTime Now)
{
    /// <summary>True when they are in.</summary>
    public bool IsIn => NextIn <= Now;
}

/// <summary>A worker with their leave that is to come.</summary>
public sealed record TeamMember(Worker Worker, IReadOnlyList<Leave> Leave);
