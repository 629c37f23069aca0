using Companion.Workflows.HandOffs;
using Companion.Workflows.StaffRooms;
using Companion.Workflows.Storage;
using Companion.Workflows.Workers;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Bot.Channels.Teams;

/// <summary>
/// Words in a thread of a service's channel. Those of whoever holds that thread's case, with a mention of the bot, go to the person;
/// everything else stays between colleagues. What the person says never comes to the thread: the whole team reads it.
/// </summary>
public sealed class ThreadReply(IStore store, RoomDesk rooms, StaffDirectory staff, ReplyToPerson reply, Notices notices, IClock clock)
{
    /// <summary>How an activity is marked whose words went to a person; the hand-off follows.</summary>
    public const string Sent = "Sent:";

    private const string AskedFirst = "AskedFirst";

    private static readonly Duration SaidAgainWithin = Duration.FromMinutes(15);

    /// <summary>Works on one message of a channel.</summary>
    /// <returns>What became of it, and the service.</returns>
    public async Task<Outcome> Handle(TeamsActivity activity, CancellationToken cancel)
    {
        var (channel, root) = activity.Thread;
        if (!activity.MentionsOfBot.Any() || await rooms.Channel(channel, cancel) is not { } room)
        {
            return new Outcome("Internal");
        }

        await using var db = store.Read();
        var card = root is null ? null : await db.StaffPosts.FirstOrDefaultAsync(
            post => post.ThreadId == root && post.RoomId == room.Id && post.Kind == StaffPostKind.Card, cancel);
        if (card?.HandOffId is not { } handOffId)
        {
            await notices.Say(room, activity, "teams.thread.unknown", cancel);
            return new Outcome("NoCase", room.ServiceId);
        }

        var handOff = await db.HandOffs.SingleAsync(one => one.Id == handOffId, cancel);
        var worker = await staff.Of(activity, handOff.ServiceId, cancel);
        if (worker is null || handOff.OwnerId != worker.Id)
        {
            await SayInternal(room, activity, handOff, worker, cancel);
            return new Outcome("Internal", room.ServiceId);
        }

        return new Outcome(await Relay(db, room, activity, new Hold(handOff.Id, worker.Id, handOff.Fence), cancel), room.ServiceId);
    }

    private Task SayInternal(StaffRoom room, TeamsActivity activity, HandOff handOff, Worker? worker, CancellationToken cancel) =>
        worker is null ? notices.Say(room, activity, "teams.stranger", cancel)
        : handOff.Owner is { } holder ? notices.Say(room, activity, "teams.thread.colleague", cancel, ("holder", holder))
        : notices.Say(room, activity, "teams.thread.nobody", cancel);

    private async Task<string> Relay(CompanionDb db, StaffRoom room, TeamsActivity activity, Hold hold, CancellationToken cancel)
    {
        if (await WasChanged(db, activity, cancel))
        {
            await notices.Say(room, activity, "teams.thread.changed", cancel);
            return "Changed";
        }

        if (activity.MentionsOthers)
        {
            await notices.Say(room, activity, "teams.thread.others", cancel); // it may have been meant for them
            return "Others";
        }

        if (Incoming.HasFiles(activity))
        {
            await notices.Say(room, activity, "teams.thread.files", cancel);
            return "Files";
        }

        var said = await reply.Handle(hold, StaffText.Of(activity), $"thread:{activity.Conversation!.Id}:{activity.Id}", await AskedBefore(db, activity, cancel), cancel);
        await (said.Outcome switch
        {
            Replied.Sent => notices.Say(room, activity, "teams.thread.sent", cancel, ("who", said.To)),
            Replied.Already => notices.Say(room, activity, "teams.thread.already", cancel, ("who", said.To)),
            _ => notices.SayWords(room, activity, said.Reason, cancel),
        });
        return said.Outcome switch
        {
            Replied.Sent or Replied.Already => Sent + hold.HandOffId.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Replied.AskFirst => AskedFirst,
            var other => other.ToString(),
        };
    }

    // It was edited or deleted before it was worked on: what was meant nobody knows.
    private static Task<bool> WasChanged(CompanionDb db, TeamsActivity activity, CancellationToken cancel)
    {
        var (conversation, edited, deleted) = (activity.Conversation!.Id!, Key(activity, TeamsActivity.Edit), Key(activity, "messageDelete"));
        return db.StaffActivities.AnyAsync(one => one.ConversationId == conversation && (one.ActivityKey.StartsWith(edited) || one.ActivityKey == deleted), cancel);
    }

    // "Send it again if it cannot wait": the same thread within a quarter of an hour is such a second time.
    private Task<bool> AskedBefore(CompanionDb db, TeamsActivity activity, CancellationToken cancel)
    {
        var (since, conversation) = (clock.GetCurrentInstant() - SaidAgainWithin, activity.Conversation!.Id!);
        return db.StaffActivities.AnyAsync(one => one.ConversationId == conversation && one.Outcome == AskedFirst && one.DoneAt > since, cancel);
    }

    private static string Key(TeamsActivity activity, string type) => TeamsActivity.KeyOf(activity.Conversation!.Id!, activity.Id ?? "", type);
}

/// <summary>What became of an activity, in a word, and the service it concerned.</summary>
public readonly record struct Outcome(string Word, string ServiceId = "");
