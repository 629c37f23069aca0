using Companion.Dialogs.Consent;
using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Receiving;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;

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
        if (Heard(message.Words) is not { } heard)
        {
            return false;
        }

        var (act, topic) = (heard.Value.Act, heard.Value.Topic);
        var isClear = heard.Confidence is Confidence.Clear;
        var isNews = !isClear || act == ConsentAct.Help || Change(turn, message, act, topic);
        if (danger || incoming.CannotBeAnswered)
        {
            LeaveToAPerson(turn, service, isClear);
            return true;
        }

        if (turn.OthersMayRead)
        {
            return isClear; // it is done, and nothing is said of it: what is not clear is an answer to whether it is safe
        }

        if (!isClear)
        {
            message.ConversationId = Asked(turn, service, message, topic).Id;
        }
        else if (isNews && byProvider != act)
        {
            Confirm(turn, service, message, act, topic);
        }

        return true;
    }

    /// <summary>
    /// Does what is clear and leaves what is only likely to a person: for a turn in which a mistake of ours keeps us from asking.
    /// </summary>
    public void Record(Turn turn, ServiceSettings service, InboundMessage message, Incoming incoming)
    {
        _ = ProviderActed(turn, message, incoming);
        if (Heard(message.Words) is not { Value: var (act, topic) } heard)
        {
            return;
        }

        var isClear = heard.Confidence is Confidence.Clear;
        LeaveToAPerson(turn, service, isClear);
        if (isClear && act != ConsentAct.Help)
        {
            Change(turn, message, act, topic);
        }
    }

    // A stop that is only likely and cannot be asked about now must not be forgotten.
    private static void LeaveToAPerson(Turn turn, ServiceSettings service, bool isClear)
    {
        if (!isClear)
        {
            StaffTasks.Give(
                turn.Session,
                StaffTasks.CheckConsent,
                new TaskAbout(service.Key, turn.Address.Id),
                StaffWords.Of("task.may-be-stop"),
                turn.Now,
                WorkingTime.EndOfNextOpenDay(service, turn.Now, days: 0));
        }
    }

    // Only a stop that is likely is asked about; what is not clearly START restores nothing, and is answered as words are.
    private static Reading<ConsentWish>? Heard(string words) =>
        ConsentReader.Read(words) is { } heard && heard is { Confidence: Confidence.Clear } or { Value.Act: ConsentAct.Stop } ? heard : null;

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

    // False when the same was said a moment ago and nothing has changed since: its confirmation goes once.
    private static bool Change(Turn turn, InboundMessage message, ConsentAct act, ConsentTopic topic)
    {
        if (act == ConsentAct.Stop)
        {
            return ConsentLedger.Change(turn, topic, stopped: true, message.Id);
        }

        var differs = ConsentLedger.TakeUpTexts(turn, message.Id);
        // START restores what was stopped: the topic named, or all of them.
        foreach (var stopped in Stops.All(turn.Address).Where(t => topic == ConsentTopic.Everything || t == topic).ToList())
        {
            differs |= ConsentLedger.Change(turn, stopped, stopped: false, message.Id);
        }

        return differs || !turn.Recent.Any(earlier => Heard(earlier.Words) is { Confidence: Confidence.Clear, Value.Act: ConsentAct.Start });
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
