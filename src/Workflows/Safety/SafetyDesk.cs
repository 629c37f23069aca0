using Companion.Dialogs.Safety;
using Companion.Dialogs.Talking;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Safety;

/// <summary>
/// Answers danger in the same turn: the words for its kind, an urgent hand-off whose clock reaches a human being, and the pause that
/// only a person ends. What it says is of the class safety, which STOP, hour, budget and holder do not hold back.
/// </summary>
public sealed class SafetyDesk(Outbox outbox, HandOffDesk desk)
{
    /// <summary>The dialog of the caring question.</summary>
    public const string Caring = "caring";

    /// <summary>The dialog that asks whether it is safe to text.</summary>
    public const string SafeToText = "safe-to-text";

    private const int MostAnHour = 6;
    private static readonly Duration ShortFormWithin = Duration.FromMinutes(30);
    private static readonly Duration ReceiptWithin = Duration.FromMinutes(2);
    private static readonly Duration OfUse = Duration.FromMinutes(60);

    /// <summary>While a flag is open only these dialogs may talk.</summary>
    public static bool MayTalkWhilePaused(Conversation conversation) => conversation.Dialog is Caring or SafeToText;

    /// <summary>Raises or grows the red flag and answers it.</summary>
    /// <returns>The hand-off.</returns>
    public HandOff Red(Turn turn, ServiceSettings service, Kind kind, InboundMessage? message, bool canAnswer)
    {
        var handOff = desk.RedFlag(turn, service, kind.ToString());
        if (canAnswer)
        {
            Answer(turn, service, handOff, kind, message);
        }

        return handOff;
    }

    /// <summary>Ordinary words while a flag is open: kept for the person who clears it; the short form says so, not more than once in thirty minutes.</summary>
    public void Hold(Turn turn, ServiceSettings service, InboundMessage message)
    {
        if (SafetyTexts(turn).Any(said => said.CreatedAt > turn.Now - ShortFormWithin))
        {
            return;
        }

        var handOff = turn.HandOffs.First(h => h.Reason == HandOffReason.RedFlag);
        Say(turn, service, handOff, "safety.hold", message);
    }

    /// <summary>The caring question was answered: yes or unclear is red, no stays visible as a task.</summary>
    public void CaringAnswered(EffectContext context, bool inDanger)
    {
        var kind = Enum.TryParse<Kind>(context.Conversation.Slots["kind"], out var heard) ? heard : Kind.Suicide;
        if (inDanger)
        {
            Red(context.Turn, context.Service, kind, context.Message, canAnswer: true);
        }
    }

    /// <summary>Whether it is safe to text: no means silence until a person has made contact.</summary>
    public void SafeToTextAnswered(EffectContext context, bool safe)
    {
        if (!safe)
        {
            context.Turn.Address.Trouble = AddressTrouble.UnsafeToText;
            context.Turn.Update(context.Turn.Address);
        }

        foreach (var handOff in context.Turn.HandOffs.Where(h => h.Reason == HandOffReason.RedFlag))
        {
            HandOffLog.Write(context.Turn, handOff, safe ? "SafeToText" : "UnsafeToText");
        }
    }

    /// <summary>The age group that the words are chosen by.</summary>
    public static AgeGroup AgeOf(Turn turn, Kind kind)
    {
        var born = turn.People.Count == 1 ? turn.People[0].BirthDate : null;
        born ??= turn.Open
            .Select(conversation => NodaTime.Text.LocalDatePattern.Iso.Parse(conversation.Slots["dob"] ?? ""))
            .Where(read => read.Success)
            .Select(read => (LocalDate?)read.Value)
            .FirstOrDefault();
        return born is { } date
            ? Period.Between(date, turn.Now.Local().Date, PeriodUnits.Years).Years < 18 ? AgeGroup.Under18 : AgeGroup.Adult
            : kind == Kind.Child ? AgeGroup.Under18 : AgeGroup.Unknown;
    }

    private static IEnumerable<OutboundMessage> SafetyTexts(Turn turn) => turn.Said.Where(said => said.Class == SendClass.Safety);

    private void Answer(Turn turn, ServiceSettings service, HandOff handOff, Kind kind, InboundMessage? message)
    {
        var said = SafetyTexts(turn).ToList();
        if (said.Count >= MostAnHour)
        {
            return; // the hand-off grows all the same
        }

        var moment = new SafetyMoment(
            kind,
            AgeOf(turn, kind),
            WebChat: turn.Address.LastChannel == Channel.WebChat,
            HasNumber: turn.Address.Channel == Channel.Sms,
            Repeat: said.Any(text => text.CreatedAt > turn.Now - ShortFormWithin && text.HandOffId == handOff.Id),
            NobodyReads: service.NobodyReads(turn.Now));
        foreach (var key in SafetyWords.For(moment))
        {
            Say(turn, service, handOff, key, message);
        }
    }

    private void Say(Turn turn, ServiceSettings service, HandOff handOff, string key, InboundMessage? message)
    {
        var text = outbox.Say(
            turn,
            service,
            SendClass.Safety,
            $"safety:{handOff.Id}:{message?.Id ?? handOff.Alarms}:{key}",
            new Wording(key) { HandOffId = handOff.Id, InReplyTo = message?.Id, ExpiresAt = turn.Now + OfUse });
        turn.Insert(new TimerRow
        {
            Id = turn.Session.NextId(),
            ServiceId = service.Key,
            Kind = TimerKind.SafetyReceipt,
            DueAt = turn.Now + ReceiptWithin,
            AddressId = turn.Address.Id,
            SubjectId = text.Id,
        });
    }
}
