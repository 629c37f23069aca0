using Companion.Workflows.HandOffs;
using Companion.Workflows.Referrals;
using Companion.Workflows.Storage;
using Companion.Workflows.Summaries;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Notes;

/// <summary>
/// A note is asked for: a row that says so, in the turn that gives the reason. It is drafted afterwards, outside any turn, because a model
/// may be slow; whoever picks up never waits for it.
/// </summary>
public sealed class AskForNote(IStore store, IClock clock)
{
    /// <summary>Asks for one of a whole case.</summary>
    /// <param name="serviceId">The service of whoever asks.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="key">Of this press of the button: the same key is one note.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>The note's id, or null when the service has no such case.</returns>
    public async Task<long?> OfCase(string serviceId, long caseId, string by, string key, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.Cases.SingleOrDefaultAsync(one => one.Id == caseId && one.ServiceId == serviceId, cancel) is not { } referral
            ? null
            : await Ask(serviceId, referral.AddressId, turn => ValueTask.FromResult(Row(turn, serviceId, $"case:{caseId}:{key}", Purpose.OnRequest, by, referral.Id)), cancel);
    }

    /// <summary>Asks for one of a hand-off, which may have no case.</summary>
    /// <param name="serviceId">The service of whoever asks.</param>
    /// <param name="handOffId">The hand-off.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="key">Of this press of the button: the same key is one note.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>The note's id, or null when the service has no such hand-off.</returns>
    public async Task<long?> OfHandOff(string serviceId, long handOffId, string by, string key, CancellationToken cancel)
    {
        await using var db = store.Read();
        if (await db.HandOffs.SingleOrDefaultAsync(one => one.Id == handOffId && one.ServiceId == serviceId, cancel) is not { } handOff)
        {
            return null;
        }

        var purpose = handOff.ClearedAt is null ? Purpose.PickedUp : Purpose.Closed;
        return await Ask(serviceId, handOff.AddressId, async turn =>
        {
            var note = Row(turn, serviceId, $"handoff:{handOffId}:{key}", purpose, by, await CaseOf(turn, handOff));
            note.HandOffId = handOffId;
            return note;
        }, cancel);
    }

    /// <summary>A hand-off was picked up.</summary>
    internal static ValueTask PickedUp(Turn turn, HandOff handOff) => Of(turn, handOff, Purpose.PickedUp);

    /// <summary>A hand-off was closed; one note is enough for those of an address that are closed together.</summary>
    internal static ValueTask Closed(Turn turn, HandOff handOff) =>
        turn.HandOffs.TrueForAll(one => one.ClearedAt is not null) ? Of(turn, handOff, Purpose.Closed) : ValueTask.CompletedTask;

    private static async ValueTask Of(Turn turn, HandOff handOff, Purpose purpose)
    {
        var note = Row(turn, handOff.ServiceId, $"handoff:{handOff.Id}:{purpose}:{handOff.Fence}", purpose, null, await CaseOf(turn, handOff));
        note.HandOffId = handOff.Id;
        turn.Insert(note);
    }

    // On a phone that several people use, only a hand-off that says whose it is has a case.
    private static async ValueTask<long?> CaseOf(Turn turn, HandOff handOff)
    {
        var cases = await turn.Session.Query<Case>(
            "WHERE \"AddressId\" = @p0 OR \"PersonId\" IN (SELECT \"PersonId\" FROM \"PersonAddresses\" WHERE \"AddressId\" = @p0) ORDER BY \"Id\" DESC", handOff.AddressId);
        var own = handOff.ConversationId is { } talk ? cases.Find(one => one.ConversationId == talk) : null;
        return (own ?? (handOff.PersonId is { } person
            ? cases.Find(one => one.PersonId == person)
            : cases.DistinctBy(one => one.PersonId).Count() == 1 ? cases[0] : null))?.Id;
    }

    private static Note Row(Turn turn, string serviceId, string key, Purpose purpose, string? by, long? caseId) => new()
    {
        Id = turn.Session.NextId(),
        ServiceId = serviceId,
        AddressId = turn.Address.Id,
        CaseId = caseId,
        Purpose = purpose,
        Status = NoteStatus.Asked,
        NoteKey = key,
        AskedAt = turn.Now,
        AskedBy = by,
        DueAt = turn.Now,
    };

    private Task<long?> Ask(string serviceId, long addressId, Func<Turn, ValueTask<Note>> row, CancellationToken cancel) => store.Turn(
        TurnRequest.About(serviceId, addressId, clock.GetCurrentInstant()),
        async turn =>
        {
            var note = await row(turn);
            var before = (await turn.Session.Query<Note>("WHERE \"NoteKey\" = @p0", note.NoteKey)).SingleOrDefault();
            return (long?)(before ?? turn.Insert(note)).Id;
        },
        cancel);
}
