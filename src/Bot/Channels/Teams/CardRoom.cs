using Companion.Bot.Channels.Teams.Cards;
using Companion.Bot.LinkWorkers;
using Companion.Workflows.Forgetting;
using Companion.Workflows.Settings;
using Companion.Workflows.StaffRooms;
using Companion.Workflows.Storage;
using Companion.Workflows.Workers;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Bot.Channels.Teams;

/// <summary>Makes the cards as things stand at the moment of showing.</summary>
public sealed class CardRoom(IStore store, ServiceBook services, HandOffCard handOffCard, DeskCard deskCard, SmallCards smallCards, UnsentWords unsent, IClock clock)
{
    /// <summary>The card of the channel.</summary>
    public Card HandOff(CaseView seen, string? said = null) => handOffCard.Of(seen, clock.GetCurrentInstant(), said);

    /// <summary>The desk of a worker: with everything one does when they hold the conversation, else with who does.</summary>
    public async Task<Card> Desk(CaseView seen, Worker worker, Showing showing, CancellationToken cancel)
    {
        if (seen.HandOff.OwnerId != worker.Id || seen.HandOff.ClearedAt is not null)
        {
            return deskCard.Lost(seen, wasRetaken: false, showing.Unsent.Whole);
        }

        var now = clock.GetCurrentInstant();
        await using var db = store.Read();
        return deskCard.Mine(seen, await CaseFacts.Read(db, services.Of(seen.HandOff.ServiceId), seen, now, cancel), showing, now);
    }

    /// <summary>The desk that was made when a conversation was taken, as it stands; only the newest of them has actions.</summary>
    public async Task<Card> Desk(CaseView seen, StaffPost post, Worker worker, CancellationToken cancel) =>
        seen.HandOff.OwnerId == worker.Id && seen.HandOff.Fence != post.Fence
            ? deskCard.Lost(seen, wasRetaken: true)
            : await Desk(seen, worker, new Showing($"p{post.Id}w{post.Wanted}") { Unsent = unsent.Of(seen.HandOff, worker.Id) ?? new(null, null) }, cancel);

    /// <summary>What the person wrote; null when there is no such message.</summary>
    public async Task<Card?> Heard(CaseView seen, StaffPost post, CancellationToken cancel)
    {
        await using var db = store.Read();
        var line = await db.Inbound
            .Where(message => message.Id == post.MessageId)
            .Select(message => new TalkedLine(message.Id, message.ReceivedAt, message.Channel, message.ForgottenAt == null ? message.Words : RepeatedWords.Mark) { Attachments = message.Attachments })
            .SingleOrDefaultAsync(cancel);
        return line is null ? null : smallCards.Heard(seen, line, $"{CardPress.Heard}{post.Id}");
    }

    /// <summary>The conversations that somebody holds, a button each.</summary>
    public async Task<Card> Held(string user, StaffPost post, CancellationToken cancel)
    {
        await using var db = store.Read();
        var mine = await db.HandOffs
            .Where(handOff => handOff.ClearedAt == null && db.Workers.Any(worker => worker.Id == handOff.OwnerId && worker.EntraId == user && worker.LeftAt == null))
            .OrderBy(handOff => handOff.Id)
            .Select(handOff => handOff.Id)
            .ToListAsync(cancel);
        var seen = new List<CaseView>();
        foreach (var id in mine)
        {
            seen.Add((await CaseView.Read(db, id, cancel))!);
        }

        return smallCards.Held(seen, post.Kind == StaffPostKind.HeldFiles, $"p{post.Id}");
    }

    /// <summary>True when the bot can write to a worker.</summary>
    public async Task<bool> HasChat(Worker worker, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.StaffRooms.AnyAsync(room => room.EntraId == worker.EntraId && room.GoneAt == null, cancel);
    }
}
