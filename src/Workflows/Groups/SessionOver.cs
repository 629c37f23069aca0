using Companion.Workflows.HandOffs;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;

namespace Companion.Workflows.Groups;

/// <summary>A session is over, and nobody wrote down who came: one task says so.</summary>
public sealed class SessionOver : ITimed
{
    /// <inheritdoc/>
    public TimerKind Kind => TimerKind.SessionOver;

    /// <inheritdoc/>
    public async ValueTask Fire(Turn turn, ServiceSettings service, TimerRow timer)
    {
        if (await GroupRows.Meeting(turn.Session, timer.SubjectId) is not { Status: SessionStatus.Planned } meeting)
        {
            return;
        }

        if (meeting.End > turn.Now)
        {
            return; // moved since: its reminders arm it anew
        }

        if (!await GroupRows.HasMembers(turn.Session, meeting))
        {
            return; // nobody could have come
        }

        var group = await GroupRows.Group(turn.Session, meeting.GroupId);
        StaffTasks.Give(
            turn.Session,
            StaffTasks.Group,
            new TaskAbout(service.Key, TaskAbout.Nobody),
            StaffWords.Of("group.task.attendance", ("group", group.Name), ("day", GroupTalks.Day(meeting.Date))),
            turn.Now,
            WorkingTime.EndOfNextOpenDay(service, turn.Now, 1));
    }
}
