using Companion.Workflows.Settings;
using Companion.Workflows.Storage;

namespace Companion.Workflows.HandOffs;

/// <summary>A conversation is taken back from whoever holds it: it waits for the next, and whoever is on call is paged about what is urgent.</summary>
public sealed class TakeBack(OnCallLadder ladder)
{
    /// <summary>Takes back all that is held at the turn's address.</summary>
    internal void All(Turn turn, ServiceSettings service)
    {
        var lost = turn.HandOffs.Where(one => one is { OwnerId: not null, ClearedAt: null }).ToList();
        lost.ForEach(one => HandOffLog.Write(turn, one, "Lapsed", one.Owner));
        Holding.Release(turn);
        foreach (var urgent in lost.Where(one => one.Urgent && one.AcknowledgedAt is not null))
        {
            ladder.Start(turn, service, urgent); // pages at once; one that climbs for a new alarm goes on from where it is
        }
    }
}
