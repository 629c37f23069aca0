using Companion.Workflows.HandOffs;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Workers;
using NodaTime;

namespace Companion.Workflows.StaffRooms;

/// <summary>A room as an activity showed it.</summary>
/// <param name="ConversationId">The platform's id of the conversation.</param>
/// <param name="ServiceUrl">Where the connector is.</param>
/// <param name="ServiceId">The service; empty when no service is known.</param>
public sealed record SeenRoom(string ConversationId, string ServiceUrl, string ServiceId)
{
    /// <summary>Whose personal chat it is; null for a channel.</summary>
    public string? EntraId { get; init; }

    public string? TenantId { get; init; }

    public string? BotId { get; init; }
}

/// <summary>
/// Keeps where staff are reached, as activities show it. What waited for a room that is there again is due at once; of a service's channel that
/// is gone its managers are told.
/// </summary>
public sealed class RecordRoom(IStore store, ServiceBook services, TellWorker tell, IClock clock)
{
    /// <summary>A room is there.</summary>
    public async Task<StaffRoom> Seen(SeenRoom seen, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        return await store.Write(
            async session =>
            {
                var room = (await session.Query<StaffRoom>("WHERE \"ConversationId\" = @p0" + session.Lock, seen.ConversationId)).SingleOrDefault();
                var isBack = room is null or { GoneAt: not null } || room.EntraId != seen.EntraId;
                var isNew = room is null;
                room ??= new StaffRoom { Id = session.NextId(), ServiceId = seen.ServiceId, ConversationId = seen.ConversationId, ServiceUrl = seen.ServiceUrl };
                (room.ServiceUrl, room.ServiceId, room.EntraId, room.SeenAt, room.GoneAt) = (seen.ServiceUrl, seen.ServiceId, seen.EntraId, now, null);
                (room.TenantId, room.BotId) = (seen.TenantId ?? room.TenantId, seen.BotId ?? room.BotId);
                if (isNew)
                {
                    session.Insert(room);
                }
                else
                {
                    session.Update(room);
                }

                if (isBack)
                {
                    WakePosts(session, room, now);
                }

                return room;
            },
            cancel);
    }

    /// <summary>A room is no longer there, or the bot may not write in it.</summary>
    /// <returns>False when that was known, or there is no such room.</returns>
    public Task<bool> Gone(string conversationId, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        return store.Write(
            async session =>
            {
                var room = (await session.Query<StaffRoom>("WHERE \"ConversationId\" = @p0" + session.Lock, conversationId)).SingleOrDefault();
                var wasThere = room is { GoneAt: null };
                if (room is not null)
                {
                    room.GoneAt = now;
                    session.Update(room);
                }

                if (wasThere && services.Find(room!.ServiceId) is { } service && service.TeamsChannel == room.ConversationId)
                {
                    await TellManagers(session, service, room, now);
                }

                return wasThere;
            },
            cancel);
    }

    private async ValueTask TellManagers(Session session, ServiceSettings service, StaffRoom room, Instant now)
    {
        var words = StaffWords.Of("room.channel-gone", ("service", service.NeutralName), ("setting", $"Services:{service.Key}:TeamsChannel"));
        var purpose = $"channel-gone:{room.Id}:{now.ToUnixTimeSeconds()}";
        foreach (var manager in await session.Query<Worker>("WHERE \"ServiceId\" = @p0 AND \"LeftAt\" IS NULL AND \"Role\" = 'Manager'", service.Key))
        {
            tell.Of(session, now, service, manager, purpose, words);
        }
    }

    private static void WakePosts(Session session, StaffRoom room, Instant now)
    {
        const string Wake = "UPDATE \"StaffPosts\" SET \"DueAt\" = @p0, \"Attempts\" = 0 WHERE \"Shown\" < \"Wanted\" AND \"DueAt\" > @p0 ";
        if (room.EntraId is { } user)
        {
            session.Execute(Wake + "AND \"WorkerId\" IN (SELECT \"Id\" FROM \"Workers\" WHERE \"EntraId\" = @p1)", now.ToUnixTimeTicks(), user);
        }
        else if (room.ServiceId.Length > 0)
        {
            session.Execute(Wake + "AND \"WorkerId\" IS NULL AND \"RoomId\" IS NULL AND \"ServiceId\" = @p1", now.ToUnixTimeTicks(), room.ServiceId);
        }
    }
}
