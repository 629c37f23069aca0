using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Groups;

/// <summary>Somebody leaves a group, its list or an offer; a place that comes free is offered to the next in line.</summary>
public sealed class LeaveGroup(IStore store, IClock clock)
{
    /// <summary>Takes them out, as staff were told.</summary>
    /// <returns>False when there is no such member, or they have left before.</returns>
    public async Task<bool> Handle(long memberId, CancellationToken cancel)
    {
        await using var db = store.Read();
        var known = await db.GroupMembers.SingleOrDefaultAsync(member => member.Id == memberId, cancel);
        return known is not null && await store.TurnAndTell(
            TurnRequest.About(known.ServiceId, known.AddressId, clock.GetCurrentInstant()),
            async turn =>
            {
                if (await GroupRows.Member(turn.Session, memberId) is not { Status: MemberStatus.Joined or MemberStatus.Offered or MemberStatus.Waiting } member)
                {
                    return false;
                }

                Leave(turn, member, member.Status == MemberStatus.Joined ? MemberStatus.Left : MemberStatus.Declined);
                return true;
            },
            cancel);
    }

    /// <summary>Takes them out in a turn about their address. The place is given away in a turn of its own, under the group's lock.</summary>
    internal static void Leave(Turn turn, GroupMember member, MemberStatus status)
    {
        GroupTalks.Drop(turn, member, "left");
        Places.Change(turn.Session, member, status, turn.Now);
        GroupTimers.Place(turn.Session, member, turn.Now);
    }
}
