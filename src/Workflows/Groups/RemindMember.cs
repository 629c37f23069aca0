using Companion.Dialogs.Consent;
using Companion.Dialogs.Groups;
using Companion.Workflows.Conversations;
using Companion.Workflows.People;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;

namespace Companion.Workflows.Groups;

/// <summary>
/// The day before a session its members are reminded, of the session as it is at that moment; then the next one is armed. A version of a
/// session is reminded of once.
/// </summary>
public sealed class RemindMember(Talk talk) : ITimed
{
    /// <inheritdoc/>
    public TimerKind Kind => TimerKind.GroupReminder;

    /// <inheritdoc/>
    public async ValueTask Fire(Turn turn, ServiceSettings service, TimerRow timer)
    {
        if (await GroupRows.Member(turn.Session, timer.SubjectId) is not { Status: MemberStatus.Joined } member)
        {
            return;
        }

        var group = await GroupRows.Group(turn.Session, member.GroupId);
        if (member.AddressId != turn.Address.Id)
        {
            GroupTimers.Remind(turn.Session, member, group, turn.Now); // their number has changed: fires in a turn about it
            return;
        }

        if (turn.Address.Is(AddressTrouble.Died) || await GroupRows.HasDied(turn.Session, member))
        {
            LeaveGroup.Leave(turn, member, MemberStatus.Left);
            return;
        }

        foreach (var meeting in await GroupRows.ToCome(turn.Session, group.Id, turn.Now))
        {
            var due = GroupTimers.ReminderOf(service, meeting);
            if (due > turn.Now)
            {
                GroupTimers.Remind(turn.Session, member, group, due);
                return;
            }

            await Remind(turn, service, new Membership(group, meeting, member));
        }
    }

    private async ValueTask Remind(Turn turn, ServiceSettings service, Membership about)
    {
        var (group, meeting, member) = (about.Group, about.Meeting, about.Member);
        var known = await GroupRows.Attendance(turn.Session, meeting.Id, member.Id);
        GroupTimers.Over(turn.Session, member, meeting);
        if (known is not null && (known.Reminded >= meeting.Version || known.Coming == Coming.NotComing))
        {
            return;
        }

        var isNew = known is null;
        known ??= new GroupAttendance { Id = turn.Session.NextId(), ServiceId = group.ServiceId, SessionId = meeting.Id, MemberId = member.Id };
        (known.Reminded, known.ChangedAt) = (meeting.Version, turn.Now);
        if (isNew)
        {
            turn.Insert(known);
        }
        else
        {
            turn.Update(known);
        }

        GroupTalks.DropSession(turn, member, meeting.Id, "changed");
        if (Reach.WhyNot(turn, member, ConsentTopic.Reminders) is null && FirstName(turn, member) is { } name)
        {
            Reach.ByText(turn);
            var slots = GroupTalks.About(group, meeting, member).With(GroupSlots.FirstName, name.Length == 0 ? null : name);
            slots = name.Length == 0 ? slots : slots.With(Companion.Dialogs.Choosing.WhichDialog.LabelSlot, null);
            var talking = talk.Begin(turn, service, SessionDialog.Key, slots, message: null, new TalkedEvent(meeting.Start, meeting.End));
            talking.PersonId = member.PersonId;
            turn.Update(talking);
        }
    }

    // On a phone that others read: the name to ask for first; empty when it is theirs alone; null when nobody knows their name.
    private static string? FirstName(Turn turn, GroupMember member) => !Reach.IsShared(turn) ? ""
        : turn.People.FirstOrDefault(person => person.Id == member.PersonId)?.GivenName;
}

/// <summary>A member at one session of a group.</summary>
internal sealed record Membership(Group Group, GroupSession Meeting, GroupMember Member);
