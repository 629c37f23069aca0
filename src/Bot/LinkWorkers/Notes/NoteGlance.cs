using Companion.Workflows.Notes;
using Companion.Workflows.Storage;
using Companion.Workflows.Summaries;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Bot.LinkWorkers.Notes;

/// <summary>A note where a hand-off or a referral mentions it.</summary>
/// <param name="Id">The note.</param>
/// <param name="Purpose">Why it was made.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="At">When it was asked for.</param>
/// <param name="DecidedBy">Who approved or rejected it.</param>
/// <param name="Lines">What its newest version says.</param>
public sealed record NoteGlance(long Id, Purpose Purpose, NoteStatus Status, Instant At, string? DecidedBy, NoteLines Lines)
{
    /// <summary>The sentences that stand.</summary>
    public IEnumerable<NoteLine> Standing => Lines.All.Where(line => line.Stands);

    /// <summary>Reads those among notes, the latest first.</summary>
    public static async Task<IReadOnlyList<NoteGlance>> Of(CompanionDb db, IQueryable<Note> notes, CancellationToken cancel) => (await (
            from note in notes
            join version in db.NoteVersions on new { NoteId = note.Id, Number = note.Version } equals new { version.NoteId, version.Number } into versions
            from version in versions.DefaultIfEmpty() // one that is not drafted has none
            orderby note.AskedAt descending, note.Id descending
            select new { note.Id, note.Purpose, note.Status, note.AskedAt, note.DecidedBy, Version = version }).Take(Most).ToListAsync(cancel))
        .ConvertAll(one => new NoteGlance(one.Id, one.Purpose, one.Status, one.AskedAt, one.DecidedBy, one.Version?.Lines ?? NoteLines.None));

    private const int Most = 20;
}
