using System.Globalization;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace Companion.Workflows.OnCall;

/// <summary>
/// Brings the people whom managers entered to where turns look for them, in memory. Whoever hosts the workflows reads it at the start and
/// every few seconds, for another Companion may have changed it. Whoever cannot be reached here does not count: where nobody is left, those who are
/// configured do, who were checked at the start.
/// </summary>
public sealed class OnCallList(IStore store, ServiceBook services, WaysToTell ways)
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
        var entered = await Entered(cancel);
        foreach (var service in services.All)
        {
            service.Enter([.. entered[service.Key].Where(ways.Reach)]);
        }
    }

    /// <summary>What is wrong with the lists as they were entered, a sentence each: whom nothing here reaches, and an hour left to nobody.</summary>
    public async Task<IReadOnlyList<string>> Wrong(CancellationToken cancel)
    {
        var entered = await Entered(cancel);
        return [.. services.All.Where(service => entered.Contains(service.Key)).SelectMany(service => WrongWith(service, entered[service.Key]))];
    }

    private IEnumerable<string> WrongWith(ServiceSettings service, IEnumerable<OnCallSettings> people)
    {
        var here = people.ToLookup(ways.Reach);
        foreach (var person in here[false])
        {
            yield return StaffWords.Of("oncall.unreached", ("who", person.Name), ("service", service.Name));
        }

        if (here[true].Any() && !service.CrisisCover.IsSignedNone && OnCallSettings.FirstUncovered([.. here[true]]) is { } hour)
        {
            yield return StaffWords.Of(
                "oncall.uncovered", ("service", service.Name), ("day", $"{hour.DayOfWeek}"), ("time", hour.ToString("HH:mm", CultureInfo.InvariantCulture)));
        }
    }

    private async Task<ILookup<string, OnCallSettings>> Entered(CancellationToken cancel)
    {
        await using var db = store.Read();
        var people = await db.OnCallPeople.OrderBy(person => person.Place).ThenBy(person => person.Id).ToListAsync(cancel);
        return people.ToLookup(person => person.ServiceId, person => person.Settings());
    }
}
