using Companion.Dialogs.Words;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;
using NodaTime.Text;

namespace Companion.Workflows.Groups;

/// <summary>Another time or place of one session, as it is filled in.</summary>
/// <param name="Time">Its local time on its day, 10:30.</param>
/// <param name="Place">Where it is; empty for the group's place.</param>
public sealed record SessionForm(string? Time, string? Place);

/// <summary>
/// Staff give one session a time or place of its own. Members are told once, what was asked about it before is void, and they are
/// reminded of it as it is now; the other sessions of the group stay as they are.
/// </summary>
public sealed class ChangeSession(IStore store, IClock clock)
{
    /// <summary>The longest place.</summary>
    public const int LongestPlace = GroupRules.LongestPlace;

    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    private static readonly LocalTime Earliest = new(6, 0);

    /// <summary>Changes it.</summary>
    /// <returns>What is wrong, with the field; null when it was changed, or was so before. Then nobody is told again.</returns>
    public Task<Wrong?> Handle(long sessionId, SessionForm form, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        return store.Write(
            async session => (await session.Query<GroupSession>("WHERE \"Id\" = @p0" + session.Lock, sessionId)).SingleOrDefault() is { } meeting
                ? await Change(session, meeting, form, now)
                : Refused(nameof(SessionForm.Time), "session.wrong.gone"),
            cancel);
    }

    private static async ValueTask<Wrong?> Change(Session session, GroupSession meeting, SessionForm form, Instant now)
    {
        if (meeting.Status != SessionStatus.Planned || meeting.Start <= now)
        {
            return Refused(nameof(form.Time), "session.wrong.late");
        }

        var group = await GroupRows.Group(session, meeting.GroupId);
        var (given, place) = ((form.Time ?? "").Trim(), (form.Place ?? "").Trim());
        if (!Clock.Parse(given).TryGetValue(default, out var time) || time < Earliest)
        {
            return Refused(nameof(form.Time), "group.wrong.time", ("text", given));
        }

        if ((Wrong(meeting, time, now) ?? Wrong(place)) is { } wrong)
        {
            return wrong;
        }

        var own = place.Length == 0 || place == group.Place ? null : place;
        if (time == meeting.Time && own == meeting.Place)
        {
            return null;
        }

        (meeting.Time, meeting.Place) = (time, own);
        meeting.Version++;
        session.Update(meeting);
        foreach (var member in (await GroupRows.Members(session, group.Id)).Where(member => member.Status == MemberStatus.Joined))
        {
            GroupNotices.Add(session, member, meeting.Id, NoticeKind.Changed, meeting.Version, now);
        }

        return null;
    }

    private static Wrong? Wrong(GroupSession meeting, LocalTime time, Instant now) =>
        time.PlusMinutes(meeting.Minutes) <= time ? Refused(nameof(SessionForm.Time), "group.wrong.midnight")
        : (meeting.Date + time).Instant() <= now ? Refused(nameof(SessionForm.Time), "session.wrong.past")
        : null;

    private static Wrong? Wrong(string place) =>
        place.Length > LongestPlace ? Refused(nameof(SessionForm.Place), "group.wrong.long", ("most", $"{LongestPlace}"))
        : !Gsm7.Fits(place) || place.Any(char.IsControl) ? Refused(nameof(SessionForm.Place), "group.wrong.letters")
        : null;

    private static Wrong Refused(string field, string key, params (string, string)[] words) => new(field, StaffWords.Of(key, words));
}
