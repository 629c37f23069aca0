using Companion.Workflows.Summaries;
using NodaTime;

namespace Companion.Workflows.Notes;

/// <summary>Where a note stands.</summary>
public enum NoteStatus
{
    /// <summary>It is to be drafted; nothing is written yet.</summary>
    Asked,

    /// <summary>As its summariser wrote it.</summary>
    Drafted,

    /// <summary>A person has changed it.</summary>
    Edited,

    /// <summary>A person stands for it: it is in the record.</summary>
    Approved,

    /// <summary>A person put it aside; it is kept, and read by nobody else.</summary>
    Rejected,
}

/// <summary>
/// A note of a hand-off or a case, from the moment it is asked for. What it says is in its versions; only an approved one is in the record.
/// </summary>
public sealed class Note
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public long AddressId { get; set; }

    /// <summary>The case it stands in; null while nobody can say whose it is.</summary>
    public long? CaseId { get; set; }

    public long? HandOffId { get; set; }

    public Purpose Purpose { get; set; }

    public NoteStatus Status { get; set; }

    /// <summary>What it was asked for, once: hand-off, purpose and fence, or the press of a button.</summary>
    public required string NoteKey { get; set; }

    public Instant AskedAt { get; set; }

    /// <summary>Who asked for it; null when picking up or closing a hand-off did.</summary>
    public string? AskedBy { get; set; }

    /// <summary>The newest version's number; 0 until it is drafted.</summary>
    public int Version { get; set; }

    /// <summary>What its sentences may cite.</summary>
    public NoteSources Sources { get; set; } = NoteSources.None;

    /// <summary>From when it may be drafted.</summary>
    public Instant DueAt { get; set; }

    /// <summary>Until when the process that drafts it has it to itself.</summary>
    public Instant? ClaimedUntil { get; set; }

    /// <summary>Counts the claims: whoever lost theirs stores nothing.</summary>
    public int Claims { get; set; }

    public Instant? DecidedAt { get; set; }

    /// <summary>Who approved or rejected it.</summary>
    public string? DecidedBy { get; set; }

    /// <summary>Why it was rejected.</summary>
    public string? Reason { get; set; }

    /// <summary>True while it can be changed and decided on.</summary>
    public bool IsOpen => Status is NoteStatus.Drafted or NoteStatus.Edited;
}

/// <summary>One version of a note, append-only: but for words that had to be forgotten, it stays as it was.</summary>
public sealed class NoteVersion
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public long NoteId { get; set; }

    /// <summary>1 is the draft.</summary>
    public int Number { get; set; }

    public Instant At { get; set; }

    /// <summary>Who made it; null for the draft.</summary>
    public string? By { get; set; }

    public NoteLines Lines { get; set; } = NoteLines.None;

    public required Origin Origin { get; set; }
}
