using NodaTime;

namespace Companion.Workflows.Groups;

/// <summary>What a member said about coming.</summary>
public enum Coming
{
    Unknown,
    Coming,
    NotComing,
}

/// <summary>Whether a member was there.</summary>
public enum Presence
{
    Unknown,
    Attended,
    Absent,
}

/// <summary>One member at one session: what they said before it, and whether they came.</summary>
public sealed class GroupAttendance
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public long SessionId { get; set; }

    public long MemberId { get; set; }

    public Coming Coming { get; set; }

    /// <summary>How many others they bring, or brought.</summary>
    public int Guests { get; set; }

    public Presence Presence { get; set; }

    /// <summary>The version of the session they were last reminded of; 0 for never.</summary>
    public int Reminded { get; set; }

    public Instant ChangedAt { get; set; }
}

/// <summary>What a member has to be told.</summary>
public enum NoticeKind
{
    /// <summary>A session is off.</summary>
    Off,

    /// <summary>The group's days, time or place have changed.</summary>
    Moved,

    /// <summary>One session alone has another time or place.</summary>
    Changed,
}

/// <summary>
/// That a member has to be told of a change, once: with the text that told them, whose receipt says whether they were reached, or with
/// the reason why no text could.
/// </summary>
public sealed class GroupNotice
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public long GroupId { get; set; }

    /// <summary>The session that is off, or the next one after a change.</summary>
    public long SessionId { get; set; }

    public long MemberId { get; set; }

    /// <summary>The version of the session (or, after a change, of the group) it tells of.</summary>
    public int Version { get; set; }

    public NoticeKind Kind { get; set; }

    /// <summary>The text that told them; one text may tell of several sessions.</summary>
    public long? OutboundId { get; set; }

    public Instant? ToldAt { get; set; }

    /// <summary>Why no text went, in words for staff.</summary>
    public string? WhyNot { get; set; }

    /// <summary>When staff were asked to phone instead.</summary>
    public Instant? PhoneAt { get; set; }
}
