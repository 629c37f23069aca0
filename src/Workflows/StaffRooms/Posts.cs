using Companion.Workflows.HandOffs;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.StaffRooms;

/// <summary>Puts posts for staff into their outbox as rows of a turn. Nothing is posted here, and without a room nothing ever is: the console shows the same.</summary>
internal static class Posts
{
    /// <summary>Draws posts anew from @p1 on, those that meet the condition which follows. One that was put off keeps its time: the platform asked for it.</summary>
    internal const string DrawAnew =
        "UPDATE \"StaffPosts\" SET \"Wanted\" = \"Wanted\" + 1, \"DueAt\" = CASE WHEN \"Attempts\" > 0 AND \"DueAt\" > @p1 THEN \"DueAt\" ELSE @p1 END WHERE ";

    /// <summary>Every change of a hand-off makes its cards out of date; its opening makes the one in the channel.</summary>
    public static void Changed(Turn turn, HandOff handOff, bool isNew)
    {
        if (isNew)
        {
            Add(turn, handOff, StaffPostKind.Card, "channel");
            return;
        }

        turn.Session.Execute(
            DrawAnew + "\"HandOffId\" = @p0 AND (\"Kind\" IN ('Card', 'Desk') OR (\"Kind\" = 'Note' AND \"WorkerId\" <> @p2))",
            handOff.Id,
            turn.Now.ToUnixTimeTicks(),
            handOff.OwnerId ?? 0);
    }

    /// <summary>A worker took the conversation up: it is opened for them, and whatever is urgent in it below that.</summary>
    public static void OpenAll(Turn turn, HandOff taken)
    {
        Open(turn, taken);
        foreach (var urgent in turn.HandOffs.Where(one => one != taken && one is { Urgent: true, OwnerId: not null, ClearedAt: null }))
        {
            Open(turn, urgent);
        }
    }

    /// <summary>One hand-off is opened for whoever holds it.</summary>
    public static void Open(Turn turn, HandOff handOff) => Add(turn, handOff, StaffPostKind.Desk, $"{handOff.Fence}", handOff.OwnerId);

    /// <summary>The person has written to whoever holds the conversation.</summary>
    public static void Heard(Turn turn, HandOff handOff, long messageId) =>
        Add(turn, handOff, StaffPostKind.Heard, $"{messageId}", handOff.OwnerId).MessageId = messageId;

    /// <summary>A sentence for one worker, about a hand-off.</summary>
    public static void Tell(Turn turn, HandOff handOff, long? workerId, string step, string words) =>
        Add(turn, handOff, StaffPostKind.Notice, $"{workerId}:{step}", workerId).Words = words;

    /// <summary>A reply did not get there: whoever holds the conversation reads so, in the thread while nobody does, and their desk shows it.</summary>
    public static void NotSent(Session session, HandOff handOff, long textId, string words, Instant now)
    {
        session.Execute(DrawAnew + "\"HandOffId\" = @p0 AND \"Kind\" = 'Desk'", handOff.Id, now.ToUnixTimeTicks());
        var post = Make(session, now, handOff.ServiceId, StaffPostKind.Notice, NoticeKey(handOff, handOff.OwnerId, $"not-sent:{textId}"));
        (post.HandOffId, post.WorkerId, post.Words) = (handOff.Id, handOff.OwnerId, words);
    }

    /// <summary>Puts one into the outbox, due now; nothing with the same key is made twice.</summary>
    public static StaffPost Make(Session session, Instant now, string serviceId, StaffPostKind kind, string key)
    {
        var post = new StaffPost { Id = session.NextId(), ServiceId = serviceId, Kind = kind, PostKey = key, CreatedAt = now, DueAt = now };
        session.Insert(post);
        return post;
    }

    /// <summary>The key of such a sentence.</summary>
    public static string NoticeKey(HandOff handOff, long? workerId, string step) => KeyOf(handOff, StaffPostKind.Notice, $"{workerId}:{step}");

    private static string KeyOf(HandOff handOff, StaffPostKind kind, string step) => $"{handOff.Id}:{kind}:{step}";

    private static StaffPost Add(Turn turn, HandOff handOff, StaffPostKind kind, string step, long? workerId = null)
    {
        var post = Make(turn.Session, turn.Now, handOff.ServiceId, kind, KeyOf(handOff, kind, step));
        (post.HandOffId, post.WorkerId, post.Fence) = (handOff.Id, workerId, handOff.Fence);
        return post;
    }
}
