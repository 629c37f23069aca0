using Companion.Workflows.Safety;
using Companion.Workflows.Storage;

namespace Companion.Bot.LinkWorkers;

/// <summary>What the people who run the service must see, the latest first.</summary>
public sealed class AlertList(IStore store)
{
    /// <summary>One page.</summary>
    public async Task<Paged<Alert>> Read(int page, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.Alerts.OrderByDescending(alert => alert.At).ThenByDescending(alert => alert.Id).Page(page, cancel);
    }
}
