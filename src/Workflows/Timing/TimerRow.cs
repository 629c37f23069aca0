using NodaTime;

namespace Companion.Workflows.Timing;

/// <summary>What a timer is for.</summary>
public enum TimerKind
{
    /// <summary>Nobody answered an open question.</summary>
    Silence,

    /// <summary>An urgent hand-off is not acknowledged: tell the next on call.</summary>
    ClimbLadder,

    /// <summary>A safety text is not confirmed as delivered.</summary>
    SafetyReceipt,

    /// <summary>Somebody gave another person's number: it gets the one neutral question, in a turn of its own.</summary>
    ClaimNumber,

    /// <summary>A check-in is due to be asked.</summary>
    CheckIn,

    /// <summary>A member of a group is reminded of its next session.</summary>
    GroupReminder,

    /// <summary>A place in a group is offered, runs out, or is looked for.</summary>
    PlaceOffer,

    /// <summary>A member of a group is told of a change, or it is looked at whether they were reached.</summary>
    GroupNotice,

    /// <summary>Somebody asked whether they may bring others to a session.</summary>
    GuestsAsked,

    /// <summary>A session is over: who came?</summary>
    SessionOver,

    /// <summary>The next step of an appointment: a reminder, or asking whether the person came.</summary>
    Reminder,

    /// <summary>The person chose one of the free times: it is taken, if it is still free.</summary>
    Rebook,

    /// <summary>A hand-off waits for an owner: the next of the service's workers is told.</summary>
    Wait,

    /// <summary>Whoever holds a conversation has done nothing: they are reminded, then it goes back to the queue.</summary>
    Hold,

    /// <summary>The text that opened a talk about an appointment did not go: no answer to it is awaited.</summary>
    NotSent,
}

/// <summary>
/// Something to be looked at later. One table for every kind of waiting; it enters by the same door as words. A subject has one
/// timer of a kind: arming it again puts the earlier one off.
/// </summary>
public sealed class TimerRow
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public TimerKind Kind { get; set; }

    public Instant DueAt { get; set; }

    public long AddressId { get; set; }

    /// <summary>The conversation, hand-off, outbound message, case, check-in or appointment it is about.</summary>
    public long SubjectId { get; set; }

    /// <summary>The move or rung it was armed for: if the subject has moved on, it does nothing.</summary>
    public int ArmedFor { get; set; }

    /// <summary>Until when the process that claimed it has it to itself.</summary>
    public Instant? ClaimedUntil { get; set; }
}
