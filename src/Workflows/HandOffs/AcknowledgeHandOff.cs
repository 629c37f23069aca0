using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.HandOffs;

/// <summary>Somebody accepts an urgent hand-off: the ladder stops climbing. It does not clear the flag.</summary>
public sealed class AcknowledgeHandOff(IStore store, IClock clock)
{
    /// <summary>Acknowledges; the first one counts.</summary>
    /// <returns>The hand-off as it is now, or null when there is none.</returns>
    public Task<HandOff?> Handle(long handOffId, string by, CancellationToken cancel) =>
        HandOffTurn.Run(store, clock, handOffId, (turn, handOff) =>
        {
            if (handOff.AcknowledgedAt is null && handOff.ClearedAt is null)
            {
                (handOff.AcknowledgedAt, handOff.AcknowledgedBy) = (turn.Now, by);
                turn.Update(handOff);
                turn.Session.Execute("DELETE FROM \"Timers\" WHERE \"SubjectId\" = @p0 AND \"Kind\" = @p1", handOff.Id, nameof(TimerKind.ClimbLadder));
                HandOffLog.Write(turn, handOff, "Acknowledged", by);
            }
        }, cancel);

    /// <summary>Redeems an acknowledge link, once.</summary>
    public async Task<HandOff?> Redeem(long linkId, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var link = await store.Write(
            async session =>
            {
                var found = (await session.Query<SignedLink>("WHERE \"Id\" = @p0" + session.Lock, linkId)).SingleOrDefault();
                if (found is null || found.Purpose != LinkPurpose.AcknowledgeHandOff || found.RedeemedAt is not null || found.ExpiresAt < now)
                {
                    return null;
                }

                found.RedeemedAt = now;
                session.Update(found);
                return found;
            },
            cancel);
        return link?.HandOffId is { } handOff ? await Handle(handOff, link.Holder ?? "on call", cancel) : null;
    }
}

/// <summary>A person clears a hand-off with an outcome. Only this ends the pause after a red flag.</summary>
public sealed class ClearHandOff(IStore store, IClock clock)
{
    /// <summary>Clears; a cleared one stays as it is.</summary>
    public Task<HandOff?> Handle(long handOffId, string by, string outcome, CancellationToken cancel) =>
        HandOffTurn.Run(store, clock, handOffId, (turn, handOff) =>
        {
            if (handOff.ClearedAt is null)
            {
                (handOff.ClearedAt, handOff.ClearedBy, handOff.Outcome) = (turn.Now, by, outcome);
                handOff.AcknowledgedAt ??= turn.Now;
                handOff.AcknowledgedBy ??= by;
                turn.Update(handOff);
                turn.Session.Execute("DELETE FROM \"Timers\" WHERE \"SubjectId\" = @p0", handOff.Id);
                HandOffLog.Write(turn, handOff, "Cleared", by);
            }
        }, cancel);
}

/// <summary>A change to one hand-off, under the lock of its address like everything that concerns a person.</summary>
internal static class HandOffTurn
{
    public static async Task<HandOff?> Run(IStore store, IClock clock, long id, Action<Turn, HandOff> change, CancellationToken cancel)
    {
        await using var db = store.Read();
        var found = await db.HandOffs.Where(h => h.Id == id).Select(h => new { h.ServiceId, h.AddressId }).SingleOrDefaultAsync(cancel);
        return found is null ? null : await store.Turn(
            TurnRequest.About(found.ServiceId, found.AddressId, clock.GetCurrentInstant()),
            async turn =>
            {
                var handOff = turn.HandOffs.Find(h => h.Id == id)
                    ?? (await turn.Session.Query<HandOff>("WHERE \"Id\" = @p0", id)).Single();
                change(turn, handOff);
                return (HandOff?)handOff;
            },
            cancel);
    }
}
