using Companion.Workflows.Forgetting;
using Companion.Workflows.StaffRooms;
using Companion.Workflows.Storage;
using Companion.Workflows.Summaries;
using NodaTime;

namespace Companion.Workflows.Notes;

/// <summary>
/// Writes the draft of one note: gathers, asks the summariser outside any turn, because it may be slow, and stores what came in one. Whoever
/// dies in between leaves a claim that runs out, and whoever lost the claim stores nothing: a note has one draft.
/// </summary>
public sealed class WriteDraft(IStore store, EpisodeOf episodes, Summarisers summarisers, IClock clock)
{
    /// <summary>Longer than any summariser may take.</summary>
    internal static readonly Duration Lease = Duration.FromSeconds(60);

    /// <summary>Drafts a note now, unless somebody is at it.</summary>
    /// <returns>True when it has a draft that this call stored.</returns>
    public async Task<bool> Now(long noteId, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var claimed = await store.Write(
            async session => (await session.Query<Note>(
                    "WHERE \"Id\" = @p0 AND \"Status\" = 'Asked' AND (\"ClaimedUntil\" IS NULL OR \"ClaimedUntil\" < @p1)" + session.SkipLocked, noteId, now.ToUnixTimeTicks()))
                .ConvertAll(note => Claim(session, note, now)).SingleOrDefault(),
            cancel);
        return claimed is not null && await Write(claimed, cancel);
    }

    /// <summary>Takes a note for this process.</summary>
    internal static Note Claim(Session session, Note note, Instant now)
    {
        note.ClaimedUntil = now + Lease;
        note.Claims++;
        session.Update(note);
        return note;
    }

    /// <summary>Writes one that was claimed.</summary>
    internal async Task<bool> Write(Note claimed, CancellationToken cancel)
    {
        var gathered = await episodes.Gather(claimed, cancel);
        var began = clock.GetCurrentInstant();
        var draft = await summarisers.Of(claimed.ServiceId).Summarise(gathered.Episode, claimed.Purpose, cancel);
        var origin = draft.Origin with { Took = clock.GetCurrentInstant() - began };
        var lines = draft.Sentences.Select((sentence, at) => Line(gathered.Episode, sentence, at + 1)).OrderBy(line => line.Heading).ToList();
        return await store.Turn(
            TurnRequest.About(claimed.ServiceId, claimed.AddressId, clock.GetCurrentInstant()),
            async turn =>
            {
                var note = (await turn.Session.Query<Note>("WHERE \"Id\" = @p0" + turn.Session.Lock, claimed.Id)).Single();
                if (note.Status != NoteStatus.Asked || note.Claims != claimed.Claims)
                {
                    return false;
                }

                note.ClaimedUntil = null;
                turn.Update(note);
                if ((await turn.Session.Query<ForgottenMessage>("WHERE \"ServiceId\" = @p0 ORDER BY \"At\" DESC, \"Id\" DESC LIMIT 1", note.ServiceId)).SingleOrDefault()?.Id != gathered.Forgotten)
                {
                    return false; // it may say what was forgotten meanwhile: it is written anew
                }

                (note.Status, note.Version, note.Sources) = (NoteStatus.Drafted, 1, gathered.Sources);
                turn.Insert(new NoteVersion
                {
                    Id = turn.Session.NextId(),
                    ServiceId = note.ServiceId,
                    NoteId = note.Id,
                    Number = 1,
                    At = turn.Now,
                    Lines = new NoteLines(lines),
                    Origin = origin,
                });
                await NotePosts.Changed(turn, note);
                return true;
            },
            cancel);
    }

    // Whatever a summariser says of itself: a sentence without a source that is there does not stand. That nothing was raised needs none.
    private static NoteLine Line(Episode episode, Sentence sentence, int key)
    {
        var missing = sentence.Cites.FirstOrDefault(id => episode.Find(id) is null);
        var (fault, because) = sentence.Fault is not null ? (sentence.Fault, sentence.Because)
            : missing is not null ? (Fault.UnknownCitation, missing)
            : sentence is { Cites.Count: 0, Heading: not Heading.Risks } ? (Fault.NoCitation, null)
            : ((Fault?)null, null);
        return new NoteLine(key, sentence.Heading, sentence.Text, sentence.Cites, fault, because);
    }
}
