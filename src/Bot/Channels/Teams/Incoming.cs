using System.Globalization;
using Companion.Bot.Pages;
using Companion.Workflows.StaffRooms;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace Companion.Bot.Channels.Teams;

/// <summary>Works on one stored activity. Whatever it does can be done again: an activity may be worked on twice.</summary>
public sealed class Incoming(IStore store, StaffDirectory staff, RoomDesk rooms, ThreadReply thread, Notices notices, FlagEdit flag, PageWords words)
{
    /// <summary>True when something other than words came along. Teams sends each message's mark-up as an attachment, too.</summary>
    public static bool HasFiles(TeamsActivity activity) => activity.Attachments?.Any(one => one.ContentType is not (null or "text/html" or "text/plain")) == true;

    /// <summary>Works on it.</summary>
    public async Task<Outcome> Handle(TeamsActivity activity, CancellationToken cancel)
    {
        if (!staff.IsOurs(activity))
        {
            return new Outcome("Elsewhere");
        }

        return activity switch
        {
            { Type: "message", IsPersonal: true } => await Loose(activity, cancel),
            { Type: "message" } => await InChannel(activity, cancel),
            { Type: TeamsActivity.Edit or "messageDelete" } => await Changed(activity, cancel),
            { Type: "installationUpdate", Action: "remove" or "remove-upgrade" } => await Removed(activity, cancel),
            { Type: "conversationUpdate" } when Has(activity.MembersRemoved, activity) => await Removed(activity, cancel),
            { Type: "installationUpdate" } => await Added(activity, cancel),
            { Type: "conversationUpdate" } when Has(activity.MembersAdded, activity) => await Added(activity, cancel),
            _ => new Outcome("Nothing"),
        };
    }

    private static bool Has(IReadOnlyList<TeamsAccount>? members, TeamsActivity activity) => members?.Any(member => member.Id == activity.Recipient?.Id) == true;

    // Words that are bound to no case go to nobody.
    private async Task<Outcome> Loose(TeamsActivity activity, CancellationToken cancel)
    {
        var room = await Meet(activity, cancel);
        if (string.IsNullOrWhiteSpace(activity.Text) && !HasFiles(activity))
        {
            return new Outcome("Nothing", room.ServiceId);
        }

        if (room.EntraId is null)
        {
            await notices.Say(room, activity, "teams.stranger", cancel);
            return new Outcome("Stranger");
        }

        await notices.ShowHeld(room, activity, HasFiles(activity), cancel);
        return new Outcome("Loose", room.ServiceId);
    }

    private async Task<Outcome> InChannel(TeamsActivity activity, CancellationToken cancel)
    {
        await rooms.Channels(activity, cancel);
        return await thread.Handle(activity, cancel);
    }

    // Whoever adds the mention, or puts their words right, by an edit believes that they went: an edit sends nothing, and says so.
    private async Task<Outcome> EditedInstead(TeamsActivity activity, CancellationToken cancel)
    {
        if (activity.Type != TeamsActivity.Edit || !activity.MentionsOfBot.Any() || await rooms.Channel(activity.Thread.Conversation, cancel) is not { } room)
        {
            return new Outcome("Nothing");
        }

        await notices.Say(room, activity, "teams.thread.edited", cancel);
        return new Outcome("EditedInstead", room.ServiceId);
    }

    private async Task<Outcome> Added(TeamsActivity activity, CancellationToken cancel)
    {
        if (!activity.IsPersonal)
        {
            await rooms.Channels(activity, cancel);
            return new Outcome("Added");
        }

        var room = await Meet(activity, cancel);
        if (activity.Type == "installationUpdate")
        {
            await notices.Say(room, activity, room.EntraId is null ? "teams.stranger" : "teams.hello", cancel);
        }

        return new Outcome("Added", room.ServiceId);
    }

    private async Task<Outcome> Removed(TeamsActivity activity, CancellationToken cancel)
    {
        await rooms.Gone(activity, cancel);
        return new Outcome("Removed");
    }

    private async Task<StaffRoom> Meet(TeamsActivity activity, CancellationToken cancel) =>
        await rooms.Personal(activity, await staff.Of(activity, cancel), cancel);

    private async Task<Outcome> Changed(TeamsActivity activity, CancellationToken cancel)
    {
        var key = TeamsActivity.KeyOf(activity.Conversation!.Id!, activity.Id ?? "", "message");
        await using var db = store.Read();
        var said = await db.StaffActivities.Where(one => one.ActivityKey == key).Select(one => one.Outcome).SingleOrDefaultAsync(cancel);
        if (said?.StartsWith(ThreadReply.Sent, StringComparison.Ordinal) != true || !long.TryParse(said[ThreadReply.Sent.Length..], CultureInfo.InvariantCulture, out var handOffId))
        {
            return await EditedInstead(activity, cancel);
        }

        var reference = await db.HandOffs.Where(one => one.Id == handOffId).Select(one => one.Reference).SingleOrDefaultAsync(cancel) ?? "";
        var wasDeleted = activity.Type == "messageDelete";
        var sentence = words.With(wasDeleted ? "teams.deleted" : "teams.edited", ("reference", reference));
        var handOff = await flag.Handle(handOffId, wasDeleted, $"{activity.Kind}:{activity.Id}", sentence, cancel);
        return new Outcome("Flagged", handOff?.ServiceId ?? "");
    }
}
