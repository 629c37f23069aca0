using Companion.Bot.Channels.Teams.Cards;
using Companion.Bot.LinkWorkers.Notes;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Notes;
using Companion.Workflows.Storage;
using Companion.Workflows.Workers;

namespace Companion.Bot.Channels.Teams;

/// <summary>Makes the cards of notes as they stand at the moment of showing. Of what a note says nobody is shown anything whose note it is not then.</summary>
public sealed class NoteRoom(IStore store, NoteView notes, NoteCard card)
{
    /// <summary>A note, when it is this worker's; else null.</summary>
    public async Task<Note?> Theirs(long noteId, Worker worker, CancellationToken cancel) =>
        await notes.Read(worker.ServiceId, noteId, cancel) is { } detail && WhoseNote.Is(detail.Note, detail.HandOff, worker) ? detail.Note : null;

    /// <summary>The card for a worker; null when their service has no such note, or it is not drafted.</summary>
    public async Task<Card?> Show(long noteId, Worker worker, NoteShowing showing, CancellationToken cancel)
    {
        if (await notes.Read(worker.ServiceId, noteId, cancel) is not { Versions.Count: > 0 } detail)
        {
            return null;
        }

        var seen = await Named(detail, cancel);
        return WhoseNote.Is(detail.Note, detail.HandOff, worker) ? card.Of(seen, showing) : card.Lost(seen);
    }

    private async Task<NoteSeen> Named(NoteDetail detail, CancellationToken cancel)
    {
        if (detail.HandOff is { } handOff)
        {
            await using var db = store.Read();
            return new NoteSeen(detail, (await CaseView.Read(db, handOff.Id, cancel))!.Who, handOff.Reference);
        }

        return detail.Case is { } referral ? new NoteSeen(detail, Initials.Of(referral), referral.Reference) : new NoteSeen(detail, "", "");
    }
}
