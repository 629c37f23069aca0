using System.Text.Json.Nodes;
using Companion.Workflows.Safety;
using Companion.Workflows.Settings;
using Companion.Workflows.StaffRooms;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Bot.Channels.Teams;

/// <summary>Shows one claimed post: finds its room, makes its card as things stand, hands it to the connector, and stores what became of it.</summary>
public sealed class ShowPost(
    IStore store, ServiceBook services, PostContent content, ConnectorClient connector, SettlePost settle, RecordRoom rooms, RaiseAlert alerts, TeamsMeter meter, IClock clock)
{
    /// <summary>What waits for a room is looked at so often; a room that appears wakes it at once.</summary>
    private static readonly Duration WithoutRoom = Duration.FromMinutes(10);

    private static readonly Duration GoneFor = Duration.FromHours(1);
    private static readonly Duration OfUse = Duration.FromDays(1);
    private const int MostTries = 12;
    private const string NoRoom = "There is no room to show it in.";

    /// <summary>Shows it.</summary>
    /// <returns>False when it was put off.</returns>
    public async Task<bool> Handle(StaffPost post, CancellationToken cancel)
    {
        if (await content.WhyNot(post, cancel) is { } why)
        {
            await settle.Dropped(post, why, cancel);
            return true;
        }

        var room = await RoomOf(post, cancel);
        if (room is null || !IsThere(room))
        {
            await Wait(post, NoRoom, cancel);
            return false;
        }

        if (await content.Of(post, room, cancel) is not { } activity)
        {
            await settle.Dropped(post, "There is nothing to show any more.", cancel);
            return true;
        }

        if (room.BotId is { } bot)
        {
            activity["from"] = new JsonObject { ["id"] = bot };
        }

        var (sent, thread) = await Send(post, room, activity, cancel);
        meter.Posted(sent.GetType().Name);
        await Settle(post, room, sent, thread, cancel);
        return sent is ConnectorAnswer.Taken;
    }

    private bool IsThere(StaffRoom room) => room.GoneAt is not { } gone || gone <= clock.GetCurrentInstant() - GoneFor;

    private async Task Wait(StaffPost post, string why, CancellationToken cancel)
    {
        if (clock.GetCurrentInstant() - post.CreatedAt > OfUse && post.ActivityId is null)
        {
            await settle.Dropped(post, "There was no room to show it in.", cancel);
            return;
        }

        await settle.Later(post, why, WithoutRoom, cancel);

        // It may have appeared since it was looked for, when there was nothing yet to wake.
        if (await RoomOf(post, cancel) is { } room && IsThere(room))
        {
            await settle.Later(post, why, Duration.Zero, cancel);
        }
    }

    private async Task<(ConnectorAnswer Answer, string? Thread)> Send(StaffPost post, StaffRoom room, JsonObject activity, CancellationToken cancel)
    {
        var thread = post.ThreadId ?? (room.EntraId is null && post.Kind == StaffPostKind.Notice ? await ThreadOf(post, cancel) : null);
        var conversation = thread is null ? room.ConversationId : $"{room.ConversationId};messageid={thread}";
        if (post.ActivityId is { } shown)
        {
            activity["id"] = shown;
            return (await connector.Put(room, conversation, shown, activity, cancel), thread);
        }

        if (room.EntraId is not null || room.ServiceId.Length == 0 || thread is not null)
        {
            return (await connector.Post(room, conversation, activity, cancel), thread);
        }

        var answer = await connector.Create(room, NewThread(room, activity), cancel);
        return (answer, answer is ConnectorAnswer.Taken taken ? RootOf(taken) : null);
    }

    private static JsonObject NewThread(StaffRoom room, JsonObject activity)
    {
        var begun = new JsonObject
        {
            ["isGroup"] = true,
            ["channelData"] = new JsonObject { ["channel"] = new JsonObject { ["id"] = room.ConversationId } },
            ["activity"] = activity,
        };
        if (room.TenantId is { } tenant)
        {
            begun["channelData"]!["tenant"] = new JsonObject { ["id"] = tenant };
            begun["tenantId"] = tenant;
        }

        if (room.BotId is { } bot)
        {
            begun["bot"] = new JsonObject { ["id"] = bot };
        }

        return begun;
    }

    private static string RootOf(ConnectorAnswer.Taken taken)
    {
        const string Mark = ";messageid=";
        var at = taken.ConversationId?.IndexOf(Mark, StringComparison.OrdinalIgnoreCase) ?? -1;
        return at < 0 ? taken.ActivityId : taken.ConversationId![(at + Mark.Length)..];
    }

    private async Task Settle(StaffPost post, StaffRoom room, ConnectorAnswer answer, string? thread, CancellationToken cancel)
    {
        switch (answer)
        {
            case ConnectorAnswer.Taken taken:
                await settle.Shown(post, new Placed(room.Id, taken.ActivityId.Length > 0 ? taken.ActivityId : post.ActivityId ?? "", thread), cancel);
                break;
            case ConnectorAnswer.Lost when post.ActivityId is not null:
                await settle.Lost(post, cancel);
                break;
            case ConnectorAnswer.Lost when post.HandOffId is null:
                await settle.Dropped(post, "The thread that it answers is no longer there.", cancel);
                break;
            case ConnectorAnswer.Lost:
                await settle.ThreadLost(post, new Placed(room.Id, "", thread), cancel);
                break;
            case ConnectorAnswer.Gone gone:
                await GiveUp(post, room, gone.Status, cancel);
                break;
            case ConnectorAnswer.NotNow later:
                await settle.Later(post, later.Reason, later.After ?? Backoff(post.Attempts), cancel);
                await TellOfTrouble(post, later.Reason, cancel);
                break;
            case ConnectorAnswer.Refused refused when post.Attempts >= MostTries:
                await settle.Dropped(post, $"Teams refused it with HTTP status {refused.Status}.", cancel);
                await alerts.Handle("TeamsRefused", $"Teams refuses a card with HTTP status {refused.Status}. Work in /console, and look at the log.", cancel);
                break;
            case ConnectorAnswer.Refused refused:
                await settle.Later(post, $"Teams refused it with HTTP status {refused.Status}.", Backoff(post.Attempts), cancel);
                break;
        }
    }

    private static Duration Backoff(int attempts) => Duration.FromSeconds(Math.Min(300, 1 << Math.Min(attempts, 9)));

    private async Task TellOfTrouble(StaffPost post, string reason, CancellationToken cancel)
    {
        if (post.Attempts == MostTries / 2)
        {
            await alerts.Handle("TeamsTrouble", $"Cards have not reached Teams for about a minute ({reason}). Hand-offs are in /console, and workers are told by e-mail.", cancel);
        }
    }

    private async Task GiveUp(StaffPost post, StaffRoom room, int status, CancellationToken cancel)
    {
        await rooms.Gone(room.ConversationId, cancel);
        await alerts.Handle(
            "TeamsRoomGone",
            room.EntraId is null
                ? $"The Teams channel of the service '{room.ServiceId}' can no longer be posted to (HTTP status {status}). Add the app to the team again, or set Services:{room.ServiceId}:TeamsChannel. Until then hand-offs are in /console, and workers are told by e-mail."
                : $"A worker of the service '{room.ServiceId}' can no longer be written to in Teams (HTTP status {status}): they removed or blocked the app (room {room.Id}). Their conversations are in /console.",
            cancel);
        await Wait(post, $"Teams says that the room is not there (HTTP status {status}).", cancel);
    }

    private async Task<StaffRoom?> RoomOf(StaffPost post, CancellationToken cancel)
    {
        await using var db = store.Read();
        if (post.RoomId is { } given)
        {
            return await db.StaffRooms.SingleOrDefaultAsync(room => room.Id == given, cancel);
        }

        if (post.WorkerId is { } worker)
        {
            return await db.StaffRooms
                .Where(room => db.Workers.Any(one => one.Id == worker && one.EntraId != null && one.EntraId == room.EntraId))
                .OrderByDescending(room => room.SeenAt)
                .FirstOrDefaultAsync(cancel);
        }

        var channel = services.Find(post.ServiceId)?.TeamsChannel;
        return await db.StaffRooms.SingleOrDefaultAsync(room => room.ConversationId == channel && room.EntraId == null, cancel);
    }

    private async Task<string?> ThreadOf(StaffPost post, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.StaffPosts
            .Where(card => card.HandOffId == post.HandOffId && card.Kind == StaffPostKind.Card && card.ThreadId != null)
            .Select(card => card.ThreadId)
            .FirstOrDefaultAsync(cancel);
    }
}
