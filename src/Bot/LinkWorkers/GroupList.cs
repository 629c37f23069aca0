using Companion.Workflows.Groups;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Bot.LinkWorkers;

/// <summary>The groups of a service, by name.</summary>
public sealed class GroupList(IStore store, IClock clock)
{
    /// <summary>One page.</summary>
    public async Task<Paged<GroupRow>> Read(string serviceId, int page, CancellationToken cancel)
    {
        var today = clock.GetCurrentInstant().Local().Date;
        await using var db = store.Read();
        return await db.Groups
            .Where(group => group.ServiceId == serviceId)
            .OrderBy(group => group.Name)
            .ThenBy(group => group.Id)
            .Select(group => new GroupRow(group.Id, group.Name, group.NeutralName, group.Capacity)
            {
                Joined = db.GroupMembers.Count(member => member.GroupId == group.Id && member.Status == MemberStatus.Joined),
                Waiting = db.GroupMembers.Count(member => member.GroupId == group.Id && member.Status == MemberStatus.Waiting),
                Next = db.GroupSessions
                    .Where(meeting => meeting.GroupId == group.Id && meeting.Status == SessionStatus.Planned && meeting.Date >= today)
                    .OrderBy(meeting => meeting.Date)
                    .FirstOrDefault(),
            })
            .Page(page, cancel);
    }
}

/// <summary>One group in the list.</summary>
public sealed record GroupRow(long Id, string Name, string NeutralName, int Capacity)
{
    public int Joined { get; init; }

    public int Waiting { get; init; }

    /// <summary>The next session; null when none is to come.</summary>
    public GroupSession? Next { get; init; }
}
