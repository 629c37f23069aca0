using Companion.Dialogs.Safety;
using Companion.Dialogs.Talking;
using Companion.Workflows.Consent;
using Companion.Workflows.Conversations;
using Companion.Workflows.Safety;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;

namespace Companion.Workflows.Receiving;

/// <summary>What is heard in every state, whoever holds the conversation: danger first, then consent words.</summary>
public sealed class Hearing(Listener listener, Talk talk, SafetyDesk safety, ConsentDesk consent)
{
    /// <summary>Listens for danger and acts on it; true when the words were answered as danger.</summary>
    public bool Danger(Turn turn, ServiceSettings service, InboundMessage message, bool canAnswer)
    {
        var heard = listener.Hear(message.Words, turn.Recent.Select(recent => recent.Words).ToList());
        message.Heard = heard.Level.ToString();
        switch (heard.Level)
        {
            case Level.Red:
                Write(turn, message, heard, safety.Red(turn, service, heard, message, canAnswer).Id);
                return true;
            case Level.Amber when turn.IsPaused:
                // Under an open flag there is no need to ask: it grows.
                Write(turn, message, heard, safety.Red(turn, service, heard, message, canAnswer).Id);
                return true;
            case Level.Amber:
                Write(turn, message, heard, null);
                return canAnswer && AskCaring(turn, service, message, heard);
            case Level.Noted:
                Write(turn, message, heard, null);
                return false;
            default:
                return false;
        }
    }

    /// <summary>When the words for abuse have asked whether it is safe to text, the next words are the answer to that.</summary>
    public void AwaitWhetherSafe(Turn turn, ServiceSettings service, InboundMessage message) => talk.AwaitWhetherSafe(turn, service, message);

    /// <summary>Acts on STOP, START and HELP; true when the words were answered as such.</summary>
    public bool Consent(Turn turn, ServiceSettings service, InboundMessage message, Incoming incoming, bool danger) =>
        consent.Hear(turn, service, message, incoming, danger);

    /// <summary>Does what consent words clearly say, and leaves the rest to a person: for a turn that could not be taken as it should.</summary>
    public void RecordConsent(Turn turn, ServiceSettings service, InboundMessage message, Incoming incoming) =>
        consent.Record(turn, service, message, incoming);

    // A second amber while the question is open is an answer that is not clear: the dialog makes it red.
    private bool AskCaring(Turn turn, ServiceSettings service, InboundMessage message, Heard heard)
    {
        if (turn.Open.Find(open => open.Dialog == SafetyDesk.Caring) is { } asked)
        {
            talk.Hear(turn, service, asked, message);
            message.ConversationId = asked.Id;
            return true;
        }

        var about = Slots.Empty
            .With(CaringQuestionDialog.KindSlot, heard.Kind.ToString())
            .With(CaringQuestionDialog.ThirdPartySlot, heard.ThirdParty ? "yes" : null);
        message.ConversationId = talk.Begin(turn, service, SafetyDesk.Caring, about, message).Id;
        return true;
    }

    private static void Write(Turn turn, InboundMessage message, Heard heard, long? handOff)
    {
        foreach (var hit in heard.Hits)
        {
            turn.Insert(new SafetyHit
            {
                Id = turn.Session.NextId(),
                ServiceId = turn.Address.ServiceId,
                AddressId = turn.Address.Id,
                MessageId = message.Id,
                HandOffId = handOff,
                At = turn.Now,
                Level = hit.Level.ToString(),
                Kind = hit.Kind.ToString(),
                Rule = hit.Rule,
                Words = hit.Words,
            });
        }
    }
}
