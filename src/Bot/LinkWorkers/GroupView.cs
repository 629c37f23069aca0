using Companion.Workflows.Groups;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Bot.LinkWorkers;

/// <summary>A group, or one session of it, with everybody it concerns.</summary>
public sealed class GroupView(IStore store, IClock clock)
{
    /// <summary>Reads a group of a service; null when there is none.</summary>
    public async Task<GroupDetail?> Group(string serviceId, long id, CancellationToken cancel)
    {
        await using var db = store.Read();
        if (await db.Groups.SingleOrDefaultAsync(group => group.Id == id && group.ServiceId == serviceId, cancel) is not { } found)
        {
            return null;
        }

        var sessions = await db.GroupSessions.Where(meeting => meeting.GroupId == id).OrderBy(meeting => meeting.Date).ToListAsync(cancel);
        var said = await (
            from row in db.GroupAttendances
            join meeting in db.GroupSessions on row.SessionId equals meeting.Id
            where meeting.GroupId == id
            select row).ToListAsync(cancel);
        return new GroupDetail(found, await Members(db, id, cancel), clock.GetCurrentInstant())
        {
            Sessions = [.. sessions.Select(meeting => new SessionRow(meeting, [.. said.Where(row => row.SessionId == meeting.Id)]))],
            NotReached = [.. (await Notices(db, db.GroupNotices.Where(notice => notice.GroupId == id), cancel)).Where(told => told.Stands == Reaching.NotReached)],
        };
    }

    /// <summary>Reads a session of a service; null when there is none.</summary>
    public async Task<SessionDetail?> Session(string serviceId, long id, CancellationToken cancel)
    {
        await using var db = store.Read();
        if (await db.GroupSessions.SingleOrDefaultAsync(meeting => meeting.Id == id && meeting.ServiceId == serviceId, cancel) is not { } found)
        {
            return null;
        }

        var group = await db.Groups.SingleAsync(one => one.Id == found.GroupId, cancel);
        var said = await db.GroupAttendances.Where(row => row.SessionId == id).ToListAsync(cancel);
        var members = await Members(db, group.Id, cancel);
        return new SessionDetail(group, found, clock.GetCurrentInstant())
        {
            Members = [.. members
                .Where(row => row.Member.Status == MemberStatus.Joined || said.Exists(one => one.MemberId == row.Member.Id))
                .Select(row => (row, said.Find(one => one.MemberId == row.Member.Id)))],
            Told = await Notices(db, db.GroupNotices.Where(notice => notice.SessionId == id), cancel),
        };
    }

    private static async Task<IReadOnlyList<MemberRow>> Members(CompanionDb db, long group, CancellationToken cancel) => await (
        from member in db.GroupMembers
        where member.GroupId == @group
        join person in db.People on member.PersonId equals person.Id
        join referral in db.Cases on member.CaseId equals referral.Id
        join address in db.Addresses on member.AddressId equals address.Id
        orderby member.ListPlace, member.Id
        select new MemberRow(member, person.GivenName, person.FamilyName, referral.Reference) { Address = address.Value, Channel = address.Channel }).ToListAsync(cancel);

    private static async Task<IReadOnlyList<ToldRow>> Notices(CompanionDb db, IQueryable<GroupNotice> notices, CancellationToken cancel) => await (
        from notice in notices
        join member in db.GroupMembers on notice.MemberId equals member.Id
        join person in db.People on member.PersonId equals person.Id
        join address in db.Addresses on member.AddressId equals address.Id
        join text in db.Outbound on notice.OutboundId equals text.Id into texts
        from text in texts.DefaultIfEmpty()
        orderby notice.Id
        select new ToldRow(notice, person.GivenName, person.FamilyName, text == null ? null : text.Status, text == null ? null : text.Reason)
        {
            Address = address.Value,
            Channel = address.Channel,
        }).ToListAsync(cancel);
}

/// <summary>A group with its members and sessions.</summary>
/// <param name="Group">The group.</param>
/// <param name="Members">Everybody it has or had, in the order of the list.</param>
/// <param name="Now">The moment it was read.</param>
public sealed record GroupDetail(Group Group, IReadOnlyList<MemberRow> Members, Instant Now)
{
    public required IReadOnlyList<SessionRow> Sessions { get; init; }

    /// <summary>Who has to be told of a change and was not reached.</summary>
    public required IReadOnlyList<ToldRow> NotReached { get; init; }

    /// <summary>Members of a status, in the order of the list.</summary>
    public IReadOnlyList<MemberRow> Of(params MemberStatus[] status) => [.. Members.Where(row => status.Contains(row.Member.Status))];
}

/// <summary>A session with who comes and who was told.</summary>
public sealed record SessionDetail(Group Group, GroupSession Session, Instant Now)
{
    public required IReadOnlyList<(MemberRow Row, GroupAttendance? Said)> Members { get; init; }

    public required IReadOnlyList<ToldRow> Told { get; init; }
}

/// <summary>A member by name.</summary>
public sealed record MemberRow(GroupMember Member, string? GivenName, string? FamilyName, string Reference)
{
    public required string Address { get; init; }

    public Channel Channel { get; init; }

    public string Name => $"{GivenName} {FamilyName}".Trim();
}

/// <summary>A session with what members said.</summary>
public sealed record SessionRow(GroupSession Session, IReadOnlyList<GroupAttendance> Said)
{
    public int Coming => Said.Count(row => row.Coming == Workflows.Groups.Coming.Coming);

    public int NotComing => Said.Count(row => row.Coming == Workflows.Groups.Coming.NotComing);

    public int Guests => Said.Sum(row => row.Guests);
}

/// <summary>How far the news of a change got.</summary>
public enum Reaching
{
    /// <summary>It was delivered.</summary>
    Reached,

    /// <summary>It is on its way.</summary>
    OnItsWay,

    /// <summary>It will not get there; somebody phones.</summary>
    NotReached,

    /// <summary>There is nothing to tell them any more.</summary>
    NoNeed,
}

/// <summary>Who has to be told, and whether they were reached.</summary>
public sealed record ToldRow(GroupNotice Notice, string? GivenName, string? FamilyName, SendStatus? Status, string? Reason)
{
    public required string Address { get; init; }

    public Channel Channel { get; init; }

    public string Name => $"{GivenName} {FamilyName}".Trim();

    /// <summary>Why not, in words for staff.</summary>
    public string? Why => Notice.WhyNot ?? Reason;

    /// <summary>A receipt that comes late counts, whoever was asked to phone.</summary>
    public Reaching Stands => Notice.WhyNot is not null ? (Notice.PhoneAt is null ? Reaching.NoNeed : Reaching.NotReached)
        : Status == SendStatus.Delivered ? Reaching.Reached
        : Notice.PhoneAt is not null || Status is SendStatus.Refused or SendStatus.Undelivered or SendStatus.Expired ? Reaching.NotReached
        : Reaching.OnItsWay;
}
