using System.Text.Json.Nodes;
using Companion.Bot.Channels.Teams.Cards;
using Companion.Workflows.Settings;
using Companion.Workflows.StaffRooms;
using Companion.Workflows.Storage;
using Companion.Workflows.Workers;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Bot.Channels.Teams;

/// <summary>What a post shows, as things stand at the moment of posting. Of a person's words it shows nothing to anybody who does not hold their conversation then.</summary>
public sealed class PostContent(IStore store, ServiceBook services, CardRoom cards, NoteRoom notes, IClock clock)
{
    private static readonly Duration OfUse = Duration.FromDays(1);

    /// <summary>Why a post is not to be shown at all, in words for staff; null when it is.</summary>
    public async Task<string?> WhyNot(StaffPost post, CancellationToken cancel)
    {
        if (post is { RoomId: null, WorkerId: null } && services.Find(post.ServiceId) is not { TeamsChannel.Length: > 0 })
        {
            return "The service has no channel in Teams.";
        }

        if (post.Kind is StaffPostKind.Notice or StaffPostKind.Held or StaffPostKind.HeldFiles && clock.GetCurrentInstant() - post.CreatedAt > OfUse)
        {
            return "It was too late to be of use.";
        }

        await using var db = store.Read();
        var worker = await Of(db, post.WorkerId, cancel);
        if (post.WorkerId is not null && worker is null)
        {
            return "They no longer work for the service.";
        }

        if (post is { Kind: StaffPostKind.Note, ActivityId: null })
        {
            return await notes.Theirs(post.NoteId!.Value, worker!, cancel) switch
            {
                null => "It is no longer theirs to approve.",
                { IsOpen: false } => "It was decided on before it could be shown.",
                _ => null,
            };
        }

        if (post is not { HandOffId: { } id, ActivityId: null } || post.Kind is not (StaffPostKind.Card or StaffPostKind.Desk or StaffPostKind.Heard))
        {
            return null;
        }

        if (post.Kind == StaffPostKind.Heard)
        {
            return await HeldAs(db, post, cancel) is null ? "They no longer hold the conversation." : null;
        }

        var handOff = await db.HandOffs.SingleOrDefaultAsync(one => one.Id == id, cancel);
        return handOff is null ? "There is no such hand-off."
            : handOff.ClearedAt is not null ? "It was closed before it could be shown."
            : post.Kind != StaffPostKind.Card && handOff.OwnerId != post.WorkerId ? "They no longer hold the conversation."
            : null;
    }

    /// <summary>The activity to post; null when there is nothing to show.</summary>
    public async Task<JsonObject?> Of(StaffPost post, StaffRoom room, CancellationToken cancel)
    {
        if (post.Kind == StaffPostKind.Notice)
        {
            return post.Words is { Length: > 0 } sentence ? Card.Sentence(sentence) : null;
        }

        if (post.Kind is StaffPostKind.Held or StaffPostKind.HeldFiles)
        {
            return room.EntraId is { } user ? (await cards.Held(user, post, cancel)).Activity(alerts: false) : null;
        }

        await using var db = store.Read();
        if (post is { Kind: StaffPostKind.Note, NoteId: { } noteId })
        {
            return await Of(db, post.WorkerId, cancel) is { } theirs
                ? (await notes.Show(noteId, theirs, new NoteShowing(), cancel))?.Activity(alerts: post.ActivityId is null)
                : null;
        }

        if ((post.Kind == StaffPostKind.Heard ? await HeldAs(db, post, cancel) : post.HandOffId) is not { } id || await CaseView.Read(db, id, cancel) is not { } seen)
        {
            return null;
        }

        var isNew = post.ActivityId is null;
        return post.Kind switch
        {
            StaffPostKind.Card => cards.HandOff(seen).Activity(alerts: isNew && seen.HandOff.Urgent),
            StaffPostKind.Desk when await Of(db, post.WorkerId, cancel) is { } worker => (await cards.Desk(seen, post, worker, cancel)).Activity(alerts: isNew),
            StaffPostKind.Heard => (await cards.Heard(seen, post, cancel))?.Activity(alerts: isNew),
            _ => null,
        };
    }

    // Whoever holds the phone reads what is written there: when the hand-off that was held then is closed, by another one they hold.
    private static async Task<long?> HeldAs(CompanionDb db, StaffPost post, CancellationToken cancel) => await db.HandOffs
        .Where(held => held.ClearedAt == null && held.OwnerId == post.WorkerId && db.HandOffs.Any(heard => heard.Id == post.HandOffId && heard.AddressId == held.AddressId))
        .OrderByDescending(held => held.Id == post.HandOffId)
        .ThenByDescending(held => held.Urgent)
        .Select(held => (long?)held.Id)
        .FirstOrDefaultAsync(cancel);

    private static Task<Worker?> Of(CompanionDb db, long? workerId, CancellationToken cancel) =>
        db.Workers.SingleOrDefaultAsync(worker => worker.Id == workerId && worker.LeftAt == null && worker.Role != WorkerRole.Commissioner, cancel);
}
