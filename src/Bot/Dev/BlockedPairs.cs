using System.Collections.Concurrent;
using Companion.Workflows.People;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace Companion.Bot.Dev;

/// <summary>
/// The pairs of numbers between which the simulated network carries nothing because the person texted STOP. A network does not
/// forget when Companion restarts: it begins with what our ledger last heard of it.
/// </summary>
public sealed class BlockedPairs(IStore store)
{
    private readonly ConcurrentDictionary<(string Service, string Number), bool> known = new();

    /// <summary>True while the network carries nothing from the service to the number.</summary>
    public async ValueTask<bool> Has(string service, string number, CancellationToken cancel)
    {
        if (known.TryGetValue((service, number), out var blocked))
        {
            return blocked;
        }

        await using var db = store.Read();
        blocked = await db.Addresses.AnyAsync(
            address => address.ServiceId == service && address.Channel == Channel.Sms && address.Value == number && address.ProviderBlocked,
            cancel);
        return known.GetOrAdd((service, number), blocked);
    }

    /// <summary>The person texted STOP (true) or START (false).</summary>
    public void Set(string service, string number, bool blocked) => known[(service, number)] = blocked;
}
