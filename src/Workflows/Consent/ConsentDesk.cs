using Companion.Dialogs.Consent;
using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;
using Companion.Workflows.Conversations;
using Companion.Workflows.People;
using Companion.Workflows.Receiving;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;

namespace Companion.Workflows.Consent;

/// <summary>
/// STOP, START and HELP, in every state. What is clear is done at once; what is likely is asked about. The provider's own block and
/// our ledger are two facts: both are written down, both must allow.
/// </summary>
public sealed class ConsentDesk(Outbox outbox, Talk talk, OptOutSettings optOut)
{
    /// <summary>The dialog that asks whether they meant stop.</summary>
    public const string StopQuestion = "stop-question";

    /// <summary>Hears consent words; true when they were answered as such.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="service">The service.</param>
    /// <param name="message">The words.</param>
    /// <param name="incoming">How they came, and what the provider did about them.</param>
    /// <param name="danger">True when the words were answered as danger: consent is still done, but nothing is asked or explained.</param>
    public bool Hear(Turn turn, ServiceSettings service, InboundMessage message, Incoming incoming, bool danger)
    {
        var byProvider = ProviderActed(turn, message, incoming);
        if (ConsentReader.Read(message.Words) is not { } heard || heard is { Confidence: not Confidence.Clear, Value.Act: not ConsentAct.Stop })
        {
            return false; // only a stop that is likely is asked about; what is not clearly START restores nothing, and is answered as words are
        }

        var (act, topic) = (heard.Value.Act, heard.Value.Topic);
        var isNews = heard.Confidence is not Confidence.Clear || act == ConsentAct.Help || Change(turn, message, act, topic);

        if (danger || incoming.CannotBeAnswered)
        {
            return true;
        }

        if (heard.Confidence is not Confidence.Clear)
        {
            message.ConversationId = Asked(turn, service, message, topic).Id;
        }
        else if (isNews && byProvider != act)
        {
            Confirm(turn, service, message, act, topic);
        }

        return true;
    }

    // One question, however often the words come: an older one left open would take a later "yes" for a stop.
    private Conversation Asked(Turn turn, ServiceSettings service, InboundMessage message, ConsentTopic topic)
    {
        if (turn.Open.Find(open => open.Dialog == StopQuestion) is not { } asked)
        {
            return talk.Begin(turn, service, StopQuestion, Slots.Empty.With(StopQuestionDialog.TopicSlot, topic.ToString()), message);
        }

        talk.Hear(turn, service, asked, message);
        return asked;
    }

    // False when STOP was said again of what is stopped: its confirmation goes once.
    private static bool Change(Turn turn, InboundMessage message, ConsentAct act, ConsentTopic topic)
    {
        if (act == ConsentAct.Stop)
        {
            return ConsentLedger.Change(turn, topic, stopped: true, message.Id);
        }

        ConsentLedger.TakeUpTexts(turn, message.Id);
        // START restores what was stopped: the topic named, or all of them.
        foreach (var stopped in Stops.All(turn.Address).Where(t => topic == ConsentTopic.Everything || t == topic).ToList())
        {
            ConsentLedger.Change(turn, stopped, stopped: false, message.Id);
        }

        return true;
    }

    private void Confirm(Turn turn, ServiceSettings service, InboundMessage message, ConsentAct act, ConsentTopic topic) => outbox.Say(
        turn,
        service,
        act == ConsentAct.Help ? SendClass.Help : SendClass.StopOrStart,
        $"consent:{message.Id}",
        new Wording($"consent.{act}.{topic}".ToLowerInvariant()) { InReplyTo = message.Id });

    // On a bare STOP word the provider has blocked the pair and answered by itself; it says so, or its settings do.
    private ConsentAct? ProviderActed(Turn turn, InboundMessage message, Incoming incoming)
    {
        if (incoming.Channel != Channel.Sms)
        {
            return null;
        }

        var acted = Enum.TryParse<ConsentAct>(incoming.ProviderOptOut, ignoreCase: true, out var told) ? told
            : optOut.ByProvider ? ProviderKeywords.ActedOn(message.Words)
            : (ConsentAct?)null;
        if (acted is ConsentAct.Stop && !turn.Address.ProviderBlocked)
        {
            ConsentLedger.ProviderBlock(turn, blocked: true, message.Id);
        }
        else if (acted is ConsentAct.Start && turn.Address.ProviderBlocked)
        {
            ConsentLedger.ProviderBlock(turn, blocked: false, message.Id);
        }

        return acted;
    }
}

/// <summary>Who answers STOP words.</summary>
public sealed class OptOutSettings
{
    /// <summary>True when the provider blocks and answers by itself (Twilio's default), so that we record and say nothing.</summary>
    public bool ByProvider { get; set; } = true;
}
