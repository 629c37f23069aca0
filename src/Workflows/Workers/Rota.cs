using Companion.Workflows.HandOffs;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Workers;

/// <summary>Who works for a service, how much they hold and when they are in, as a turn reads it.</summary>
internal static class Rota
{
    /// <summary>Everybody who works for the service now.</summary>
    public static async ValueTask<List<Standing>> Of(Session session, ServiceSettings service, Instant now)
    {
        var workers = await session.Query<Worker>("WHERE \"ServiceId\" = @p0 AND \"LeftAt\" IS NULL ORDER BY \"Id\"", service.Key);
        var today = now.Local().Date;
        var leave = (await session.Query<Leave>("WHERE \"ServiceId\" = @p0 AND \"To\" >= @p1", service.Key, NodaTime.Text.LocalDatePattern.Iso.Format(today)))
            .ToLookup(one => one.WorkerId);
        var held = (await session.Query<HandOff>("WHERE \"ServiceId\" = @p0 AND \"OwnerId\" IS NOT NULL AND \"ClearedAt\" IS NULL", service.Key))
            .ToLookup(one => one.OwnerId!.Value, one => one.AddressId);
        return workers.ConvertAll(worker => new Standing(
            worker,
            held[worker.Id].Distinct().Count(),
            worker.NextIn(now.Local(), day => service.Holidays.Contains(day) || leave[worker.Id].Any(away => away.Contains(day)))));
    }

    /// <summary>A worker of a service who has not left and may hold conversations; null when there is none.</summary>
    public static async ValueTask<Worker?> Find(Session session, string serviceId, long workerId) =>
        (await session.Query<Worker>("WHERE \"Id\" = @p0 AND \"ServiceId\" = @p1 AND \"LeftAt\" IS NULL AND \"Role\" <> 'Commissioner'", workerId, serviceId)).SingleOrDefault();
}
