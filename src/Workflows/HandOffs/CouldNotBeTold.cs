using Companion.Workflows.Sending;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;

namespace Companion.Workflows.HandOffs;

/// <summary>
/// A text, call or e-mail to somebody on call that was refused. It stands in the hand-off's log, and when no other way to them is left
/// the next on call is told at once instead of after five minutes.
/// </summary>
internal static class CouldNotBeTold
{
    /// <summary>Writes it down, and climbs when nobody of this telling can be reached.</summary>
    public static async ValueTask Escalate(Turn turn, HandOff handOff, OutboundMessage refused)
    {
        HandOffLog.Write(turn, handOff, "CouldNotTell", $"{refused.Channel}: {refused.Reason}");
        var others = await turn.Session.Query<OutboundMessage>(
            "WHERE \"HandOffId\" = @p0 AND \"Class\" = @p1 AND \"CreatedAt\" = @p2", handOff.Id, (int)SendClass.OnCall, refused.CreatedAt.ToUnixTimeTicks());
        if (!others.TrueForAll(row => HasFailed(row.Status)))
        {
            return;
        }

        if (handOff is { AcknowledgedAt: not null, ClearedAt: null, OwnerId: null, StillAsked: > 0 })
        {
            OnCallLadder.StartAtOnce(turn, handOff); // whoever accepted it cannot be asked whether it is done
        }
        else if (!OnCallLadder.TellsEverybody(handOff))
        {
            turn.Session.Execute(
                "UPDATE \"Timers\" SET \"DueAt\" = @p2 WHERE \"SubjectId\" = @p0 AND \"Kind\" = @p1",
                handOff.Id,
                nameof(TimerKind.ClimbLadder),
                turn.Now.ToUnixTimeTicks());
        }
    }

    private static bool HasFailed(SendStatus status) => status is SendStatus.Refused or SendStatus.Undelivered or SendStatus.Expired;
}
