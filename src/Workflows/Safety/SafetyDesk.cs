using Companion.Dialogs.Referrals;
using Companion.Dialogs.Safety;
using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;
using NodaTime.Text;

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
    public HandOff Red(Turn turn, ServiceSettings service, Heard heard, InboundMessage? message, bool canAnswer)
    {
        var handOff = desk.RedFlag(turn, service, heard.Kind);
        if (NumberIn(turn, message) is { } number)
        {
            desk.NumberGiven(turn, service, handOff, number);
        }

        if (canAnswer)
        {
            Answer(turn, service, handOff, heard, message);
        }

        return handOff;
    }

    /// <summary>Ordinary words while a flag is open: kept for the person who clears it; the short form says so, not more than once in thirty minutes.</summary>
    public void Hold(Turn turn, ServiceSettings service, InboundMessage message)
    {
        var handOff = turn.HandOffs.First(h => h.Reason == HandOffReason.RedFlag);
        if (handOff.IsAbuse || turn.SafetySaid.Any(said => said.CreatedAt > turn.Now - ShortFormWithin))
        {
            return; // after abuse: silence, because the wrong person may be reading
        }

        Say(turn, service, handOff, "safety.hold", message);
    }

    /// <summary>
    /// Somebody in web chat, whose number we do not have, gives the number to call while a flag is open: it goes onto the hand-off.
    /// </summary>
    /// <returns>True when there was one in the words; it was thanked for unless a link worker holds the conversation.</returns>
    public bool TakeNumber(Turn turn, ServiceSettings service, InboundMessage message)
    {
        if (NumberIn(turn, message) is not { } number)
        {
            return false;
        }

        var handOff = turn.HandOffs.First(h => h.Reason == HandOffReason.RedFlag);
        desk.NumberGiven(turn, service, handOff, number);
        if (turn.Address.Holder is null)
        {
            Say(turn, service, handOff, "safety.number-thanks", message);
        }

        return true;
    }

    /// <summary>The caring question was answered: yes or unclear is red, no stays visible as a task.</summary>
    public void CaringAnswered(EffectContext context, bool inDanger)
    {
        if (inDanger)
        {
            Red(context.Turn, context.Service, AsRed(context.Conversation), context.Message, canAnswer: true);
        }
    }

    /// <summary>Asked in private, the person said that they are not safe at home: answered as abuse is, neutrally.</summary>
    public void NotSafe(EffectContext context) =>
        Red(context.Turn, context.Service, new Heard(Level.Red, Kind.Abuse, ThirdParty: false, []), context.Message, canAnswer: true);

    /// <summary>What a caring question was asked about, become red.</summary>
    public static Heard AsRed(Conversation caring) => new(
        Level.Red,
        Enum.TryParse<Kind>(caring.Slots[CaringQuestionDialog.KindSlot], out var kind) ? kind : Kind.Suicide,
        caring.Slots[CaringQuestionDialog.ThirdPartySlot] is not null,
        []);

    /// <summary>Whether it is safe to text: no means silence until a person has made contact.</summary>
    public void SafeToTextAnswered(EffectContext context, bool safe)
    {
        if (!safe)
        {
            context.Turn.Address.Mark(AddressTrouble.UnsafeToText);
            context.Turn.Update(context.Turn.Address);
        }

        foreach (var handOff in context.Turn.HandOffs.Where(h => h.Reason == HandOffReason.RedFlag))
        {
            handOff.SafeToText = safe;
            context.Turn.Update(handOff);
            HandOffLog.Write(context.Turn, handOff, safe ? "SafeToText" : "UnsafeToText");
        }
    }

    /// <summary>The age group that the words are chosen by.</summary>
    public static AgeGroup AgeOf(Turn turn, Heard heard)
    {
        if (turn.HandOffs.Exists(handOff => handOff.IsOfAYoungWriter))
        {
            return AgeGroup.Under18;
        }

        var born = turn.Writer?.BirthDate;
        return (born ?? (heard.ThirdParty ? null : TheirOwn(turn))) is { } date
            ? Period.Between(date, turn.Now.Local().Date, PeriodUnits.Years).Years < 18 ? AgeGroup.Under18 : AgeGroup.Adult
            : heard is { Kind: Kind.Child, ThirdParty: false } ? AgeGroup.Under18 : AgeGroup.Unknown;
    }

    // In a referral of somebody else the date of birth is not the writer's. One that waits to be confirmed is the best there is.
    private static LocalDate? TheirOwn(Turn turn) => turn.Open
        .Where(conversation => conversation.Slots[ReferralSlots.For] == "me")
        .Select(conversation => conversation.Slots[ReferralSlots.DateOfBirth] ?? conversation.Slots[ReferralSlots.Pending(ReferralSlots.DateOfBirth)])
        .Select(born => LocalDatePattern.Iso.Parse(born ?? ""))
        .Where(read => read.Success)
        .Select(read => (LocalDate?)read.Value)
        .FirstOrDefault();

    private void Answer(Turn turn, ServiceSettings service, HandOff handOff, Heard heard, InboundMessage? message)
    {
        var said = turn.SafetySaid;
        if (said.Count >= MostAnHour)
        {
            return; // the hand-off grows all the same
        }

        // Whatever is heard while the wrong person may be reading, the words are those for abuse: they give away nothing.
        var red = heard with { Level = Level.Red, Kind = handOff.OthersMayRead ? Kind.Abuse : heard.Kind };
        var repeat = said.Any(text => text.CreatedAt > turn.Now - ShortFormWithin && text.HandOffId == handOff.Id
            && (red.Kind != Kind.Abuse || SafetyWords.IsOfAbuse(text.TextKey)));
        foreach (var key in SafetyWords.For(red, AgeOf(turn, heard), By(turn, handOff), repeat, !service.NobodyReads(turn.Now)))
        {
            Say(turn, service, handOff, key, message);
            Await(turn, handOff, key);
        }
    }

    // Asked again, an earlier yes no longer counts: things may have changed.
    private static void Await(Turn turn, HandOff handOff, string key)
    {
        if (SafetyWords.AskWhetherSafe(key))
        {
            handOff.SafeToText = null;
            turn.AskedWhetherSafe = true;
            turn.Update(handOff);
        }
    }

    private static PhoneNumber? NumberIn(Turn turn, InboundMessage? message) =>
        turn.Address.Channel == Channel.WebChat && message is not null ? PhoneReader.Read(message.Words)?.Value : null;

    private static AnsweredBy By(Turn turn, HandOff handOff) => (turn.Address.LastChannel, turn.Address.Channel) switch
    {
        (Channel.WebChat, Channel.WebChat) when handOff.CallbackNumber is null => AnsweredBy.WebChatWithoutNumber,
        (Channel.WebChat, _) => AnsweredBy.WebChat,
        _ => AnsweredBy.Text,
    };

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
