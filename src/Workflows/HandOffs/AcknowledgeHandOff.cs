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
        HandOffTurn.Run(store, clock, handOffId, (turn, handOff) => Acknowledge(turn, handOff, by), cancel);

    /// <summary>Redeems an acknowledge link, once: the link and the acknowledgement are one turn, so that no crash leaves half.</summary>
    public async Task<HandOff?> Redeem(long linkId, CancellationToken cancel)
    {
        await using var db = store.Read();
        if (await db.SignedLinks.SingleOrDefaultAsync(l => l.Id == linkId, cancel) is not { HandOffId: { } handOffId } link
            || !MayBeRedeemed(link, clock.GetCurrentInstant()))
        {
            return null;
        }

        var redeemed = false;
        var handOff = await HandOffTurn.Run(store, clock, handOffId, async (turn, handOff) =>
        {
            var current = (await turn.Session.Query<SignedLink>("WHERE \"Id\" = @p0" + turn.Session.Lock, linkId)).Single();
            redeemed = MayBeRedeemed(current, turn.Now);
            if (redeemed)
            {
                current.RedeemedAt = turn.Now;
                turn.Update(current);
                Acknowledge(turn, handOff, current.Holder ?? "on call");
            }
        }, cancel);
        return redeemed ? handOff : null;
    }

    private static bool MayBeRedeemed(SignedLink link, Instant now) =>
        link.Purpose == LinkPurpose.AcknowledgeHandOff && link.RedeemedAt is null && link.ExpiresAt >= now;

    private static void Acknowledge(Turn turn, HandOff handOff, string by)
    {
        if (handOff.AcknowledgedAt is not null || handOff.ClearedAt is not null)
        {
            return;
        }

        (handOff.AcknowledgedAt, handOff.AcknowledgedBy) = (turn.Now, by);
        turn.Update(handOff);
        turn.Session.Execute("DELETE FROM \"Timers\" WHERE \"SubjectId\" = @p0 AND \"Kind\" = @p1", handOff.Id, nameof(TimerKind.ClimbLadder));
        HandOffLog.Write(turn, handOff, "Acknowledged", by);
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
    public static Task<HandOff?> Run(IStore store, IClock clock, long id, Action<Turn, HandOff> change, CancellationToken cancel) =>
        Run(store, clock, id, (turn, handOff) =>
        {
            change(turn, handOff);
            return ValueTask.CompletedTask;
        }, cancel);

    public static async Task<HandOff?> Run(IStore store, IClock clock, long id, Func<Turn, HandOff, ValueTask> change, CancellationToken cancel)
    {
        await using var db = store.Read();
        var found = await db.HandOffs.Where(h => h.Id == id).Select(h => new { h.ServiceId, h.AddressId }).SingleOrDefaultAsync(cancel);
        return found is null ? null : await store.Turn(
            TurnRequest.About(found.ServiceId, found.AddressId, clock.GetCurrentInstant()),
            async turn =>
            {
                var handOff = turn.HandOffs.Find(h => h.Id == id)
                    ?? (await turn.Session.Query<HandOff>("WHERE \"Id\" = @p0", id)).Single();
                await change(turn, handOff);
                return (HandOff?)handOff;
            },
            cancel);
    }
}
