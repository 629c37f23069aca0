using System.Globalization;
using Companion.Dialogs.Groups;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;

namespace Companion.Workflows.Groups;

/// <summary>
/// Somebody would like to bring others. Where guests are welcome and the session has room they are counted, else the leader is asked; the
/// person is told which. The session is locked meanwhile, so that two do not count the same chair.
/// </summary>
public sealed class GuestsAsked(Outbox outbox) : ITimed
{
    /// <inheritdoc/>
    public TimerKind Kind => TimerKind.GuestsAsked;

    /// <inheritdoc/>
    public async ValueTask Fire(Turn turn, ServiceSettings service, TimerRow timer)
    {
        if (turn.Open.Find(open => open.Id == timer.SubjectId) is not { } talking || GroupTalks.Id(talking, GroupSlots.Session) is not { } id
            || (await turn.Session.Query<GroupSession>("WHERE \"Id\" = @p0" + turn.Session.Lock, id)).SingleOrDefault() is not { Status: SessionStatus.Planned } meeting
            || await GroupRows.Member(turn.Session, GroupTalks.Id(talking, GroupSlots.Member) ?? 0) is not { Status: MemberStatus.Joined } member)
        {
            return;
        }

        var (group, guests) = (await GroupRows.Group(turn.Session, meeting.GroupId), timer.ArmedFor);
        var said = await turn.Session.Query<GroupAttendance>("WHERE \"SessionId\" = @p0", meeting.Id);
        var theirs = said.Find(row => row.MemberId == member.Id);
        var fits = group.GuestsWelcome && theirs is not null && Taken(await GroupRows.Members(turn.Session, group.Id), said, member) + guests <= group.Capacity;
        if (fits)
        {
            (theirs!.Guests, theirs.Coming, theirs.ChangedAt) = (guests, Coming.Coming, turn.Now);
            turn.Update(theirs);
        }
        else
        {
            StaffTasks.Give(
                turn.Session,
                StaffTasks.Group,
                new TaskAbout(service.Key, turn.Address.Id),
                StaffWords.Of("group.task.guest", ("guests", Text(guests)), ("group", group.Name), ("day", GroupTalks.Day(meeting.Date)), ("leader", group.Leader)),
                turn.Now);
        }

        outbox.Say(
            turn,
            service,
            SendClass.Reply,
            $"guests:{talking.Id}:{timer.Id}",
            new Wording(fits ? "session.guests.yes" : "session.guests.asked", fits ? [("guests", Text(guests))] : []) { ConversationId = talking.Id });
    }

    // Everybody who has a place and has not said that they stay away, with those they bring; asked again, the newer number counts.
    private static int Taken(List<GroupMember> members, List<GroupAttendance> said, GroupMember asking)
    {
        var there = members.Where(member =>
            member.Status is MemberStatus.Joined or MemberStatus.Offered
            && !said.Exists(row => row.MemberId == member.Id && row.Coming == Coming.NotComing)).ToList();
        return there.Count + said.Where(row => row.MemberId != asking.Id && there.Exists(member => member.Id == row.MemberId)).Sum(row => row.Guests);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
