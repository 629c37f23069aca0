using Companion.Workflows.Appointments;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Notes;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Bot.LinkWorkers;

/// <summary>What kind of thing stands in a timeline.</summary>
public enum TimelineKind
{
    /// <summary>The person wrote.</summary>
    Heard,

    /// <summary>Companion or a link worker wrote to them.</summary>
    Said,

    /// <summary>A link worker wrote something down for colleagues.</summary>
    StaffNote,

    /// <summary>An answer to a check-in.</summary>
    Score,

    /// <summary>An appointment was made.</summary>
    Appointment,

    /// <summary>A hand-off was opened.</summary>
    Opened,

    /// <summary>A hand-off was closed.</summary>
    Closed,

    /// <summary>A note was decided on, or waits for that.</summary>
    Note,
}

/// <summary>One thing in a timeline; what it is, by its kind.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Line">The message or staff note.</param>
public sealed record TimelineEntry(Instant At, TimelineKind Kind, TalkedLine? Line = null)
{
    /// <summary>The score, with its questionnaire and week.</summary>
    public (string Instrument, int Week, string Item, int Score)? Score { get; init; }

    public Appointment? Appointment { get; init; }

    public HandOff? HandOff { get; init; }

    public Note? Note { get; init; }
}

/// <summary>Everything that happened in a case in one list, the latest first: one question for the page, and one for each kind of thing on it.</summary>
public static class Timeline
{
    /// <summary>Reads one page.</summary>
    public static async Task<Paged<TimelineEntry>> Of(CompanionDb db, Case referral, int page, CancellationToken cancel)
    {
        var id = referral.Id;
        var addresses = await Reached.Heard(db, referral, cancel);
        var all = db.Inbound.Where(one => addresses.Contains(one.AddressId)).Select(one => new { At = one.ReceivedAt, Kind = 0, one.Id })
            .Concat(db.Outbound.Where(one => one.AddressId != null && addresses.Contains(one.AddressId.Value)).Select(one => new { At = one.CreatedAt, Kind = 1, one.Id }))
            .Concat(db.HandOffNotes.Where(one => addresses.Contains(one.AddressId)).Select(one => new { one.At, Kind = 2, one.Id }))
            .Concat(db.CheckInScores.Where(one => one.Score != null && db.CheckIns.Any(wave => wave.Id == one.CheckInId && wave.CaseId == id)).Select(one => new { At = one.RecordedAt, Kind = 3, one.Id }))
            .Concat(db.Appointments.Where(one => one.CaseId == id).Select(one => new { At = one.CreatedAt, Kind = 4, one.Id }))
            .Concat(db.HandOffs.Where(one => addresses.Contains(one.AddressId)).Select(one => new { At = one.OpenedAt, Kind = 5, one.Id }))
            .Concat(db.HandOffs.Where(one => addresses.Contains(one.AddressId) && one.ClearedAt != null).Select(one => new { At = one.ClearedAt!.Value, Kind = 6, one.Id }))
            .Concat(db.Notes.Where(one => one.CaseId == id).Select(one => new { At = one.DecidedAt ?? one.AskedAt, Kind = 7, one.Id }));
        var rows = await all.OrderByDescending(one => one.At).ThenByDescending(one => one.Id).ThenByDescending(one => one.Kind).Page(page, cancel);
        var ids = rows.Rows.ToLookup(row => (TimelineKind)row.Kind, row => row.Id);

        var lines = (await Talked.Of(db, new TalkedIds([.. ids[TimelineKind.Heard]], [.. ids[TimelineKind.Said]], [.. ids[TimelineKind.StaffNote]]), cancel))
            .ToDictionary(line => (line.IsNote ? TimelineKind.StaffNote : line.Said is null ? TimelineKind.Heard : TimelineKind.Said, line.Id));
        var scored = ids[TimelineKind.Score].ToList();
        var scores = scored.Count == 0 ? [] : (await (
            from score in db.CheckInScores
            where scored.Contains(score.Id)
            join wave in db.CheckIns on score.CheckInId equals wave.Id
            select new { score.Id, score.Item, score.Score, wave.Instrument, wave.Week }).ToListAsync(cancel)).ToDictionary(one => one.Id);
        var appointments = await Rows(db.Appointments, [.. ids[TimelineKind.Appointment]], one => one.Id, cancel);
        var handOffs = await Rows(db.HandOffs, [.. ids[TimelineKind.Opened].Concat(ids[TimelineKind.Closed]).Distinct()], one => one.Id, cancel);
        var notes = await Rows(db.Notes, [.. ids[TimelineKind.Note]], one => one.Id, cancel);

        return new Paged<TimelineEntry>(
            rows.Rows.Select(row => new TimelineEntry(row.At, (TimelineKind)row.Kind, lines.GetValueOrDefault(((TimelineKind)row.Kind, row.Id)))
            {
                Score = row.Kind == (int)TimelineKind.Score && scores[row.Id] is { } one ? (one.Instrument, one.Week, one.Item, one.Score!.Value) : null,
                Appointment = row.Kind == (int)TimelineKind.Appointment ? appointments[row.Id] : null,
                HandOff = row.Kind is (int)TimelineKind.Opened or (int)TimelineKind.Closed ? handOffs[row.Id] : null,
                Note = row.Kind == (int)TimelineKind.Note ? notes[row.Id] : null,
            }).ToList(),
            rows.Page,
            rows.HasMore);
    }

    private static async Task<Dictionary<long, T>> Rows<T>(IQueryable<T> table, long[] ids, Func<T, long> id, CancellationToken cancel)
        where T : class => ids.Length == 0 ? [] : (await table.Where(row => ids.Contains(EF.Property<long>(row, "Id"))).ToListAsync(cancel)).ToDictionary(id);
}
