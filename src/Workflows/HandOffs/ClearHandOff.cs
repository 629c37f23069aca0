using Companion.Dialogs.Talking;
using Companion.Workflows.People;
using Companion.Workflows.Safety;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.HandOffs;

/// <summary>A person clears a hand-off with an outcome. Only this ends the pause after a red flag.</summary>
public sealed class ClearHandOff(IStore store, IClock clock)
{
    /// <summary>Clears; a cleared one stays as it is.</summary>
    public Task<HandOff?> Handle(long handOffId, Clearing clearing, CancellationToken cancel) =>
        HandOffTurn.Run(store, clock, handOffId, (turn, handOff) =>
        {
            if (handOff.ClearedAt is null)
            {
                Clear(turn, handOff, clearing);
            }
        }, cancel);

    private static void Clear(Turn turn, HandOff handOff, Clearing clearing)
    {
        (handOff.ClearedAt, handOff.ClearedBy, handOff.Outcome) = (turn.Now, clearing.By, clearing.Outcome);
        handOff.AcknowledgedAt ??= turn.Now;
        handOff.AcknowledgedBy ??= clearing.By;
        turn.Update(handOff);
        turn.Session.Execute("DELETE FROM \"Timers\" WHERE \"SubjectId\" = @p0", handOff.Id);
        HandOffLog.Write(turn, handOff, "Cleared", clearing.By);
        if (clearing.SafeToText && turn.Address.Trouble == AddressTrouble.UnsafeToText)
        {
            turn.Address.Trouble = null;
            turn.Update(turn.Address);
            HandOffLog.Write(turn, handOff, "SafeToTextAgain", clearing.By);
        }

        // Whoever cleared it knows; what the person writes now is no longer an answer to these.
        foreach (var asked in turn.Open.Where(open => handOff.Reason == HandOffReason.RedFlag && open.Dialog is (SafetyDesk.Caring or SafetyDesk.SafeToText)))
        {
            (asked.ClosedAt, asked.CloseReason) = (turn.Now, "cleared");
            turn.Update(asked);
        }
    }
}

/// <summary>What a person found when they cleared a hand-off.</summary>
/// <param name="By">Who.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="SafeToText">True when they made sure that texting this number is safe: one that was not is texted again.</param>
public sealed record Clearing(string By, string Outcome, bool SafeToText = false);
