using System.Globalization;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Groups;

/// <summary>
/// Staff change a group. Sessions to come follow the new rhythm; members are told once when what they know is no longer so, and are
/// reminded of the sessions as they are now. Places that come free are offered.
/// </summary>
public sealed class ChangeGroup(IStore store, ServiceBook services, IClock clock)
{
    /// <summary>Changes it, or says what is wrong.</summary>
    public Task<GroupSaved> Handle(long groupId, GroupForm form, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        return store.Write(
            async session => await GroupRows.Locked(session, groupId) is { } group
                ? await Change(session, group, form, now)
                : Refused(nameof(form.Name), StaffWords.Of("group.wrong.gone")),
            cancel);
    }

    private async ValueTask<GroupSaved> Change(Session session, Group group, GroupForm form, Instant now)
    {
        var before = (group.Place, group.Time);
        var members = await GroupRows.Members(session, group.Id);
        var rules = new GroupRules(services.Of(group.ServiceId), now.Local(), isNew: false);
        var dates = rules.Read(form, group);
        var taken = members.Count(member => member.Status is MemberStatus.Joined or MemberStatus.Offered);
        if (rules.Problems.Count > 0)
        {
            return new GroupSaved(0, rules.Problems);
        }

        if (group.Capacity < taken)
        {
            return Refused(nameof(form.Capacity), StaffWords.Of("group.wrong.capacity", ("taken", taken.ToString(CultureInfo.InvariantCulture))));
        }

        if ((await session.Query<Group>("WHERE \"ServiceId\" = @p0 AND \"Name\" = @p1 AND \"Id\" <> @p2", group.ServiceId, group.Name, group.Id)).Count > 0)
        {
            return Refused(nameof(form.Name), StaffWords.Of("group.wrong.same"));
        }

        group.Version++;
        session.Update(group);
        var (next, isNews) = await Replan(session, group, dates, before, now);
        foreach (var member in members.Where(member => member.Status == MemberStatus.Joined))
        {
            if (isNews && next is not null)
            {
                GroupNotices.Add(session, member, next.Id, NoticeKind.Moved, group.Version, now); // who is told is then reminded
            }
            else
            {
                GroupTimers.Remind(session, member, group, now);
            }
        }

        await Places.Fill(session, group, members, now);
        return new GroupSaved(group.Id, []);
    }

    // The next session as it is now, and whether members know something that is no longer so. Sessions added at the end are no news, and
    // one with a time or place of its own keeps it.
    private static async ValueTask<(GroupSession? Next, bool IsNews)> Replan(
        Session session, Group group, IReadOnlyList<LocalDate> dates, (string Place, LocalTime Time) before, Instant now)
    {
        var today = NodaTime.Text.LocalDatePattern.Iso.Format(now.Local().Date);
        var known = (await session.Query<GroupSession>("WHERE \"GroupId\" = @p0 AND \"Date\" >= @p1", group.Id, today)).Where(meeting => meeting.Start > now).ToList();
        var (kept, isNews) = (new List<GroupSession>(), false);
        foreach (var meeting in known.Where(meeting => meeting.Status == SessionStatus.Planned))
        {
            var stays = dates.Contains(meeting.Date);
            var time = meeting.Time == before.Time ? group.Time : meeting.Time;
            var placeMoved = before.Place != group.Place && meeting.Place is null;
            var moved = meeting.Time != time || meeting.Minutes != group.Minutes || placeMoved;
            isNews |= !stays || meeting.Time != time || placeMoved;
            if (!stays)
            {
                (meeting.Status, meeting.Reason) = (SessionStatus.Cancelled, StaffWords.Of("group.moved"));
            }
            else
            {
                (meeting.Time, meeting.Minutes) = (time, group.Minutes);
                kept.Add(meeting);
            }

            meeting.Version += !stays || moved ? 1 : 0;
            session.Update(meeting);
        }

        foreach (var date in dates.Where(date => !known.Exists(meeting => meeting.Date == date)))
        {
            var added = EnterGroup.Planned(session, group, date);
            session.Insert(added);
            kept.Add(added);
        }

        return (kept.MinBy(meeting => meeting.Start), isNews);
    }

    private static GroupSaved Refused(string field, string sentence) => new(0, [new Wrong(field, sentence)]);
}
