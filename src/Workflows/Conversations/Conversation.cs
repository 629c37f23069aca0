using Companion.Dialogs.Talking;
using NodaTime;

namespace Companion.Workflows.Conversations;

/// <summary>One dialog with one address, from its first question to its end.</summary>
public sealed class Conversation
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public long AddressId { get; set; }

    public long? PersonId { get; set; }

    public required string Dialog { get; set; }

    public int DialogVersion { get; set; }

    public required string State { get; set; }

    public Slots Slots { get; set; } = Slots.Empty;

    public int Misunderstood { get; set; }

    /// <summary>Counts the moves; a timer armed for an earlier one does nothing.</summary>
    public int Moves { get; set; }

    public Instant OpenedAt { get; set; }

    public Instant MovedAt { get; set; }

    public Instant? ClosedAt { get; set; }

    /// <summary>When what it is about takes place (an appointment, a session); the gate judges its texts by it.</summary>
    public Instant? EventAt { get; set; }

    /// <summary>Until when it may be answered, where its dialog's own silence is not what ends it.</summary>
    public Instant? OpenUntil { get; set; }

    public string? CloseReason { get; set; }

    /// <summary>Where the dialog stands.</summary>
    public Place Place => new(Dialog, DialogVersion, State, Slots, Misunderstood);
}

/// <summary>Words that arrived; also the inbox, for a provider's id is taken once.</summary>
public sealed class InboundMessage
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public long AddressId { get; set; }

    /// <summary>The conversation it was given to, if any.</summary>
    public long? ConversationId { get; set; }

    public People.Channel Channel { get; set; }

    /// <summary>The provider's id of the message (Twilio's MessageSid); unique in a channel.</summary>
    public required string ProviderId { get; set; }

    /// <summary>The words; empty once they were forgotten.</summary>
    public required string Words { get; set; }

    /// <summary>When the words were taken out for good, because the person asked; null while they are there.</summary>
    public Instant? ForgottenAt { get; set; }

    public Instant ReceivedAt { get; set; }

    /// <summary>Pictures and files that came with it; they are not read.</summary>
    public int Attachments { get; set; }

    /// <summary>What the listener made of it: None, Noted, Amber or Red.</summary>
    public string Heard { get; set; } = "None";

    /// <summary>Which open questions the words could have answered and which got them, for the record.</summary>
    public string? Resolved { get; set; }
}
