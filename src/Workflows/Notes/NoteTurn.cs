using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Notes;

/// <summary>What came of changing or deciding on a note.</summary>
public enum NoteOutcome
{
    /// <summary>It was done.</summary>
    Done,

    /// <summary>There is no such note of the service, or no such sentence in it.</summary>
    Unknown,

    /// <summary>Somebody changed it since it was shown.</summary>
    Changed,

    /// <summary>It was approved or rejected already, or it is not drafted yet.</summary>
    NotOpen,

    /// <summary>There are no words where some have to be, or too many.</summary>
    BadWords,

    /// <summary>Nothing stands under Risks; "no known risks" has to be said.</summary>
    NoRisks,
}

/// <summary>Whose change to which note.</summary>
/// <param name="ServiceId">The service of whoever changes it.</param>
/// <param name="NoteId">The note.</param>
/// <param name="Version">The version they were shown: if it is not the newest any more, nothing is changed.</param>
/// <param name="By">Who they are.</param>
public readonly record struct NoteHand(string ServiceId, long NoteId, int Version, string By);

/// <summary>A change to one note, under the lock of its address.</summary>
internal static class NoteTurn
{
    public static async Task<NoteOutcome> Run(IStore store, IClock clock, NoteHand hand, Func<Turn, Note, NoteVersion, ValueTask<NoteOutcome>> change, CancellationToken cancel)
    {
        await using var db = store.Read();
        var found = await db.Notes.Where(one => one.Id == hand.NoteId && one.ServiceId == hand.ServiceId).Select(one => (long?)one.AddressId).SingleOrDefaultAsync(cancel);
        return found is not { } addressId ? NoteOutcome.Unknown : await store.Turn(
            TurnRequest.About(hand.ServiceId, addressId, clock.GetCurrentInstant()),
            async turn =>
            {
                var note = (await turn.Session.Query<Note>("WHERE \"Id\" = @p0" + turn.Session.Lock, hand.NoteId)).Single();
                if (!note.IsOpen)
                {
                    return NoteOutcome.NotOpen;
                }

                return note.Version == hand.Version
                    ? await change(turn, note, await Newest(turn, note))
                    : NoteOutcome.Changed;
            },
            cancel);
    }

    private static async ValueTask<NoteVersion> Newest(Turn turn, Note note) =>
        (await turn.Session.Query<NoteVersion>("WHERE \"NoteId\" = @p0 AND \"Number\" = @p1", note.Id, note.Version)).Single();
}
