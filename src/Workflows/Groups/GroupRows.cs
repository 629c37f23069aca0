using Companion.Workflows.Referrals;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;
using NodaTime.Text;

namespace Companion.Workflows.Groups;

/// <summary>The rows of groups, as an open transaction reads them.</summary>
internal static class GroupRows
{
    /// <summary>The group under its lock, which whoever gives places away holds; null when there is none.</summary>
    public static async ValueTask<Group?> Locked(Session session, long id) =>
        (await session.Query<Group>("WHERE \"Id\" = @p0" + session.Lock, id)).SingleOrDefault();

    /// <summary>A group.</summary>
    public static async ValueTask<Group> Group(Session session, long id) => (await session.Query<Group>("WHERE \"Id\" = @p0", id)).Single();

    /// <summary>A session of a group; null when there is none.</summary>
    public static async ValueTask<GroupSession?> Meeting(Session session, long id) =>
        (await session.Query<GroupSession>("WHERE \"Id\" = @p0", id)).SingleOrDefault();

    /// <summary>A member; null when there is none.</summary>
    public static async ValueTask<GroupMember?> Member(Session session, long id) =>
        (await session.Query<GroupMember>("WHERE \"Id\" = @p0", id)).SingleOrDefault();

    /// <summary>True when staff wrote down that they died; on a phone that others read too, nothing but their referral says so.</summary>
    public static async ValueTask<bool> HasDied(Session session, GroupMember member) => (await session.Query<Case>(
        "WHERE \"PersonId\" = @p0 AND \"Status\" = 'Died' LIMIT 1", member.PersonId)).Count > 0;

    /// <summary>True when somebody who is alive is in a group, or said something of one of its sessions.</summary>
    public static async ValueTask<bool> HasMembers(Session session, GroupSession meeting) => (await session.Query<GroupMember>(
        "WHERE \"GroupId\" = @p0 AND (\"Status\" = 'Joined' OR \"Id\" IN (SELECT \"MemberId\" FROM \"GroupAttendances\" WHERE \"SessionId\" = @p1))"
        + " AND \"PersonId\" NOT IN (SELECT \"PersonId\" FROM \"Cases\" WHERE \"Status\" = 'Died') LIMIT 1",
        meeting.GroupId,
        meeting.Id)).Count > 0;

    /// <summary>Those who have a place, are offered one or wait.</summary>
    public static ValueTask<List<GroupMember>> Members(Session session, long group) => session.Query<GroupMember>(
        "WHERE \"GroupId\" = @p0 AND \"Status\" IN ('Joined', 'Offered', 'Waiting') ORDER BY \"ListPlace\", \"Id\"", group);

    /// <summary>Sessions that are planned and have not begun, in their order.</summary>
    public static async ValueTask<List<GroupSession>> ToCome(Session session, long group, Instant now) => (await session.Query<GroupSession>(
        "WHERE \"GroupId\" = @p0 AND \"Status\" = 'Planned' AND \"Date\" >= @p1 ORDER BY \"Date\", \"Time\"",
        group,
        LocalDatePattern.Iso.Format(now.Local().Date))).Where(meeting => meeting.Start > now).ToList();

    /// <summary>What is written down of a member at a session; null for nothing.</summary>
    public static async ValueTask<GroupAttendance?> Attendance(Session session, long meeting, long member) => (await session.Query<GroupAttendance>(
        "WHERE \"SessionId\" = @p0 AND \"MemberId\" = @p1", meeting, member)).SingleOrDefault();
}
