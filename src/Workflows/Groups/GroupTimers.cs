using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Groups;

/// <summary>The timers of groups, and the hours they fall in.</summary>
internal static class GroupTimers
{
    /// <summary>What a timer is armed for that passes its member by.</summary>
    public const int PassedBy = 1;

    private static readonly Duration LookAgain = Duration.FromHours(4);
    private static readonly Duration AfterIt = Duration.FromHours(2);

    /// <summary>Looks at once when a member is to be reminded next, and reminds when that is due.</summary>
    public static void Remind(Session session, GroupMember member, Group group, Instant at) =>
        Arm(session, TimerKind.GroupReminder, member, member.Id, at, group.Version);

    /// <summary>Looks at a member's offer, or at the group's free places when they have none.</summary>
    public static void Place(Session session, GroupMember member, Instant at) => Arm(session, TimerKind.PlaceOffer, member, member.Id, at);

    /// <summary>Offers the group's free places to those behind a member who could not be asked.</summary>
    public static void PassBy(Session session, GroupMember member, Instant at) => Arm(session, TimerKind.PlaceOffer, member, member.Id, at, PassedBy);

    /// <summary>Looks later at somebody who cannot be asked now.</summary>
    public static void PlaceLater(Session session, GroupMember member, Instant now) => Place(session, member, now + LookAgain);

    /// <summary>Tells a member of a change, or looks whether it reached them.</summary>
    public static void Notice(Session session, GroupMember member, GroupNotice notice, Instant at) =>
        Arm(session, TimerKind.GroupNotice, member, notice.Id, at, notice.Version);

    /// <summary>Looks whether it was written down who came to a session; one timer for all of its members.</summary>
    public static void Over(Session session, GroupMember member, GroupSession meeting) =>
        Arm(session, TimerKind.SessionOver, member, meeting.Id, meeting.End + AfterIt, meeting.Version);

    /// <summary>When members are reminded of a session: the day before, at the service's time.</summary>
    public static Instant ReminderOf(ServiceSettings service, GroupSession meeting) => (meeting.Date.PlusDays(-1) + service.Groups.Remind).Instant();

    /// <summary>Until when a place that is offered now is kept; never until a moment when nobody is there.</summary>
    public static Instant OfferEnds(ServiceSettings service, Instant now)
    {
        var end = (now + Duration.FromHours(service.Groups.OfferHours)).Local();
        return (service.NextOpen(end) ?? end).Instant();
    }

    private static void Arm(Session session, TimerKind kind, GroupMember member, long subject, Instant at, int armedFor = 0) => session.Insert(new TimerRow
    {
        Id = session.NextId(),
        ServiceId = member.ServiceId,
        Kind = kind,
        DueAt = at,
        AddressId = member.AddressId,
        SubjectId = subject,
        ArmedFor = armedFor,
    });
}
