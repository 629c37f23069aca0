using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.Groups;

/// <summary>
/// Gives free places to those who wait, in their order. Only here does somebody come from the list to an offer, under the lock of the
/// group: there are never more offers than places. A text changes only its own member's row, and never takes a place that is not kept.
/// </summary>
internal static class Places
{
    /// <summary>Places that nobody has and that are kept for nobody.</summary>
    public static int Free(Group group, IEnumerable<GroupMember> members) =>
        group.Capacity - members.Count(member => member.Status is MemberStatus.Joined or MemberStatus.Offered);

    /// <summary>Offers what is free in a group that meets again; <paramref name="passed"/> is a member who is looked at later.</summary>
    /// <returns>False when somebody else is giving its places away at this moment.</returns>
    public static async ValueTask<bool> Fill(Session session, long groupId, Instant now, long? passed = null)
    {
        // The row's lock keeps other transactions out, and this one the turns that share ours.
        if (!await session.TryLock($"places:{groupId}"))
        {
            return false;
        }

        if (await GroupRows.Locked(session, groupId) is { } group && (await GroupRows.ToCome(session, groupId, now)).Count > 0)
        {
            await Fill(session, group, await GroupRows.Members(session, groupId), now, passed);
        }

        return true;
    }

    /// <summary>As above, for a group that is locked, with its members in the order of the list.</summary>
    public static async ValueTask Fill(Session session, Group group, IReadOnlyList<GroupMember> members, Instant now, long? passed = null)
    {
        foreach (var next in members.Where(member => member.Status == MemberStatus.Waiting))
        {
            if (Free(group, members) <= 0)
            {
                return;
            }

            if (next.Id == passed)
            {
                GroupTimers.PlaceLater(session, next, now);
            }
            else
            {
                await Offer(session, next, now);
            }
        }
    }

    // Whoever cannot be asked now keeps their place in the line, and those behind are asked meanwhile.
    private static async ValueTask Offer(Session session, GroupMember next, Instant now)
    {
        var address = (await session.Query<Address>("WHERE \"Id\" = @p0", next.AddressId)).Single();
        var red = await session.Query<HandOff>("WHERE \"AddressId\" = @p0 AND \"ClearedAt\" IS NULL AND \"Reason\" = 'RedFlag' LIMIT 1", next.AddressId);
        if (address.Is(AddressTrouble.Died) || await GroupRows.HasDied(session, next))
        {
            Change(session, next, MemberStatus.Left, now);
        }
        else if (red.Count > 0 || address.Holder is not null)
        {
            GroupTimers.PlaceLater(session, next, now);
        }
        else
        {
            Change(session, next, MemberStatus.Offered, now);
            GroupTimers.Place(session, next, now);
        }
    }

    /// <summary>Changes what somebody is to a group.</summary>
    public static void Change(Session session, GroupMember member, MemberStatus status, Instant now)
    {
        (member.Status, member.OfferExpiresAt, member.ChangedAt) = (status, null, now);
        session.Update(member);
    }
}
