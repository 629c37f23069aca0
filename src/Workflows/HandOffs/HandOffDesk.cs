using Companion.Dialogs.Referrals;
using Companion.Dialogs.Safety;
using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;
using Companion.Workflows.Conversations;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Telemetry;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.HandOffs;

/// <summary>Opens hand-offs and lets open ones grow, as rows of a turn. None is ever without somebody who will be told.</summary>
public sealed class HandOffDesk(OnCallLadder ladder, CompanionMeter meter)
{
    /// <summary>Whoever acknowledged longer ago than this is no longer the first to be told of a new alarm.</summary>
    private static readonly Duration AcknowledgementHolds = Duration.FromMinutes(30);

    /// <summary>Opens an urgent hand-off for a red flag, or lets the open one grow.</summary>
    public HandOff RedFlag(Turn turn, ServiceSettings service, Kind danger)
    {
        if (turn.HandOffs.Find(h => h.Reason == HandOffReason.RedFlag) is { } open)
        {
            Grow(turn, service, open, danger);
            return open;
        }

        var handOff = Open(turn, service, HandOffReason.RedFlag, urgent: true, danger.ToString(), conversation: null);
        ladder.Start(turn, service, handOff);
        turn.AfterCommit.Add(meter.RedFlagOpened);
        return handOff;
    }

    /// <summary>Opens an ordinary hand-off, due in working hours; one that is open for the same reason is enough.</summary>
    public HandOff Ordinary(Turn turn, ServiceSettings service, HandOffReason reason, Conversation? conversation)
    {
        var whose = WhoseHandOff.Of(turn, reason, conversation);
        return turn.HandOffs.Find(h => h.Reason == reason && h.PersonId == whose) ?? Open(turn, service, reason, urgent: false, dangerKind: null, conversation);
    }

    /// <summary>A conversation has come to know whom it is about: what it handed over before is theirs.</summary>
    public static void Known(Turn turn, Conversation conversation)
    {
        foreach (var handOff in turn.HandOffs.Where(one => one.ConversationId == conversation.Id && one.PersonId is null))
        {
            handOff.PersonId = conversation.PersonId;
            turn.Update(handOff);
        }
    }

    /// <summary>
    /// Somebody without a number gave one to call: whoever accepted the hand-off is told to look again, or the ladder when they are
    /// not on duty. While it still climbs, whoever accepts it finds the number there.
    /// </summary>
    public void NumberGiven(Turn turn, ServiceSettings service, HandOff handOff, PhoneNumber number)
    {
        if (handOff.CallbackNumber == number.E164)
        {
            return;
        }

        handOff.CallbackNumber = number.E164;
        turn.Update(handOff);
        HandOffLog.Write(turn, handOff, "NumberGiven");
        if (handOff.AcknowledgedAt is null)
        {
            return;
        }

        if (OnCallLadder.HolderOf(turn, service, handOff) is { } holder)
        {
            ladder.Tell(turn, service, handOff, holder, "oncall.more");
        }
        else
        {
            ladder.Start(turn, service, handOff);
        }
    }

    private static HandOff Open(Turn turn, ServiceSettings service, HandOffReason reason, bool urgent, string? dangerKind, Conversation? conversation)
    {
        var id = turn.Session.NextId();
        var handOff = turn.Insert(new HandOff
        {
            Id = id,
            ServiceId = service.Key,
            AddressId = turn.Address.Id,
            PersonId = WhoseHandOff.Of(turn, reason, conversation),
            ConversationId = conversation?.Id,
            Reference = References.Of(id),
            Reason = reason,
            ForAnother = conversation?.Slots[ReferralSlots.For] is not (null or "me"),
            Urgent = urgent,
            DangerKind = dangerKind,
            OpenedAt = turn.Now,
            DueAt = urgent
                ? turn.Now + Duration.FromMinutes(15)
                : WorkingTime.EndOfNextOpenDay(service, turn.Now, days: reason is HandOffReason.Review or HandOffReason.Complex or HandOffReason.NotThem ? 0 : 1),
            Alarms = urgent ? 1 : 0,
        });
        turn.HandOffs.Add(handOff);
        HandOffLog.Write(turn, handOff, "Opened", reason.ToString());
        if (Holding.Of(turn) is { } held)
        {
            Holding.Join(turn, service, handOff, held);
        }
        else if (!urgent || service.NobodyReads(turn.Now))
        {
            Holding.Await(turn, handOff, turn.Now); // urgent ones have the ladder while somebody is on call
        }

        return handOff;
    }

    private void Grow(Turn turn, ServiceSettings service, HandOff handOff, Kind danger)
    {
        handOff.Alarms++;
        handOff.DangerKind = danger == Kind.Abuse ? danger.ToString() : handOff.DangerKind;
        HandOffLog.Write(turn, handOff, "Alarmed", $"alarm {handOff.Alarms}");
        turn.Update(handOff);
        if (handOff.AcknowledgedAt is not { } accepted)
        {
            return; // the ladder is still climbing
        }

        if (accepted >= turn.Now - AcknowledgementHolds && OnCallLadder.HolderOf(turn, service, handOff) is { } holder)
        {
            ladder.StartWith(turn, service, handOff, holder);
        }
        else
        {
            ladder.Start(turn, service, handOff);
        }
    }
}
