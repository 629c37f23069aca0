using Companion.Dialogs.Talking;
using Companion.Workflows.Notes;
using Companion.Workflows.People;
using Companion.Workflows.Safety;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.HandOffs;

/// <summary>A person clears a hand-off with an outcome. Only this ends the pause after a red flag.</summary>
public sealed class ClearHandOff(IStore store, IClock clock)
{
    /// <summary>Clears; a cleared one stays as it is, and so does one that somebody else holds or that has grown since it was shown.</summary>
    public Task<HandOff?> Handle(long handOffId, Clearing clearing, CancellationToken cancel) =>
        HandOffTurn.Run(store, clock, handOffId, async (turn, handOff) =>
        {
            if (handOff.ClearedAt is null && MayClear(handOff, clearing.Hold) && handOff.IsAsShown(clearing.Alarms))
            {
                await Clear(turn, handOff, clearing);
            }
        }, cancel);

    // A page or card that was shown while it was held does nothing once that hold is over.
    private static bool MayClear(HandOff handOff, Hold? hold) => handOff.OwnerId is null
        ? hold is null || hold.Value.Fence == handOff.Fence
        : hold is { } mine && Holding.Is(handOff, mine);

    /// <summary>Clears one in an open turn.</summary>
    internal static async ValueTask Clear(Turn turn, HandOff handOff, Clearing clearing)
    {
        (handOff.ClearedAt, handOff.ClearedBy, handOff.Outcome) = (turn.Now, clearing.By, clearing.Outcome);
        handOff.AcknowledgedAt ??= turn.Now;
        handOff.AcknowledgedBy ??= clearing.By;
        turn.Update(handOff);
        turn.Session.Execute("DELETE FROM \"Timers\" WHERE \"SubjectId\" = @p0", handOff.Id);
        turn.Session.Execute(
            "UPDATE \"StaffTasks\" SET \"DoneAt\" = @p1, \"DoneBy\" = @p2 WHERE \"HandOffId\" = @p0 AND \"DoneAt\" IS NULL",
            handOff.Id,
            turn.Now.ToUnixTimeTicks(),
            clearing.By);
        Holding.Cleared(turn, handOff);
        HandOffLog.Write(turn, handOff, "Cleared", clearing.By);
        KeepSilence(turn, handOff, clearing);

        // Whoever cleared it knows; what the person writes now is no longer an answer to these.
        foreach (var asked in turn.Open.Where(open => handOff.Reason == HandOffReason.RedFlag && open.Dialog is (SafetyDesk.Caring or SafetyDesk.SafeToText)))
        {
            (asked.ClosedAt, asked.CloseReason) = (turn.Now, "cleared");
            turn.Update(asked);
        }

        await AskForNote.Closed(turn, handOff);
    }

    // Silence after abuse outlasts the flag, until the person or whoever made contact says that texts are safe.
    private static void KeepSilence(Turn turn, HandOff handOff, Clearing clearing)
    {
        var wasUnsafe = turn.Address.IsUnsafe;
        var isUnsafe = !clearing.SafeToText && (wasUnsafe || handOff.OthersMayRead);
        if (isUnsafe != wasUnsafe)
        {
            turn.Address.Mark(AddressTrouble.UnsafeToText, isUnsafe);
            turn.Update(turn.Address);
            HandOffLog.Write(turn, handOff, isUnsafe ? "UnsafeToText" : "SafeToTextAgain", clearing.By);
        }
    }
}

/// <summary>What a person found when they cleared a hand-off.</summary>
/// <param name="By">Who.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="SafeToText">True when they made sure that texting this number is safe. Without that and without the person's own yes, a number abuse was heard from is not texted.</param>
public sealed record Clearing(string By, string Outcome, bool SafeToText = false)
{
    /// <summary>How many alarms the page or card showed that they cleared it from: one that came since is nobody's to clear unread. Null for who saw no number.</summary>
    public int? Alarms { get; init; }

    /// <summary>With what they hold the conversation; needed while somebody does.</summary>
    public Hold? Hold { get; init; }
}
