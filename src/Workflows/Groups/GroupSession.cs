using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Groups;

/// <summary>Where a session stands.</summary>
public enum SessionStatus
{
    Planned,

    /// <summary>It does not take place; the reason says why.</summary>
    Cancelled,

    /// <summary>It took place, and who came is written down.</summary>
    Held,
}

/// <summary>One meeting of a group, kept in local time: a clock change moves nothing.</summary>
public sealed class GroupSession
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public long GroupId { get; set; }

    public LocalDate Date { get; set; }

    public LocalTime Time { get; set; }

    public int Minutes { get; set; }

    /// <summary>Where it is, when that is not the group's place.</summary>
    public string? Place { get; set; }

    public SessionStatus Status { get; set; }

    /// <summary>Why it was cancelled, in words of staff.</summary>
    public string? Reason { get; set; }

    /// <summary>Counts the changes of day, time, place or status: each is told once.</summary>
    public int Version { get; set; }

    /// <summary>When it begins.</summary>
    public Instant Start => (Date + Time).Instant();

    /// <summary>When it is over: that many minutes later, whatever the clocks do meanwhile.</summary>
    public Instant End => Start + Duration.FromMinutes(Minutes);
}
