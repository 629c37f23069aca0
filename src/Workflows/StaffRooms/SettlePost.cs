using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.StaffRooms;

/// <summary>Where a post came to stand.</summary>
/// <param name="RoomId">The room.</param>
/// <param name="ActivityId">The platform's id of the post.</param>
/// <param name="ThreadId">The platform's id of its thread; null outside channels.</param>
public sealed record Placed(long RoomId, string ActivityId, string? ThreadId);

/// <summary>Stores what became of a post.</summary>
public sealed class SettlePost(IStore store, IClock clock)
{
    private static readonly Duration AfterTheCard = Duration.FromSeconds(3);

    private const string FreeIt = "\"ClaimedUntil\" = NULL, \"DueAt\" = CASE WHEN \"Wanted\" > @p1 THEN @p2 ELSE \"DueAt\" END";

    /// <summary>It is shown as it was wanted when it was claimed; a change since then is due at once.</summary>
    public Task Shown(StaffPost post, Placed placed, CancellationToken cancel) => Write(
        $"\"Shown\" = @p1, \"Attempts\" = 0, \"Trouble\" = NULL, \"RoomId\" = @p3, \"ActivityId\" = @p4, \"ThreadId\" = @p5, {FreeIt}",
        cancel, post.Id, post.Wanted, Now(), placed.RoomId, placed.ActivityId, placed.ThreadId);

    /// <summary>It is not to be shown, and why; a change since then is looked at all the same.</summary>
    public Task Dropped(StaffPost post, string why, CancellationToken cancel) =>
        Write($"\"Shown\" = @p1, \"Attempts\" = 0, \"Trouble\" = @p3, {FreeIt}", cancel, post.Id, post.Wanted, Now(), why);

    /// <summary>It could not be shown now.</summary>
    public Task Later(StaffPost post, string why, Duration after, CancellationToken cancel) =>
        Write("\"Trouble\" = @p1, \"DueAt\" = @p2, \"ClaimedUntil\" = NULL", cancel, post.Id, why, (clock.GetCurrentInstant() + after).ToUnixTimeTicks());

    /// <summary>The platform no longer has what it took: it is posted anew, a card with a thread of its own.</summary>
    public Task Lost(StaffPost post, CancellationToken cancel) =>
        Write("\"ActivityId\" = NULL, \"ThreadId\" = NULL, \"DueAt\" = @p1, \"ClaimedUntil\" = NULL", cancel, post.Id, Now());

    /// <summary>The platform no longer has the thread that it was to stand in: the card that began it is posted anew, and this goes below that.</summary>
    public Task ThreadLost(StaffPost post, Placed thread, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        return store.Write(
            session =>
            {
                session.Execute(
                    "UPDATE \"StaffPosts\" SET \"ActivityId\" = NULL, \"ThreadId\" = NULL, \"Wanted\" = \"Wanted\" + 1, \"DueAt\" = @p2 WHERE \"Kind\" = 'Card' AND \"RoomId\" = @p0 AND \"ThreadId\" = @p1",
                    thread.RoomId, thread.ThreadId, now.ToUnixTimeTicks());
                session.Execute(
                    "UPDATE \"StaffPosts\" SET \"ThreadId\" = NULL, \"Trouble\" = @p1, \"DueAt\" = @p2, \"ClaimedUntil\" = NULL WHERE \"Id\" = @p0",
                    post.Id, "Its thread is no longer there.", (now + AfterTheCard).ToUnixTimeTicks());
                return ValueTask.FromResult(true);
            },
            cancel);
    }

    private long Now() => clock.GetCurrentInstant().ToUnixTimeTicks();

    private Task Write(string sets, CancellationToken cancel, params object?[] values) => store.Write(
        session =>
        {
            session.Execute($"UPDATE \"StaffPosts\" SET {sets} WHERE \"Id\" = @p0", values);
            return ValueTask.FromResult(true);
        },
        cancel);
}
