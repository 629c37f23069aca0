using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.StaffRooms;

/// <summary>Claims posts that are due to be shown. What a person wrote is shown in the order it was written: a later line waits for one that is put off.</summary>
public sealed class ClaimPosts(IStore store, IClock clock)
{
    /// <summary>How long a claim lasts; well above the longest call of a connector with all its tries.</summary>
    public static readonly Duration Lease = Duration.FromSeconds(90);

    private const string Due =
        """
        p WHERE p."Shown" < p."Wanted" AND p."DueAt" <= @p0 AND (p."ClaimedUntil" IS NULL OR p."ClaimedUntil" <= @p0)
        AND (p."Kind" <> 'Heard' OR NOT EXISTS (
            SELECT 1 FROM "StaffPosts" e WHERE e."HandOffId" = p."HandOffId" AND e."WorkerId" = p."WorkerId" AND e."Kind" = 'Heard' AND e."Shown" < e."Wanted"
            AND e."Id" < p."Id" AND (e."DueAt" > @p0 OR e."ClaimedUntil" > @p0)))
        ORDER BY p."Id" LIMIT @p1
        """;

    /// <summary>Claims at most so many.</summary>
    public async Task<List<StaffPost>> Handle(int most, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        if (!await IsAnyDue(now, cancel))
        {
            return []; // asked again and again, so without a place in the writers' line
        }

        return await store.Write(
            async session =>
            {
                if (!await session.TryLock("claim posts"))
                {
                    return []; // another process is at it; what it skips for order we would not know of
                }

                var due = await session.Query<StaffPost>(Due + session.SkipLocked, now.ToUnixTimeTicks(), most);
                foreach (var post in due)
                {
                    (post.ClaimedUntil, post.Attempts) = (now + Lease, post.Attempts + 1);

                    // Not the whole row: what is wanted may grow at any time.
                    session.Execute(
                        "UPDATE \"StaffPosts\" SET \"ClaimedUntil\" = @p1, \"Attempts\" = @p2 WHERE \"Id\" = @p0", post.Id, post.ClaimedUntil.Value.ToUnixTimeTicks(), post.Attempts);
                }

                return due;
            },
            cancel);
    }

    private async Task<bool> IsAnyDue(Instant now, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.StaffPosts.AnyAsync(post => post.Shown < post.Wanted && post.DueAt <= now, cancel);
    }
}
