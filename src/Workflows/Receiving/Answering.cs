using Companion.Dialogs.Talking;
using Companion.Workflows.Conversations;
using Companion.Workflows.Referrals;
using Companion.Workflows.Safety;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;

namespace Companion.Workflows.Receiving;

/// <summary>What ordinary words come to: relayed, kept for the person who clears a red flag, or given to the dialog they answer.</summary>
public sealed class Answering(Resolver resolver, Talk talk, SafetyDesk safety)
{
    /// <summary>Answers words that hold neither danger nor a consent word.</summary>
    public void Answer(Turn turn, ServiceSettings service, InboundMessage message)
    {
        var tookNumber = turn.IsPaused && safety.TakeNumber(turn, service, message);
        if (turn.Address.Holder is not null || tookNumber)
        {
            return; // a link worker holds it and sees the message in the conversation; the bot stays silent
        }

        var said = Talk.Said(turn, service, message);
        var open = turn.IsPaused ? turn.Open.Where(SafetyDesk.MayTalkWhilePaused).ToList() : turn.Open;
        var found = resolver.Find(open, said);
        message.Resolved = found.Candidates;
        if (found.Conversation is { } conversation)
        {
            message.ConversationId = conversation.Id;
            talk.Hear(turn, service, conversation, message);
        }
        else if (turn.IsPaused)
        {
            safety.Hold(turn, service, message);
        }
        else
        {
            Begin(turn, service, message);
        }
    }

    private void Begin(Turn turn, ServiceSettings service, InboundMessage message)
    {
        var (dialog, known) = turn.People.Count == 0 ? ("referral", ReferralDesk.Known(turn)) : ("returning", Slots.Empty);
        message.ConversationId = talk.Begin(turn, service, dialog, known, message).Id;
    }
}
