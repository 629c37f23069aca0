using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.Groups;

/// <summary>Offers the free places of a group to those who wait, in their order.</summary>
public sealed class OfferPlace(IStore store, IClock clock)
{
    /// <summary>Offers what is free; nothing happens when nothing is, or nobody waits.</summary>
    /// <returns>False when that is being done at this moment.</returns>
    public Task<bool> Handle(long groupId, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        return store.Write(session => Places.Fill(session, groupId, now), cancel);
    }
}
