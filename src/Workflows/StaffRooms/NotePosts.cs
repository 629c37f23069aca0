using Companion.Workflows.HandOffs;
using Companion.Workflows.Notes;
using Companion.Workflows.Storage;

namespace Companion.Workflows.StaffRooms;

/// <summary>Puts the cards of notes into the outbox of staff rooms: one for each worker whose note it is, drawn anew whenever it changes anywhere.</summary>
internal static class NotePosts
{
    /// <summary>A note was drafted, changed or decided on. One that is decided on is news only to whoever had its card.</summary>
    public static async ValueTask Changed(Turn turn, Note note)
    {
        turn.Session.Execute(Posts.DrawAnew + "\"NoteId\" = @p0", note.Id, turn.Now.ToUnixTimeTicks());
        if (!note.IsOpen)
        {
            return;
        }

        foreach (var worker in await WhoseNote.Of(turn, note))
        {
            var post = Posts.Make(turn.Session, turn.Now, note.ServiceId, StaffPostKind.Note, $"note:{note.Id}:{worker.Id}");
            (post.HandOffId, post.NoteId, post.WorkerId) = (note.HandOffId, note.Id, worker.Id);
        }
    }

    /// <summary>A worker took the conversation up: the notes of it that nobody has decided on are theirs now.</summary>
    public static async ValueTask Given(Turn turn, HandOff taken)
    {
        foreach (var note in await turn.Session.Query<Note>("WHERE \"HandOffId\" = @p0 AND \"Status\" IN ('Drafted', 'Edited') ORDER BY \"Id\"", taken.Id))
        {
            await Changed(turn, note);
        }
    }
}
