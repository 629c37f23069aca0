using Companion.Dialogs.Consent;
using Companion.Dialogs.Groups;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Groups;

/// <summary>
/// Tells one member of a change, once, in a turn about their own address; what was about to remind them of it is taken back. Then it
/// looks whether they were reached: who was not is phoned.
/// </summary>
public sealed class TellMember(Outbox outbox) : ITimed
{
    private static readonly Duration FirstLook = Duration.FromMinutes(1);

    /// <inheritdoc/>
    public TimerKind Kind => TimerKind.GroupNotice;

    /// <inheritdoc/>
    public async ValueTask Fire(Turn turn, ServiceSettings service, TimerRow timer)
    {
        var notice = (await turn.Session.Query<GroupNotice>("WHERE \"Id\" = @p0", timer.SubjectId)).SingleOrDefault();
        if (notice is null || notice.WhyNot is not null || notice.PhoneAt is not null || await GroupRows.Member(turn.Session, notice.MemberId) is not { } member)
        {
            return;
        }

        if (member.AddressId != turn.Address.Id)
        {
            GroupTimers.Notice(turn.Session, member, notice, turn.Now); // their number has changed: fires in a turn about it
            return;
        }

        var died = turn.Address.Is(AddressTrouble.Died) || await GroupRows.HasDied(turn.Session, member);
        if (died && member.Status is MemberStatus.Joined or MemberStatus.Offered)
        {
            LeaveGroup.Leave(turn, member, MemberStatus.Left); // then they are told nothing, and nobody is asked to phone
        }

        if (died && notice.OutboundId is not null)
        {
            return;
        }

        if (notice.OutboundId is { } text)
        {
            await new Receipts(turn, service, member).Look(notice, text);
            return;
        }

        var all = await turn.Session.Query<GroupNotice>(
            "WHERE \"MemberId\" = @p0 AND \"Kind\" = @p1 AND \"OutboundId\" IS NULL AND \"WhyNot\" IS NULL ORDER BY \"Id\"", member.Id, notice.Kind.ToString());
        var group = await GroupRows.Group(turn.Session, notice.GroupId);
        var meetings = new List<GroupSession>();
        if (notice.Kind == NoticeKind.Changed)
        {
            all.RemoveAll(one => one.SessionId != notice.SessionId); // one text for each day that has changed
        }

        foreach (var one in notice.Kind == NoticeKind.Moved ? all.TakeLast(1) : all) // after two changes, only what is so now
        {
            meetings.Add((await GroupRows.Meeting(turn.Session, one.SessionId))!);
        }

        Tell(turn, service, new Change(group, member, [.. all], [.. meetings.DistinctBy(meeting => meeting.Id).OrderBy(meeting => meeting.Start)]));
    }

    // One text for everything that is off for them in this group.
    private void Tell(Turn turn, ServiceSettings service, Change change)
    {
        var (group, member) = (change.Group, change.Member);
        if (change.Kind is NoticeKind.Off or NoticeKind.Changed)
        {
            change.Meetings.ForEach(meeting => GroupTalks.DropSession(turn, member, meeting.Id, change.Kind == NoticeKind.Off ? "cancelled" : "changed"));
        }
        else
        {
            GroupTalks.Drop(turn, member, "changed");
        }

        if (change.Kind != NoticeKind.Off && member.Status == MemberStatus.Joined)
        {
            GroupTimers.Remind(turn.Session, member, group, turn.Now); // after the old question has ended, so that the new one is not taken for it
        }

        if (!(member.Status == MemberStatus.Joined || IsOffered(turn, change)))
        {
            change.NotTold(turn, StaffWords.Of("group.why.left"), phone: false);
            return;
        }

        // The gate gives a task for what it refuses; for a claim or a no it gives none, for nothing should have been sent at all.
        if (member.NoNumber || turn.Address.Channel != Channel.Sms || turn.Address.Textable is Textable.Declined or Textable.Claimed)
        {
            var why = Reach.WhyNot(turn, member, ConsentTopic.Everything)!;
            change.NotTold(turn, why, phone: true);
            Receipts.Phone(turn, service, change, why);
            return;
        }

        Reach.ByText(turn);
        var first = change.Notices[0];
        var row = outbox.Say(
            turn,
            service,
            SendClass.ServiceChange,
            $"group:{change.Kind}:{first.MemberId}:{first.SessionId}:v{first.Version}",
            new Wording(Key(turn, change), Words(change)) { EventAt = change.Meetings[0].Start, ExpiresAt = Instant.Max(change.Meetings[^1].Start, turn.Now + FirstLook) });
        foreach (var notice in change.Notices)
        {
            (notice.OutboundId, notice.ToldAt) = (row.Id, turn.Now);
            turn.Update(notice);
        }

        GroupTimers.Notice(turn.Session, member, first, turn.Now + FirstLook);
    }

    // Their offer named the day that is off; the place is theirs to take all the same.
    private static bool IsOffered(Turn turn, Change change) => change.Kind == NoticeKind.Off && change.Member.Status == MemberStatus.Offered
        && turn.Open.Exists(open => open.Dialog == PlaceOfferDialog.Key && GroupTalks.Id(open, GroupSlots.Member) == change.Member.Id
            && change.Meetings.Exists(meeting => meeting.Id == GroupTalks.Id(open, GroupSlots.Session)));

    private static string Key(Turn turn, Change change) => (change.Kind, Reach.IsShared(turn)) switch
    {
        (NoticeKind.Moved or NoticeKind.Changed, true) => "session.moved.shared",
        (NoticeKind.Changed, false) => "session.changed",
        (NoticeKind.Moved, false) => "session.moved",
        (_, true) => "session.off.shared",
        _ => change.Meetings.Count == 1 ? "session.off" : "session.off.many",
    };

    private static (string, string)[] Words(Change change)
    {
        var meeting = change.Meetings[0];
        return
        [
            ("group", change.Group.NeutralName),
            ("day", GroupTalks.Day(meeting.Date)),
            ("time", GroupTalks.Time(meeting.Time)),
            ("place", meeting.Place ?? change.Group.Place),
            ("days", change.Days),
        ];
    }
}

/// <summary>What one member is told in one text.</summary>
internal sealed record Change(Group Group, GroupMember Member, IReadOnlyList<GroupNotice> Notices, List<GroupSession> Meetings)
{
    public NoticeKind Kind => Notices[0].Kind;

    /// <summary>The days, as texts give them.</summary>
    public string Days => string.Join(", ", Meetings.Select(meeting => GroupTalks.Day(meeting.Date)));

    /// <summary>No text goes, for this reason.</summary>
    public void NotTold(Turn turn, string why, bool phone)
    {
        foreach (var notice in Notices)
        {
            (notice.WhyNot, notice.PhoneAt) = (why, phone ? turn.Now : null);
            turn.Update(notice);
        }
    }
}
