using Companion.Dialogs.Understanding;
using Companion.Workflows.People;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Groups;

/// <summary>What came of joining a group.</summary>
public enum JoinOutcome
{
    /// <summary>They have a place.</summary>
    Joined,

    /// <summary>It is full: they are on the list.</summary>
    Waiting,

    /// <summary>They have had a place before.</summary>
    AlreadyIn,

    /// <summary>They wait already.</summary>
    AlreadyWaiting,

    /// <summary>No referral of this service has this reference.</summary>
    NoReferral,

    /// <summary>The referral is closed.</summary>
    Closed,

    NoGroup,
}

/// <summary>Staff put the person of a referral into a group: to a place when one is free and nobody waits for it, else on the list.</summary>
public sealed class JoinGroup(IStore store, IClock clock)
{
    private const string Open = "Open";

    /// <summary>Puts them in, by the referral's reference. Somebody with an offer takes it.</summary>
    public async Task<JoinOutcome> Handle(long groupId, string reference, CancellationToken cancel)
    {
        await using var db = store.Read();
        var wanted = reference.Trim().ToUpperInvariant();
        var referral = await db.Cases.FirstOrDefaultAsync(one => one.Reference == wanted && db.Groups.Any(group => group.Id == groupId && group.ServiceId == one.ServiceId), cancel);
        if (referral is null)
        {
            return await db.Groups.AnyAsync(group => group.Id == groupId, cancel) ? JoinOutcome.NoReferral : JoinOutcome.NoGroup;
        }

        if (referral.Status != Open)
        {
            return JoinOutcome.Closed;
        }

        var address = Best(await Reached.At(db, referral, cancel));
        var now = clock.GetCurrentInstant();
        var member = new GroupMember
        {
            ServiceId = referral.ServiceId,
            GroupId = groupId,
            PersonId = referral.PersonId,
            CaseId = referral.Id,
            AddressId = address?.Id ?? referral.AddressId,
            NoNumber = address is null,
            Status = MemberStatus.Waiting,
            ListPlace = now.ToUnixTimeTicks(),
            CreatedAt = now,
            ChangedAt = now,
        };
        var known = await db.GroupMembers.FirstOrDefaultAsync(one => one.GroupId == groupId && one.PersonId == referral.PersonId, cancel);
        return known is { Status: MemberStatus.Offered }
            ? await Accept(known, cancel)
            : await store.Write(session => Join(session, member, now), cancel);
    }

    // The place is kept for them: nobody else can take it. What they were asked by text is answered.
    private Task<JoinOutcome> Accept(GroupMember offered, CancellationToken cancel) => store.TurnAndTell(
        TurnRequest.About(offered.ServiceId, offered.AddressId, clock.GetCurrentInstant()),
        async turn =>
        {
            if (await GroupRows.Member(turn.Session, offered.Id) is not { Status: MemberStatus.Offered } member)
            {
                return JoinOutcome.AlreadyIn;
            }

            GroupTalks.Drop(turn, member, "taken");
            Places.Change(turn.Session, member, MemberStatus.Joined, turn.Now);
            GroupTimers.Remind(turn.Session, member, await GroupRows.Group(turn.Session, member.GroupId), turn.Now);
            return JoinOutcome.Joined;
        },
        cancel);

    private static async ValueTask<JoinOutcome> Join(Session session, GroupMember member, Instant now)
    {
        var group = (await GroupRows.Locked(session, member.GroupId))!;
        var members = await GroupRows.Members(session, group.Id);
        var before = (await session.Query<GroupMember>("WHERE \"GroupId\" = @p0 AND \"PersonId\" = @p1", group.Id, member.PersonId)).SingleOrDefault();
        if (before?.Status is MemberStatus.Joined or MemberStatus.Offered)
        {
            return JoinOutcome.AlreadyIn;
        }

        if (before?.Status is MemberStatus.Waiting)
        {
            return JoinOutcome.AlreadyWaiting;
        }

        // Nobody passes by those who wait.
        var hasPlace = Places.Free(group, members) > 0 && !members.Exists(other => other.Status == MemberStatus.Waiting);
        member.Id = before?.Id ?? session.NextId();
        member.Status = hasPlace ? MemberStatus.Joined : MemberStatus.Waiting;
        if (before is null)
        {
            session.Insert(member);
        }
        else
        {
            session.Update(member);
        }

        if (hasPlace)
        {
            GroupTimers.Remind(session, member, group, now);
        }
        else
        {
            GroupTimers.Place(session, member, now);
        }

        return hasPlace ? JoinOutcome.Joined : JoinOutcome.Waiting;
    }

    // A number that may be texted, else one that may not yet, else a chat.
    private static Address? Best(IReadOnlyList<Address> known) => known
        .OrderByDescending(address => address.Channel == Channel.Sms && address.Trouble is null && address.Textable is Textable.Wrote or Textable.Agreed or Textable.StaffRecorded)
        .ThenByDescending(address => address.Channel == Channel.Sms)
        .ThenByDescending(address => PhoneNumber.TryParse(address.Value, out var number) && number.CanBeTexted)
        .ThenBy(address => address.Id)
        .FirstOrDefault();
}
