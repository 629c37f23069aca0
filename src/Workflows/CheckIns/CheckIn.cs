using NodaTime;

namespace Companion.Workflows.CheckIns;

/// <summary>What became of a check-in.</summary>
public enum CheckInStatus
{
    /// <summary>Its day has not come, or it was put off within its window.</summary>
    Planned,

    /// <summary>It is planned, but nobody at the person's own number has agreed to be texted yet.</summary>
    Waiting,

    /// <summary>Asked, and still open.</summary>
    Offered,

    /// <summary>Every item was answered or missed out.</summary>
    Complete,

    /// <summary>Some items were answered; what there is, is kept.</summary>
    Partial,

    /// <summary>Asked without any answer, or its window closed before it could be asked; the reason says which.</summary>
    Missed,

    /// <summary>It will not be asked; the reason says why.</summary>
    NotOffered,
}

/// <summary>One wave of a questionnaire for one case: when it may be asked, and what became of it.</summary>
public sealed class CheckIn
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public long CaseId { get; set; }

    public long PersonId { get; set; }

    public long AddressId { get; set; }

    /// <summary>The key of the questionnaire ("ons4").</summary>
    public required string Instrument { get; set; }

    /// <summary>The version it was asked in; 0 until it is.</summary>
    public int InstrumentVersion { get; set; }

    /// <summary>The wave: weeks after day 0, the local day of the completed referral or of the first contact, as the service has it.</summary>
    public int Week { get; set; }

    public LocalDate DayZero { get; set; }

    /// <summary>The window: it is asked on or after this local day...</summary>
    public LocalDate OpensOn { get; set; }

    /// <summary>...and on or before this one.</summary>
    public LocalDate ClosesOn { get; set; }

    /// <summary>The local time from which the person likes to be asked; midnight when any time will do.</summary>
    public LocalTime AskFrom { get; set; }

    public CheckInStatus Status { get; set; }

    /// <summary>Why it was put off, missed or not offered, in words for staff.</summary>
    public string? Reason { get; set; }

    public Instant? OfferedAt { get; set; }

    public Instant? EndedAt { get; set; }
}

/// <summary>An answer to one item. Append-only: of several to one item the newest holds.</summary>
public sealed class CheckInScore
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public long CheckInId { get; set; }

    public required string Item { get; set; }

    /// <summary>0 to 10; null when it is missing.</summary>
    public int? Score { get; set; }

    /// <summary>Why there is no score: declined or unknown.</summary>
    public string? Missing { get; set; }

    /// <summary>How it was given: text, chat, phone, in person or by proxy.</summary>
    public required string Mode { get; set; }

    /// <summary>The message it stands in, when it was written.</summary>
    public long? MessageId { get; set; }

    /// <summary>The member of staff who entered it; null when the person gave it themselves.</summary>
    public string? EnteredBy { get; set; }

    public Instant RecordedAt { get; set; }
}
