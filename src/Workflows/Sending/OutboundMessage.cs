using Companion.Workflows.People;
using NodaTime;

namespace Companion.Workflows.Sending;

/// <summary>The classes of the send gate's table, in the order the sender claims them.</summary>
public enum SendClass
{
    /// <summary>Answers a red flag just received.</summary>
    Safety,

    /// <summary>Tells somebody on call.</summary>
    OnCall,

    /// <summary>Confirms STOP or START.</summary>
    StopOrStart,

    /// <summary>A link worker's own words.</summary>
    LinkWorker,

    /// <summary>Answers HELP, which goes even after STOP.</summary>
    Help,

    /// <summary>Answers words just received.</summary>
    Reply,

    /// <summary>Cancelled or moved by the service.</summary>
    ServiceChange,

    /// <summary>Reminds of an appointment or group.</summary>
    Reminder,

    CheckIn,

    Nudge,

    Offer,

    /// <summary>The one neutral question to a number that somebody else gave.</summary>
    AskToText,

    /// <summary>What the bot answers although a link worker holds the conversation.</summary>
    WhileHeld,
}

/// <summary>Where an outbound row stands. The order is one way; a later report never moves it back.</summary>
public enum SendStatus
{
    /// <summary>Waiting for its time, or for the sender.</summary>
    Queued,

    /// <summary>Past the gate, about to be or being handed to the provider.</summary>
    Sending,

    /// <summary>The provider may or may not have it: settled by its receipt or by asking.</summary>
    Unknown,

    /// <summary>The provider has it.</summary>
    Accepted,

    /// <summary>The provider handed it to the network, or the chat page can show it.</summary>
    Sent,

    /// <summary>The network or provider could not deliver it.</summary>
    Undelivered,

    Delivered,

    /// <summary>The gate or the provider refused it; see the reason.</summary>
    Refused,

    /// <summary>Too late to be of use.</summary>
    Expired,

    /// <summary>Merged into a later reply while still unsent.</summary>
    Superseded,
}

/// <summary>Words on their way out: the outbox. Refusals stay, with their reason.</summary>
public sealed class OutboundMessage
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    /// <summary>Null for words to somebody on call.</summary>
    public long? AddressId { get; set; }

    public long? ConversationId { get; set; }

    public long? HandOffId { get; set; }

    /// <summary>The message this answers.</summary>
    public long? InReplyTo { get; set; }

    public Channel Channel { get; set; }

    /// <summary>The number, chat token or e-mail address it goes to.</summary>
    public required string To { get; set; }

    public SendClass Class { get; set; }

    /// <summary>Person, purpose, step and version: nothing with the same key is ever made twice.</summary>
    public required string SendKey { get; set; }

    /// <summary>The resource key the words were rendered from, for the record of wording.</summary>
    public required string TextKey { get; set; }

    public required string Words { get; set; }

    /// <summary>SMS segments; 0 on other channels.</summary>
    public int Segments { get; set; }

    public Instant CreatedAt { get; set; }

    public Instant DueAt { get; set; }

    /// <summary>After this it is of no use.</summary>
    public Instant ExpiresAt { get; set; }

    /// <summary>When what it tells of takes place, for reminders and changes.</summary>
    public Instant? EventAt { get; set; }

    public SendStatus Status { get; set; }

    /// <summary>Why it was refused, deferred, held or failed, in words.</summary>
    public string? Reason { get; set; }

    /// <summary>The provider's id (Twilio's MessageSid).</summary>
    public string? ProviderId { get; set; }

    /// <summary>The provider's error code.</summary>
    public int? ErrorCode { get; set; }

    public int Attempts { get; set; }

    /// <summary>Until when the sender that claimed it has it to itself.</summary>
    public Instant? ClaimedUntil { get; set; }

    public Instant? SentAt { get; set; }

    /// <summary>When a safety text of unknown outcome was sent once more.</summary>
    public Instant? SentAgainAt { get; set; }
}
