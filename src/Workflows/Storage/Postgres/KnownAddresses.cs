using System.Collections.Concurrent;
using Companion.Workflows.People;

namespace Companion.Workflows.Storage.Postgres;

/// <summary>
/// The ids of addresses that wrote lately, so that a turn's questions need not look them up by number each time. An id never changes
/// its number; one that is gone is simply not found, and looked up again.
/// </summary>
internal sealed class KnownAddresses
{
    private const int Most = 100_000;

    private readonly ConcurrentDictionary<(string ServiceId, Channel Channel, string Value), long> ids = new();

    /// <summary>The same request by id, or null when the id is not known.</summary>
    public TurnRequest? WithId(TurnRequest request) => request switch
    {
        { AddressId: not null } => request,
        { Value: { } value } when ids.TryGetValue((request.ServiceId, request.Channel, value), out var id) => request with { AddressId = id },
        _ => null,
    };

    /// <summary>Remembers the id of what a request was about.</summary>
    public void Remember(TurnRequest request, long id)
    {
        if (request.Value is not { } value)
        {
            return;
        }

        if (ids.Count >= Most)
        {
            ids.Clear();
        }

        ids[(request.ServiceId, request.Channel, value)] = id;
    }
}
