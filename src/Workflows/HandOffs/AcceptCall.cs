using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace Companion.Workflows.HandOffs;

/// <summary>Somebody on call pressed 1 in a call of ours: the hand-off the call was about is acknowledged in their name.</summary>
public sealed class AcceptCall(IStore store, ServiceBook services, AcknowledgeHandOff acknowledge)
{
    /// <summary>Accepts; false when the call is none of ours or was about no hand-off.</summary>
    /// <param name="outboundId">The outbound row of the call.</param>
    /// <param name="cancel">Gives up waiting.</param>
    public async Task<bool> Handle(long outboundId, CancellationToken cancel)
    {
        await using var db = store.Read();
        var call = await db.Outbound
            .Where(row => row.Id == outboundId)
            .Select(row => new { row.ServiceId, row.To, row.HandOffId })
            .SingleOrDefaultAsync(cancel);
        if (call?.HandOffId is not { } handOff)
        {
            return false;
        }

        var person = services.Of(call.ServiceId).WhoIsOnCall.FirstOrDefault(onCall => onCall.Call == call.To);
        return await acknowledge.Handle(handOff, person?.Name ?? "on call", alarms: null, cancel) is not null;
    }
}
