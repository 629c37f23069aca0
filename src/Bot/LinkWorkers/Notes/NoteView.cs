using Companion.Workflows.HandOffs;
using Companion.Workflows.Notes;
using Companion.Workflows.Referrals;
using Companion.Workflows.Storage;
using Companion.Workflows.Summaries;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Bot.LinkWorkers.Notes;

/// <summary>One note with its versions and what its sentences stand on.</summary>
public sealed class NoteView(IStore store)
{
    /// <summary>Reads one of a service; null when there is none.</summary>
    public async Task<NoteDetail?> Read(string serviceId, long id, CancellationToken cancel)
    {
        await using var db = store.Read();
        if (await db.Notes.SingleOrDefaultAsync(one => one.Id == id && one.ServiceId == serviceId, cancel) is not { } note)
        {
            return null;
        }

        return new NoteDetail(note, await db.NoteVersions.Where(one => one.NoteId == id).OrderBy(one => one.Number).ToListAsync(cancel))
        {
            Cited = await Cited(db, note, cancel),
            Case = await db.Cases.SingleOrDefaultAsync(one => one.Id == note.CaseId, cancel),
            HandOff = await db.HandOffs.SingleOrDefaultAsync(one => one.Id == note.HandOffId, cancel),
            Taken = await db.CareActions.Where(one => one.NoteId == id).ToListAsync(cancel),
        };
    }

    // The words of messages are read where they are kept: what was forgotten is nowhere else.
    private static async Task<IReadOnlyDictionary<string, CitedSource>> Cited(CompanionDb db, Note note, CancellationToken cancel)
    {
        var heard = note.Sources.All.Where(one => one.Kept == KeptIn.Inbound).Select(one => one.Row).ToList();
        var said = note.Sources.All.Where(one => one.Kept == KeptIn.Outbound).Select(one => one.Row).ToList();
        var words = await db.Inbound.Where(one => heard.Contains(one.Id)).Select(one => new { one.Id, one.Words, one.ForgottenAt }).ToDictionaryAsync(one => one.Id, cancel);
        var ours = await db.Outbound.Where(one => said.Contains(one.Id)).Select(one => new { one.Id, one.Words }).ToDictionaryAsync(one => one.Id, one => one.Words, cancel);
        return note.Sources.All.ToDictionary(one => one.Id, one => one.Kept switch
        {
            KeptIn.Inbound => new CitedSource(one, words.GetValueOrDefault(one.Row)?.Words ?? "", words.GetValueOrDefault(one.Row)?.ForgottenAt),
            KeptIn.Outbound => new CitedSource(one, ours.GetValueOrDefault(one.Row) ?? "", null),
            _ => new CitedSource(one, one.Words ?? "", null),
        });
    }
}

/// <summary>Something that a sentence stands on, as it is now.</summary>
/// <param name="Source">Which.</param>
/// <param name="Words">Its words; empty once they were forgotten.</param>
/// <param name="ForgottenAt">When they were, or null.</param>
public sealed record CitedSource(NoteSource Source, string Words, Instant? ForgottenAt);

/// <summary>A note with what belongs to it.</summary>
/// <param name="Note">The note.</param>
/// <param name="Versions">Its versions, the draft first.</param>
public sealed record NoteDetail(Note Note, IReadOnlyList<NoteVersion> Versions)
{
    /// <summary>What its sentences may cite, by id.</summary>
    public required IReadOnlyDictionary<string, CitedSource> Cited { get; init; }

    public required Case? Case { get; init; }

    public required HandOff? HandOff { get; init; }

    /// <summary>What was taken from it into the plan.</summary>
    public required IReadOnlyList<CareAction> Taken { get; init; }

    /// <summary>What it says now; nothing while it is not drafted.</summary>
    public NoteLines Lines => Versions.Count == 0 ? NoteLines.None : Versions[^1].Lines;

    /// <summary>Where the draft came from; null while there is none.</summary>
    public Origin? Origin => Versions.Count == 0 ? null : Versions[0].Origin;

    /// <summary>The headings in the order in which they are read; Risks is always among them.</summary>
    public IEnumerable<IGrouping<Heading, NoteLine>> Sections => Lines.All.GroupBy(line => line.Heading).OrderBy(section => section.Key);

    /// <summary>True when something stands under Risks.</summary>
    public bool HasRisks => Lines.All.Any(line => line.Stands && line.Heading == Heading.Risks);

    /// <summary>How many sentences would be left out.</summary>
    public int LeftOut => Lines.All.Count(line => !line.Stands);
}
