using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.HandOffs;

/// <summary>Somebody accepts an urgent hand-off: the ladder stops climbing. It does not clear the flag.</summary>
public sealed class AcknowledgeHandOff(IStore store, IClock clock)
{
    /// <summary>Acknowledges; the first one counts, and another once they were asked whether it is done.</summary>
    /// <param name="handOffId">The hand-off.</param>
    /// <param name="by">Who accepts it.</param>
    /// <param name="alarms">How many alarms they were shown: one that came since is not accepted unread, and calls on. Null for who was shown no number, as in a call.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>The hand-off as it is now, or null when there is none.</returns>
    public Task<HandOff?> Handle(long handOffId, string by, int? alarms, CancellationToken cancel) => HandOffTurn.Run(store, clock, handOffId, (turn, handOff) =>
    {
        if (handOff.IsAsShown(alarms))
        {
            Acknowledge(turn, handOff, by);
        }
    }, cancel);

    /// <summary>Whoever holds an urgent one has acted on it: that accepts the alarms they were shown, and none that came since.</summary>
    /// <param name="hold">With what they hold it.</param>
    /// <param name="alarms">How many alarms the card they acted on showed; null when it said nothing of them, and then nothing is accepted.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>The hand-off as it is now, or null when there is none.</returns>
    public Task<HandOff?> Seen(Hold hold, int? alarms, CancellationToken cancel) =>
        HandOffTurn.Run(store, clock, hold.HandOffId, (turn, handOff) =>
        {
            if (handOff.Urgent && Holding.Is(handOff, hold) && alarms == handOff.Alarms)
            {
                Acknowledge(turn, handOff, handOff.Owner!);
            }
        }, cancel);

    /// <summary>Redeems an acknowledge link, once: the link and the acknowledgement are one turn, so that no crash leaves half.</summary>
    /// <param name="linkId">The link.</param>
    /// <param name="alarms">How many alarms its page showed; when another came since, nothing is accepted and the link is as good as before.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>The hand-off as it is now, or null when nothing was accepted.</returns>
    public async Task<HandOff?> Redeem(long linkId, int alarms, CancellationToken cancel)
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
            redeemed = MayBeRedeemed(current, turn.Now) && handOff.IsAsShown(alarms);
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

    /// <summary>Acknowledges one in an open turn; the first one counts. Once they were asked whether it is done, accepting again is an answer.</summary>
    internal static void Acknowledge(Turn turn, HandOff handOff, string by)
    {
        if (handOff is { AcknowledgedAt: not null, StillAsked: 0 } || handOff.ClearedAt is not null)
        {
            return;
        }

        (handOff.AcknowledgedAt, handOff.AcknowledgedBy) = (turn.Now, by);
        (handOff.StillAsked, handOff.StillAskedAt) = (0, null);
        turn.Update(handOff);
        turn.Session.Execute("DELETE FROM \"Timers\" WHERE \"SubjectId\" = @p0 AND \"Kind\" = @p1", handOff.Id, nameof(TimerKind.ClimbLadder));
        HandOffLog.Write(turn, handOff, "Acknowledged", by);
        if (handOff is { OwnerId: null, Urgent: true })
        {
            Holding.Await(turn, handOff, AskWhetherDone.NextAt(handOff)); // whoever accepted it may be called away
        }
    }
}
