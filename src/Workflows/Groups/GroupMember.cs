using NodaTime;

namespace Companion.Workflows.Groups;

/// <summary>What somebody is to a group.</summary>
public enum MemberStatus
{
    Joined,

    /// <summary>On the list for a place.</summary>
    Waiting,

    /// <summary>A place is kept for them until they answer or the offer runs out.</summary>
    Offered,

    /// <summary>They left, or died.</summary>
    Left,

    /// <summary>They did not want the place, or did not answer in time.</summary>
    Declined,
}

/// <summary>Somebody in a group or on its waiting list. A person has one row in a group.</summary>
public sealed class GroupMember
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public long GroupId { get; set; }

    public long PersonId { get; set; }

    public long CaseId { get; set; }

    /// <summary>Where they are texted; with <see cref="NoNumber"/>, only where the referral came from.</summary>
    public long AddressId { get; set; }

    /// <summary>True when no number or chat of their own is known: they are phoned or written to by other means.</summary>
    public bool NoNumber { get; set; }

    public MemberStatus Status { get; set; }

    /// <summary>Orders the waiting list: the lowest is the first in line.</summary>
    public long ListPlace { get; set; }

    /// <summary>Until when the offered place is kept; null while the offer has not been made yet.</summary>
    public Instant? OfferExpiresAt { get; set; }

    public Instant CreatedAt { get; set; }

    public Instant ChangedAt { get; set; }
}
