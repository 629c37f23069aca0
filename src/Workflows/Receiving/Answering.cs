using System.Globalization;
using Companion.Dialogs.Choosing;
using Companion.Dialogs.Consent;
using Companion.Dialogs.Returning;
using Companion.Dialogs.Talking;
using Companion.Workflows.Consent;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using Companion.Workflows.Safety;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;

namespace Companion.Workflows.Receiving;

/// <summary>What ordinary words come to: relayed, kept for the person who clears a red flag, or given to the dialog they answer.</summary>
public sealed class Answering(Resolver resolver, Talk talk, SafetyDesk safety, Doubting doubting, WhileHeld whileHeld, Outbox outbox)
{
    /// <summary>Answers words that hold neither danger nor a consent word.</summary>
    public async ValueTask Answer(Turn turn, ServiceSettings service, InboundMessage message)
    {
        var tookNumber = turn.IsPaused && safety.TakeNumber(turn, service, message);
        if (turn.Address.Holder is not null || tookNumber)
        {
            if (!AnswerAboutDanger(turn, service, message))
            {
                await whileHeld.Answer(turn, service, message);
            }

            return; // a link worker holds it and sees the message in the conversation
        }

        if (!turn.IsPaused && doubting.Hear(turn, service, message))
        {
            return;
        }

        if (message.Attachments > 0 && !turn.IsPaused)
        {
            SayItCannotBeSeen(turn, service, message);
            if (string.IsNullOrWhiteSpace(message.Words))
            {
                return;
            }
        }

        var said = Talk.Said(turn, service, message);
        var open = turn.IsPaused ? turn.Open.Where(SafetyDesk.MayTalkWhilePaused).ToList() : turn.Open;
        var wasAsked = EndUnanswered(turn, service, message, open, said);
        var found = resolver.Find(open, said, mayAsk: !wasAsked);
        message.Resolved = found.Candidates;
        if (found.Tied.Count > 0)
        {
            AskWhich(turn, service, message, found.Tied);
        }
        else if (found.Conversation is { } conversation)
        {
            message.ConversationId = conversation.Id;
            talk.Hear(turn, service, conversation, message);
        }
        else if (turn.IsPaused)
        {
            safety.Hold(turn, service, message);
        }
        else if (!IsStillNo(turn, said))
        {
            ConsentLedger.TakeUpTexts(turn, message.Id);
            Begin(turn, service, message);
        }
    }

    // What was asked about danger is answered whoever holds the conversation.
    private bool AnswerAboutDanger(Turn turn, ServiceSettings service, InboundMessage message)
    {
        if (turn.Address.Holder is null || turn.Open.Find(SafetyDesk.MayTalkWhilePaused) is not { } asked)
        {
            return false;
        }

        message.ConversationId = asked.Id;
        talk.Hear(turn, service, asked, message);
        return true;
    }

    private void SayItCannotBeSeen(Turn turn, ServiceSettings service, InboundMessage message) =>
        outbox.Say(turn, service, SendClass.Reply, $"picture:{message.Id}", new Wording("handoff.picture") { InReplyTo = message.Id });

    // Asked which question they meant they wrote something else: that question is over, and their words are heard as what they are.
    private bool EndUnanswered(Turn turn, ServiceSettings service, InboundMessage message, List<Conversation> open, Utterance said)
    {
        if (open.Find(asked => asked.Dialog == Resolver.Which && !resolver.Answers(asked, said)) is not { } which)
        {
            return false;
        }

        talk.Hear(turn, service, which, message);
        return true;
    }

    private void AskWhich(Turn turn, ServiceSettings service, InboundMessage message, IReadOnlyList<Conversation> tied)
    {
        var choices = tied.Select(one => (one.Dialog, one.Id.ToString(CultureInfo.InvariantCulture), one.Slots[WhichDialog.LabelSlot])).ToList();
        message.ConversationId = talk.Begin(turn, service, Resolver.Which, WhichDialog.About(message.Words, choices), message).Id;
    }

    // "No thank you" after a no to the neutral question asks for nothing.
    private static bool IsStillNo(Turn turn, Utterance said) =>
        turn.Address.Textable == Textable.Declined && (YesNo.Read(said.Plain) == false || TextableDialog.IsNotThem(said.Plain));

    private void Begin(Turn turn, ServiceSettings service, InboundMessage message)
    {
        if (turn.HandOffs.Exists(handOff => handOff.IsOfAYoungWriter))
        {
            // A person will talk with them: no dialog asks them anything meanwhile.
            outbox.Say(turn, service, SendClass.Reply, $"young:{message.Id}", new Wording("referral.young") { InReplyTo = message.Id });
            return;
        }

        var isShared = turn.Address.Shared || turn.People.Count > 1;
        var (dialog, known) = turn.People.Count == 0
            ? ("referral", ReferralDesk.Known(turn))
            : ("returning", Slots.Empty.With(ReturningDialog.SharedSlot, isShared ? "yes" : null));
        message.ConversationId = talk.Begin(turn, service, dialog, known, message).Id;
    }
}
