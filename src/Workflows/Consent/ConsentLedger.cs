using Companion.Dialogs.CheckIns;
using Companion.Dialogs.Consent;
using Companion.Dialogs.Referrals;
using Companion.Workflows.CheckIns;
using Companion.Workflows.Conversations;
using Companion.Workflows.People;
using Companion.Workflows.Safety;
using Companion.Workflows.Storage;

namespace Companion.Workflows.Consent;

/// <summary>Writes the append-only ledger, and keeps what is so now on the address beside it.</summary>
public static class ConsentLedger
{
    /// <summary>Writes one line.</summary>
    public static ConsentEntry Write(Turn turn, ConsentTopic topic, ConsentChange change, ConsentBasis basis, string by, string? wording = null, long? message = null) =>
        turn.Insert(new ConsentEntry
        {
            Id = turn.Session.NextId(),
            ServiceId = turn.Address.ServiceId,
            AddressId = turn.Address.Id,
            PersonId = turn.Writer?.Id,
            At = turn.Now,
            Topic = topic,
            Change = change,
            Basis = basis,
            By = by,
            Wording = wording,
            MessageId = message,
        });

    /// <summary>The provider began or ceased to block the number.</summary>
    public static void ProviderBlock(Turn turn, bool blocked, long? message = null)
    {
        turn.Address.ProviderBlocked = blocked;
        turn.Update(turn.Address);
        Write(
            turn,
            ConsentTopic.Everything,
            blocked ? ConsentChange.ProviderBlocked : ConsentChange.ProviderUnblocked,
            ConsentBasis.Objection,
            "provider",
            message: message);
    }

    /// <summary>A number that had said no to texts asks for them, or writes of its own accord: what it writes may be answered.</summary>
    /// <returns>True when it had said no.</returns>
    public static bool TakeUpTexts(Turn turn, long message)
    {
        if (turn.Address.Textable != Textable.Declined)
        {
            return false;
        }

        turn.Address.Textable = Textable.Wrote;
        turn.Update(turn.Address);
        Write(turn, ConsentTopic.TextingThisNumber, ConsentChange.Started, ConsentBasis.Objection, "person", message: message);
        return true;
    }

    /// <summary>The person stopped a topic, or took it up again. Each time is written down.</summary>
    /// <returns>True when it made a difference: said again of what is stopped already, it makes none.</returns>
    public static bool Change(Turn turn, ConsentTopic topic, bool stopped, long? message)
    {
        var differs = Stops.Has(turn.Address, topic) != stopped;
        Stops.Set(turn.Address, topic, stopped);
        turn.Address.StoppedAt = topic == ConsentTopic.Everything ? (stopped ? turn.Now : null) : turn.Address.StoppedAt;
        turn.Update(turn.Address);
        Write(turn, topic, stopped ? ConsentChange.Stopped : ConsentChange.Started, ConsentBasis.Objection, "person", message: message);
        return (stopped && EndTalks(turn, topic)) || differs;
    }

    // What is half-finished is kept as such, and what the person asks for after this begins anew: only that is answered. What is open
    // about danger stays open.
    private static bool EndTalks(Turn turn, ConsentTopic topic)
    {
        var ended = turn.Open.Where(open => !SafetyDesk.MayTalkWhilePaused(open) && Ends(open, topic)).ToList();
        foreach (var talk in ended)
        {
            (talk.ClosedAt, talk.CloseReason) = (turn.Now, ClosedReasons.Stopped);
            turn.Update(talk);
            turn.Open.Remove(talk);
            CheckInDesk.Stopped(turn, talk);
        }

        return ended.Count > 0;
    }

    private static bool Ends(Conversation open, ConsentTopic topic) =>
        topic == ConsentTopic.Everything || (topic == ConsentTopic.CheckIns && open.Dialog == CheckInDialog.Key);
}
