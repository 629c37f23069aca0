using Companion.Dialogs.Talking;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;

namespace Companion.Workflows.Receiving;

/// <summary>What becomes of words that a mistake of ours keeps us from answering: a person reads them, and whoever wrote is told so.</summary>
public sealed class PassOn(HandOffDesk desk, Outbox outbox)
{
    /// <summary>Opens a hand-off for these words and says that a person will read them.</summary>
    public void ToAPerson(Turn turn, ServiceSettings service, InboundMessage message, bool canAnswer)
    {
        var handOff = desk.Ordinary(turn, service, HandOffReason.Misunderstood, conversation: null);
        if (canAnswer)
        {
            outbox.Say(
                turn,
                service,
                SendClass.Reply,
                $"mistake:{message.Id}",
                new Wording("handoff.mistake") { HandOffId = handOff.Id, InReplyTo = message.Id });
        }
    }
}
