using Companion.Workflows.Safety;
using Companion.Workflows.Storage;

namespace Companion.Bot.LinkWorkers;

/// <summary>What the people who run the service must see, the latest first.</summary>
public sealed class AlertList(IStore store)
{
    /// <summary>One page of a service's; managers also see those that belong to no service, which nobody else would.</summary>
    public async Task<Paged<Alert>> Read(string serviceId, bool isManager, int page, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.Alerts
            .Where(alert => alert.ServiceId == serviceId || (isManager && string.IsNullOrEmpty(alert.ServiceId)))
            .OrderByDescending(alert => alert.At)
            .ThenByDescending(alert => alert.Id)
            .Page(page, cancel);
    }
}
