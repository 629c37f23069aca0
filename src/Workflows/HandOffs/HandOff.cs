using Companion.Dialogs.Safety;
using Companion.Dialogs.Talking;
using NodaTime;

namespace Companion.Workflows.HandOffs;

/// <summary>A person waits for a human being. Its clock runs from <see cref="OpenedAt"/>; only a person clears it.</summary>
public sealed class HandOff
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public long AddressId { get; set; }

    public long? PersonId { get; set; }

    public long? ConversationId { get; set; }

    /// <summary>What staff say to each other; carries nothing of the person.</summary>
    public required string Reference { get; set; }

    public HandOffReason Reason { get; set; }

    /// <summary>True when it came from a referral of somebody else than the one who writes.</summary>
    public bool ForAnother { get; set; }

    /// <summary>True when whoever writes is under 18 and waits for a person: they get a child's words and no questions.</summary>
    public bool IsOfAYoungWriter => Reason == HandOffReason.Under18 && !ForAnother;

    /// <summary>Urgent ones are measured in elapsed minutes, day and night.</summary>
    public bool Urgent { get; set; }

    /// <summary>The kind of danger, for a red flag: what was heard first, or abuse once that was heard, because it asks for silence.</summary>
    public string? DangerKind { get; set; }

    /// <summary>What the person answered when last asked whether it is safe to text them; null while they have not.</summary>
    public bool? SafeToText { get; set; }

    /// <summary>True once abuse was heard.</summary>
    public bool IsAbuse => DangerKind == nameof(Kind.Abuse);

    /// <summary>True while the wrong person may be reading: abuse was heard, and the person has not said that texts are safe.</summary>
    public bool OthersMayRead => IsAbuse && SafeToText != true;

    public Instant OpenedAt { get; set; }

    public Instant DueAt { get; set; }

    /// <summary>How many times the person has said something dangerous since; it grows.</summary>
    public int Alarms { get; set; }

    /// <summary>True when no alarm came after somebody was shown so many; also for who was shown no number.</summary>
    internal bool IsAsShown(int? alarms) => alarms is null || alarms == Alarms;

    /// <summary>How many rungs of the on-call ladder have been told.</summary>
    public int Rung { get; set; }

    /// <summary>Who on call has been told since the ladder last began, by name, one a line.</summary>
    public string? Told { get; set; }

    /// <summary>Which workers have been told since the queue last began, by name, one a line.</summary>
    public string? WorkersTold { get; set; }

    /// <summary>The person could not be texted: phone.</summary>
    public bool CouldNotBeTexted { get; set; }

    /// <summary>The number to call that somebody without one gave in web chat, E.164.</summary>
    public string? CallbackNumber { get; set; }

    public Instant? AcknowledgedAt { get; set; }

    public string? AcknowledgedBy { get; set; }

    /// <summary>How many times whoever accepted it has been asked whether it is done, and has not answered.</summary>
    public int StillAsked { get; set; }

    /// <summary>When they were last asked; null while they have not been since they accepted.</summary>
    public Instant? StillAskedAt { get; set; }

    /// <summary>The worker who holds the conversation; null while it waits for one. All open hand-offs of one address have the same owner.</summary>
    public long? OwnerId { get; set; }

    /// <summary>The owner's name, as colleagues know them.</summary>
    public string? Owner { get; set; }

    /// <summary>Counts each taking and giving back: whoever acts shows the number they took it with, and an old one does nothing.</summary>
    public int Fence { get; set; }

    /// <summary>When the owner has to have done something; then they are reminded, and after that it goes back to the queue.</summary>
    public Instant? ActBy { get; set; }

    /// <summary>When the owner was reminded; null once they have done something.</summary>
    public Instant? RemindedAt { get; set; }

    public Instant? ClearedAt { get; set; }

    public string? ClearedBy { get; set; }

    public string? Outcome { get; set; }
}

/// <summary>What happened to a hand-off, append-only: who was told, how and when, until somebody acknowledged.</summary>
public sealed class HandOffEvent
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public long HandOffId { get; set; }

    public Instant At { get; set; }

    /// <summary>
    /// A short past-tense word: Opened, Alarmed, Told, CouldNotTell, CouldNotBeTexted, NumberGiven, SafeToText, UnsafeToText, SafeToTextAgain,
    /// Acknowledged, Unanswered, PickedUp, Replied, NotDelivered, Noted, Reminded, Lapsed, Transferred, Returned, Away, Edited, Deleted, Cleared.
    /// </summary>
    public required string Kind { get; set; }

    /// <summary>Who or how, never the person's words.</summary>
    public string? Detail { get; set; }
}

/// <summary>What a worker wrote down about a hand-off for colleagues. The person never sees it.</summary>
public sealed class HandOffNote
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public long HandOffId { get; set; }

    public long AddressId { get; set; }

    public Instant At { get; set; }

    /// <summary>Who wrote it, as colleagues know them.</summary>
    public required string By { get; set; }

    public required string Words { get; set; }
}

/// <summary>Work for a member of staff that no text can do.</summary>
public sealed class StaffTask
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public long AddressId { get; set; }

    public long? HandOffId { get; set; }

    /// <summary>What to do: one of the kinds of StaffTasks.</summary>
    public required string Kind { get; set; }

    /// <summary>Why, in words for staff.</summary>
    public required string Reason { get; set; }

    public Instant CreatedAt { get; set; }

    public Instant DueAt { get; set; }

    public Instant? DoneAt { get; set; }

    public string? DoneBy { get; set; }
}

/// <summary>A link that works once: the GET shows a button, the POST redeems it.</summary>
public sealed class SignedLink
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public LinkPurpose Purpose { get; set; }

    public long AddressId { get; set; }

    public long? HandOffId { get; set; }

    /// <summary>Who it was sent to, for an acknowledge link.</summary>
    public string? Holder { get; set; }

    /// <summary>The appointment, for a link to a calendar file.</summary>
    public long? AppointmentId { get; set; }

    public Instant CreatedAt { get; set; }

    public Instant ExpiresAt { get; set; }

    public Instant? RedeemedAt { get; set; }
}
