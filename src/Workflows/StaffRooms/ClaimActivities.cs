using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.StaffRooms;

/// <summary>
/// Claims activities that wait to be worked on: the oldest of each conversation, so that an edit never overtakes what it edits. A claim that
/// is not settled in time is another process's to take.
/// </summary>
public sealed class ClaimActivities(IStore store, IClock clock)
{
    /// <summary>How long a claim lasts.</summary>
    public static readonly Duration Lease = Duration.FromSeconds(60);

    private const string Due =
        """
        a WHERE a."DoneAt" IS NULL AND a."DueAt" <= @p0 AND (a."ClaimedUntil" IS NULL OR a."ClaimedUntil" <= @p0) AND NOT EXISTS (
            SELECT 1 FROM "StaffActivities" e WHERE e."ConversationId" = a."ConversationId" AND e."DoneAt" IS NULL AND e."Id" < a."Id")
        ORDER BY a."DueAt", a."Id" LIMIT @p1
        """;

    /// <summary>Claims at most so many.</summary>
    public async Task<List<StaffActivity>> Handle(int most, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        if (!await IsAnyDue(now, cancel))
        {
            return [];
        }

        return await store.Write(
            async session =>
            {
                var due = await session.Query<StaffActivity>(Due + session.SkipLocked, now.ToUnixTimeTicks(), most);
                foreach (var activity in due)
                {
                    (activity.ClaimedUntil, activity.Attempts) = (now + Lease, activity.Attempts + 1);
                    session.Update(activity);
                }

                return due;
            },
            cancel);
    }

    private async Task<bool> IsAnyDue(Instant now, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.StaffActivities.AnyAsync(activity => activity.DoneAt == null && activity.DueAt <= now, cancel);
    }
}
