using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace Companion.Workflows.OnCall;

/// <summary>
/// Brings the people whom managers entered to where turns look for them, in memory. Whoever hosts the workflows reads it at the start and
/// every few seconds, for another Companion may have changed it.
/// </summary>
public sealed class OnCallList(IStore store, ServiceBook services)
{
    /// <summary>Which list of a service stands: a number that grows with each that is kept; 0 while there is none.</summary>
    public async Task<long> Version(string serviceId, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.OnCallPeople.Where(person => person.ServiceId == serviceId).MaxAsync(person => (long?)person.Id, cancel) ?? 0;
    }

    /// <summary>Reads the list of every service.</summary>
    public async Task Read(CancellationToken cancel)
    {
        await using var db = store.Read();
        var entered = (await db.OnCallPeople.OrderBy(person => person.Place).ThenBy(person => person.Id).ToListAsync(cancel)).ToLookup(person => person.ServiceId);
        foreach (var service in services.All)
        {
            service.Enter([.. entered[service.Key].Select(person => person.Settings())]);
        }
    }
}
