using Companion.Dialogs.Appointments;
using Companion.Dialogs.CheckIns;
using Companion.Dialogs.Consent;
using Companion.Dialogs.Groups;
using Companion.Dialogs.Talking;
using Companion.Workflows.Appointments;
using Companion.Workflows.Consent;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using Companion.Workflows.Safety;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.Conversations;

/// <summary>What an effect is carried out in.</summary>
/// <param name="Turn">The turn.</param>
/// <param name="Service">The service that speaks.</param>
/// <param name="Conversation">The conversation that wants it.</param>
/// <param name="Message">The message that led to it, or null when a timer did.</param>
public sealed record EffectContext(Turn Turn, ServiceSettings Service, Conversation Conversation, InboundMessage? Message);

/// <summary>Carries out the effects of a dialog: each becomes rows of the feature it belongs to.</summary>
public sealed class CarryOut(Outbox outbox, HandOffDesk desk, ReferralDesk referrals, SafetyDesk safety, IEnumerable<IDesk> features, Links links)
{
    private static readonly Duration ChatLinkLasts = Duration.FromHours(24);

    /// <summary>Carries out effects in their order.</summary>
    /// <exception cref="InvalidOperationException">An effect has nobody to carry it out: a mistake of ours.</exception>
    public void All(EffectContext context, IReadOnlyList<Effect> effects)
    {
        for (var at = 0; at < effects.Count; at++)
        {
            One(context, effects[at], at);
        }
    }

    private void One(EffectContext context, Effect effect, int at)
    {
        switch (effect)
        {
            case Say say:
                Say(context, say.Key, at, say.Words);
                break;
            case OpenHandOff { Reason: HandOffReason.RedFlag }:
                safety.NotSafe(context);
                break;
            case OpenHandOff handOff:
                desk.Ordinary(context.Turn, context.Service, handOff.Reason, context.Conversation);
                break;
            case SubmitReferral:
                var referral = referrals.Submit(context);
                Say(context, referral.DoneKey, at, referral.Words);
                break;
            case RecordConsent consent:
                Consented(context, consent);
                break;
            case ChangeTexts change:
                ConsentLedger.Change(context.Turn, change.Topic, change.Stopped, context.Message?.Id);
                break;
            case MarkSharedPhone:
                context.Turn.Address.Shared = true;
                context.Turn.Update(context.Turn.Address);
                break;
            case AnswerCaringQuestion answer:
                safety.CaringAnswered(context, answer.InDanger);
                break;
            case AnswerSafeToText answer:
                safety.SafeToTextAnswered(context, answer.Safe);
                break;
            case SendChatLink:
                Say(context, "chat.link", at, [("link", links.Make(context.Turn, LinkPurpose.ContinueInChat, ChatLinkLasts))]);
                break;
            case BeginDialog:
                break; // the talk itself begins it, after everything else was carried out
            case GiveWords kept when context.Turn.Chosen(kept) is null:
                desk.Ordinary(context.Turn, context.Service, HandOffReason.Misunderstood, context.Conversation);
                Say(context, "consent.question.person", at, []);
                break;
            case GiveWords:
                break; // so does this
            default:
                ByItsFeature(context, effect);
                break;
        }
    }

    private void ByItsFeature(EffectContext context, Effect effect)
    {
        if (!features.Any(feature => feature.CarryOut(context, effect)))
        {
            throw new InvalidOperationException($"Nobody carries out {effect.GetType().Name}.");
        }
    }

    private void Say(EffectContext context, string key, int at, IReadOnlyList<(string Name, string Value)> words) => outbox.Say(
        context.Turn,
        context.Service,
        ClassOf(context.Conversation, isAnswer: context.Message is not null),
        $"{context.Conversation.Id}:{context.Conversation.Moves}:{at}",
        new Wording(key, words)
        {
            ConversationId = context.Conversation.Id,
            InReplyTo = context.Message?.Id,
            EventAt = context.Conversation.EventAt,
        });

    // What a person is asked about danger, and told about it, is not held back by the flag it belongs to.
    private static SendClass ClassOf(Conversation conversation, bool isAnswer) => conversation.Dialog switch
    {
        SafetyDesk.Caring or SafetyDesk.SafeToText => SendClass.Safety,
        "stop-question" => SendClass.StopOrStart,
        "textable" when !isAnswer => SendClass.AskToText,
        CheckInDialog.Key when !isAnswer => SendClass.CheckIn,
        SessionDialog.Key when !isAnswer => SendClass.Reminder,
        PlaceOfferDialog.Key when !isAnswer => SendClass.Offer,
        AppointmentDialog.Key when !isAnswer => TellAppointment.ClassOf(conversation),
        _ => isAnswer ? SendClass.Reply : SendClass.Nudge,
    };

    private static void Consented(EffectContext context, RecordConsent consent)
    {
        ConsentLedger.Write(
            context.Turn,
            consent.Topic,
            consent.Agreed ? ConsentChange.Agreed : ConsentChange.Refused,
            ConsentBasis.Consent,
            "person",
            consent.Wording,
            context.Message?.Id);
        if (consent.Topic == ConsentTopic.TextingThisNumber)
        {
            context.Turn.Address.Textable = consent.Agreed ? Textable.Agreed : Textable.Declined;
            context.Turn.Update(context.Turn.Address);
            if (consent.Agreed)
            {
                ClaimNumber.Agreed(context.Turn, context.Conversation);
            }
        }
    }
}
