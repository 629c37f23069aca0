using Companion.Workflows.Settings;
using Companion.Workflows.StaffRooms;
using Companion.Workflows.Storage;
using Companion.Workflows.Workers;
using Microsoft.EntityFrameworkCore;

namespace Companion.Bot.Channels.Teams;

/// <summary>Keeps where staff are reached, from what activities show: personal chats, and the channel each service has configured.</summary>
public sealed class RoomDesk(IStore store, ServiceBook services, RecordRoom record)
{
    /// <summary>The personal chat that an activity is from, with whoever writes there.</summary>
    public async Task<StaffRoom> Personal(TeamsActivity activity, IReadOnlyList<Worker> who, CancellationToken cancel)
    {
        var (id, service) = (activity.Conversation!.Id!, who.Count > 0 ? who[0].ServiceId : "");
        var user = who.Count > 0 ? who[0].EntraId : null;
        await using var db = store.Read();
        var known = await db.StaffRooms.SingleOrDefaultAsync(room => room.ConversationId == id, cancel);
        return known is { GoneAt: null } && known.EntraId == user && known.ServiceUrl == activity.ServiceUrl && known.ServiceId == service
            ? known
            : await record.Seen(Seen(activity, id, service) with { EntraId = user }, cancel);
    }

    /// <summary>
    /// The channels that an activity from a team shows. One that is configured but was never seen is taken to be reached the same way: the
    /// bot hears of its team, not of each channel in it. Should it be another team's, the first post says so.
    /// </summary>
    public async Task Channels(TeamsActivity activity, CancellationToken cancel)
    {
        await using var db = store.Read();
        var rooms = await db.StaffRooms.Where(room => room.EntraId == null && room.ServiceId != "").ToListAsync(cancel);
        foreach (var service in services.All.Where(service => service.TeamsChannel.Length > 0))
        {
            var known = rooms.Find(room => room.ConversationId == service.TeamsChannel);
            var isHere = IsAbout(activity, service.TeamsChannel);
            if (known is null || (isHere && (known.GoneAt is not null || known.ServiceUrl != activity.ServiceUrl)))
            {
                await record.Seen(Seen(activity, service.TeamsChannel, service.Key), cancel);
            }
        }
    }

    /// <summary>The bot was taken out of a chat or team.</summary>
    public async Task Gone(TeamsActivity activity, CancellationToken cancel)
    {
        await record.Gone(activity.Conversation!.Id!, cancel);
        foreach (var service in services.All.Where(service => service.TeamsChannel.Length > 0 && IsAbout(activity, service.TeamsChannel)))
        {
            await record.Gone(service.TeamsChannel, cancel);
        }
    }

    /// <summary>The room of a channel that somebody spoke in; null when it is no service's.</summary>
    public async Task<StaffRoom?> Channel(string conversationId, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.StaffRooms.SingleOrDefaultAsync(room => room.ConversationId == conversationId && room.EntraId == null && room.ServiceId != "", cancel);
    }

    private static bool IsAbout(TeamsActivity activity, string channel) =>
        activity.Thread.Conversation == channel || activity.ChannelData?.Channel?.Id == channel || activity.ChannelData?.Team?.Id == channel;

    private static SeenRoom Seen(TeamsActivity activity, string id, string service) => new(id, activity.ServiceUrl!, service)
    {
        TenantId = activity.TenantId,
        BotId = activity.Recipient?.Id,
    };
}
