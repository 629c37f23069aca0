using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.StaffRooms;

/// <summary>An answer of the bot to a member of staff, in the room they spoke in.</summary>
/// <param name="Kind">What it shows.</param>
/// <param name="Key">The activity it answers, or whatever else makes it one.</param>
/// <param name="Words">Its sentence, for a notice; never a person's words.</param>
public sealed record StaffAnswer(StaffPostKind Kind, string Key, string? Words = null)
{
    /// <summary>The thread it goes to; null outside channels.</summary>
    public string? ThreadId { get; init; }
}

/// <summary>Puts an answer into the outbox of staff rooms.</summary>
public sealed class AnswerStaff(IStore store, IClock clock)
{
    /// <summary>Puts it there, once for each key.</summary>
    public Task Handle(StaffRoom room, StaffAnswer answer, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        return store.Write(
            async session =>
            {
                var card = answer.ThreadId is null ? [] : await session.Query<StaffPost>(
                    "WHERE \"ThreadId\" = @p0 AND \"RoomId\" = @p1 AND \"Kind\" = 'Card'", answer.ThreadId, room.Id);
                var post = Posts.Make(session, now, room.ServiceId, answer.Kind, $"answer:{answer.Kind}:{answer.Key}");
                (post.RoomId, post.ThreadId, post.Words) = (room.Id, answer.ThreadId, answer.Words);
                post.HandOffId = card.FirstOrDefault()?.HandOffId; // should the thread be lost, the card begins another
                return true;
            },
            cancel);
    }
}
