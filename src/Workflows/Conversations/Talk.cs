using Companion.Dialogs.CheckIns;
using Companion.Dialogs.Talking;
using Companion.Workflows.Referrals;
using Companion.Workflows.Safety;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Conversations;

/// <summary>What a conversation is about, when it is an event.</summary>
/// <param name="At">When it takes place.</param>
/// <param name="OpenUntil">Until when it may be answered.</param>
public sealed record TalkedEvent(Instant At, Instant OpenUntil);

/// <summary>Moves dialogs and carries out what they want, as rows of a turn.</summary>
public sealed class Talk(DialogBook dialogs, CarryOut carryOut)
{
    /// <summary>Opens a conversation and makes its first move.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="service">The service that speaks.</param>
    /// <param name="dialog">The dialog's name.</param>
    /// <param name="known">What is known already.</param>
    /// <param name="message">The message that led here, or null when a timer did.</param>
    /// <param name="about">The event it is about, if any.</param>
    public Conversation Begin(Turn turn, ServiceSettings service, string dialog, Slots known, InboundMessage? message, TalkedEvent? about = null)
    {
        var said = Said(turn, service, message);
        var step = dialogs.With(dialog, d => d.Begin(known, said));
        var conversation = turn.Insert(new Conversation
        {
            Id = turn.Session.NextId(),
            ServiceId = service.Key,
            AddressId = turn.Address.Id,
            PersonId = turn.Address.Shared ? null : turn.Writer?.Id,
            Dialog = dialog,
            DialogVersion = step.Place.Version,
            State = step.Place.State,
            OpenedAt = turn.Now,
            MovedAt = turn.Now,
            EventAt = about?.At,
            OpenUntil = about?.OpenUntil,
        });
        turn.Open.Insert(0, conversation);
        Settle(turn, service, conversation, step, message);
        return conversation;
    }

    /// <summary>Gives words to a conversation.</summary>
    public void Hear(Turn turn, ServiceSettings service, Conversation conversation, InboundMessage message)
    {
        var said = Said(turn, service, message);
        Settle(turn, service, conversation, dialogs.With(conversation.Dialog, d => d.Hear(conversation.Place, said)), message);
    }

    /// <summary>Tells a conversation that nobody answered.</summary>
    public void Silence(Turn turn, ServiceSettings service, Conversation conversation)
    {
        var said = Said(turn, service, null);
        Settle(turn, service, conversation, dialogs.With(conversation.Dialog, d => d.Silence(conversation.Place, said)), null);
    }

    /// <summary>True when an answer is awaited in a conversation; others only listen.</summary>
    public bool Asks(Conversation conversation) => dialogs.With(conversation.Dialog, dialog => dialog.Asks(conversation.Place));

    /// <summary>Ends a conversation without a word: what it asked is settled elsewhere, and what it had still to say is taken back.</summary>
    public static void Drop(Turn turn, Conversation conversation, string reason)
    {
        (conversation.ClosedAt, conversation.CloseReason) = (turn.Now, reason);
        turn.Open.Remove(conversation);
        turn.Update(conversation);
        Outbox.TakeBack(turn, conversation.Id);
    }

    /// <summary>The words for abuse have asked whether it is safe to text, wherever they were said: what is written next is the answer.</summary>
    public void AwaitWhetherSafe(Turn turn, ServiceSettings service, InboundMessage? message)
    {
        if (turn.AskedWhetherSafe && !turn.Open.Exists(open => open.Dialog == SafetyDesk.SafeToText))
        {
            Begin(turn, service, SafetyDesk.SafeToText, Slots.Empty, message);
        }
    }

    /// <summary>What the dialog may know of a message and its moment.</summary>
    public static Utterance Said(Turn turn, ServiceSettings service, InboundMessage? message) =>
        new(message?.Words ?? "", turn.Now.Local().Date, service.Facts);

    private void Settle(Turn turn, ServiceSettings service, Conversation conversation, Step step, InboundMessage? message)
    {
        (conversation.State, conversation.Slots, conversation.Misunderstood) = (step.Place.State, step.Place.Slots, step.Place.Misunderstood);
        (conversation.MovedAt, conversation.Moves) = (turn.Now, conversation.Moves + 1);
        if (step.Place.HasEnded)
        {
            conversation.ClosedAt = turn.Now;
            conversation.CloseReason = step.Place.Slots["closed.reason"] ?? "finished";
            turn.Open.Remove(conversation);
        }
        else
        {
            ArmSilence(turn, conversation, conversation.OpenUntil ?? turn.Now + SilenceAfter(service, conversation.Dialog));
        }

        turn.Update(conversation);
        carryOut.All(new EffectContext(turn, service, conversation, message), step.Effects);
        foreach (var next in step.Effects.OfType<BeginDialog>())
        {
            Begin(turn, service, next.Dialog, ReferralDesk.Known(turn), message);
        }

        foreach (var kept in step.Effects.OfType<GiveWords>())
        {
            Give(turn, service, conversation, kept, message);
        }
    }

    // What they wrote first and the number they chose with are filed where they were meant to go.
    private void Give(Turn turn, ServiceSettings service, Conversation asked, GiveWords kept, InboundMessage? message)
    {
        if (turn.Chosen(kept) is not { } chosen)
        {
            return; // its question has closed: a person was given the words
        }

        turn.Session.Execute("UPDATE \"Inbound\" SET \"ConversationId\" = @p1 WHERE \"ConversationId\" = @p0", asked.Id, chosen.Id);
        message?.ConversationId = chosen.Id;
        var said = Said(turn, service, message) with { Words = kept.Words };
        Settle(turn, service, chosen, dialogs.With(chosen.Dialog, d => d.Hear(chosen.Place, said)), message);
    }

    /// <summary>Arms the one timer a conversation has, for its newest move: each move puts it off.</summary>
    internal static void ArmSilence(Turn turn, Conversation conversation, Instant due) => turn.Insert(new TimerRow
    {
        Id = turn.Session.NextId(),
        ServiceId = conversation.ServiceId,
        Kind = TimerKind.Silence,
        DueAt = due,
        AddressId = conversation.AddressId,
        SubjectId = conversation.Id,
        ArmedFor = conversation.Moves,
    });

    private static Duration SilenceAfter(ServiceSettings service, string dialog) => dialog switch
    {
        SafetyDesk.Caring => Duration.FromMinutes(15),
        Receiving.Resolver.Which => Duration.FromHours(1), // later, a "1" is about something else
        CheckInDialog.Key => Duration.FromHours(service.CheckIns.NudgeAfterHours),
        "textable" => Duration.FromDays(14), // asked once and never pressed; a late yes is a yes
        _ => Duration.FromHours(service.NudgeAfterHours),
    };
}
