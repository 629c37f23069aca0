using Companion.Workflows.Storage;
using Companion.Workflows.Summaries;
using Microsoft.EntityFrameworkCore;

namespace Companion.Workflows.Notes;

/// <summary>Gives out notes that a person approved. Nothing else leaves the record: no draft, no struck sentence, nothing that was forgotten.</summary>
public sealed class ApprovedNotes(IStore store)
{
    /// <summary>The approved notes of a case of a service, oldest first.</summary>
    public async Task<IReadOnlyList<ApprovedNote>> OfCase(string serviceId, long caseId, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await Of(db.Notes.Where(note => note.ServiceId == serviceId && note.CaseId == caseId), db, cancel);
    }

    /// <summary>One approved note of a service; null when there is none, or it is not approved.</summary>
    public async Task<ApprovedNote?> Find(string serviceId, long noteId, CancellationToken cancel)
    {
        await using var db = store.Read();
        return (await Of(db.Notes.Where(note => note.ServiceId == serviceId && note.Id == noteId), db, cancel)).SingleOrDefault();
    }

    /// <summary>Those among notes that are approved and stand in a case, oldest first.</summary>
    internal static async Task<List<ApprovedNote>> Of(IQueryable<Note> notes, CompanionDb db, CancellationToken cancel)
    {
        var approved = await (
            from note in notes
            where note.Status == NoteStatus.Approved && note.CaseId != null
            join version in db.NoteVersions on new { NoteId = note.Id, Number = note.Version } equals new { version.NoteId, version.Number }
            join draft in db.NoteVersions on new { NoteId = note.Id, Number = 1 } equals new { draft.NoteId, draft.Number }
            orderby note.DecidedAt, note.Id
            select new { note, version.Lines, draft.Origin }).ToListAsync(cancel);
        return approved.ConvertAll(one => new ApprovedNote(
            one.note.Id,
            one.note.CaseId!.Value,
            one.note.DecidedAt!.Value,
            one.note.DecidedBy!,
            one.Lines.All.Where(line => line.Stands).OrderBy(line => line.Heading).Select(line => new Sentence(line.Heading, line.Text, line.Cites)).ToList(),
            one.Origin));
    }
}
