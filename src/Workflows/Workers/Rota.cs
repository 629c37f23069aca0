using Companion.Workflows.HandOffs;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace Companion.Workflows.Workers;

/// <summary>Who works for a service, how much they hold and when they are in.</summary>
public static class Rota
{
    /// <summary>Everybody who works for the service now, as a page or card reads it.</summary>
    public static async Task<List<Standing>> Of(CompanionDb db, ServiceSettings service, Instant now, CancellationToken cancel)
    {
        var today = now.Local().Date;
        return Of(
            service,
            now,
            await db.Workers.Where(worker => worker.ServiceId == service.Key && worker.LeftAt == null).OrderBy(worker => worker.Id).ToListAsync(cancel),
            await db.Leaves.Where(one => one.ServiceId == service.Key && one.To >= today).ToListAsync(cancel),
            await db.HandOffs.Where(one => one.ServiceId == service.Key && one.OwnerId != null && one.ClearedAt == null).ToListAsync(cancel));
    }

    /// <summary>The same, as a turn reads it.</summary>
    internal static async ValueTask<List<Standing>> Of(Session session, ServiceSettings service, Instant now) => Of(
        service,
        now,
        await session.Query<Worker>("WHERE \"ServiceId\" = @p0 AND \"LeftAt\" IS NULL ORDER BY \"Id\"", service.Key),
        await session.Query<Leave>("WHERE \"ServiceId\" = @p0 AND \"To\" >= @p1", service.Key, LocalDatePattern.Iso.Format(now.Local().Date)),
        await session.Query<HandOff>("WHERE \"ServiceId\" = @p0 AND \"OwnerId\" IS NOT NULL AND \"ClearedAt\" IS NULL", service.Key));

    /// <summary>A worker of a service who has not left and may hold conversations; null when there is none.</summary>
    internal static async ValueTask<Worker?> Find(Session session, string serviceId, long workerId) =>
        (await session.Query<Worker>("WHERE \"Id\" = @p0 AND \"ServiceId\" = @p1 AND \"LeftAt\" IS NULL AND \"Role\" <> 'Commissioner'", workerId, serviceId)).SingleOrDefault();

    private static List<Standing> Of(ServiceSettings service, Instant now, List<Worker> workers, List<Leave> leaves, List<HandOff> open)
    {
        var leave = leaves.ToLookup(one => one.WorkerId);
        var held = open.ToLookup(one => one.OwnerId!.Value, one => one.AddressId);
        return workers.ConvertAll(worker => new Standing(
            worker,
            held[worker.Id].Distinct().Count(),
            worker.NextIn(now.Local(), day => service.Holidays.Contains(day) || leave[worker.Id].Any(away => away.Contains(day)))));
    }
}
