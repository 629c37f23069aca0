using Companion.Workflows.Conversations;
using Companion.Workflows.Forgetting;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Bot.LinkWorkers;

/// <summary>Which lines are meant, by their rows.</summary>
public sealed record TalkedIds(long[] Heard, long[] Said, long[] Notes);

/// <summary>What a person and Companion said to each other, with what the listener heard in it.</summary>
public static class Talked
{
    private const int Most = 50;

    /// <summary>The latest words of an address, the oldest of them first.</summary>
    /// <param name="db">Where to read.</param>
    /// <param name="addressId">The address.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<IReadOnlyList<TalkedLine>> WithAddress(CompanionDb db, long addressId, CancellationToken cancel) => (await Read(
            db,
            db.Inbound.Where(message => message.AddressId == addressId).OrderByDescending(message => message.ReceivedAt).Take(Most),
            db.Outbound.Where(row => row.AddressId == addressId).OrderByDescending(row => row.CreatedAt).Take(Most),
            db.HandOffNotes.Where(note => note.AddressId == addressId).OrderByDescending(note => note.At).Take(Most),
            cancel))
        .TakeLast(Most)
        .ToList();

    /// <summary>These lines, the oldest first.</summary>
    public static Task<IReadOnlyList<TalkedLine>> Of(CompanionDb db, TalkedIds ids, CancellationToken cancel) => Read(
        db,
        db.Inbound.Where(message => ids.Heard.Contains(message.Id)),
        db.Outbound.Where(row => ids.Said.Contains(row.Id)),
        db.HandOffNotes.Where(note => ids.Notes.Contains(note.Id)),
        cancel);

    private static async Task<IReadOnlyList<TalkedLine>> Read(
        CompanionDb db, IQueryable<InboundMessage> inbound, IQueryable<OutboundMessage> outbound, IQueryable<HandOffNote> notes, CancellationToken cancel)
    {
        var heard = await inbound
            .Select(message => new TalkedLine(message.Id, message.ReceivedAt, message.Channel, message.ForgottenAt == null ? message.Words : RepeatedWords.Mark)
            {
                Attachments = message.Attachments,
                IsForgotten = message.ForgottenAt != null,
            })
            .ToListAsync(cancel);
        var said = await outbound
            .Select(row => new TalkedLine(row.Id, row.CreatedAt, row.Channel, row.Words) { Said = new Said(row.Class, row.Status, row.Reason), HandOffId = row.HandOffId })
            .ToListAsync(cancel);
        var written = await notes
            .Select(note => new TalkedLine(note.Id, note.At, Channel.Sms, note.Words) { By = note.By, IsNote = true })
            .ToListAsync(cancel);
        var ids = heard.ConvertAll(line => line.Id);
        var hits = await db.SafetyHits
            .Where(hit => ids.Contains(hit.MessageId))
            .OrderBy(hit => hit.Id)
            .Select(hit => new { hit.MessageId, Hit = new HeardHit(hit.Level, hit.Kind, hit.Rule, hit.Words) })
            .ToListAsync(cancel);
        var byMessage = hits.ToLookup(hit => hit.MessageId, hit => hit.Hit);
        return heard.Select(line => line with { Hits = byMessage[line.Id].ToList() })
            .Concat(await WithWriters(db, said, cancel))
            .Concat(written)
            .OrderBy(line => line.At)
            .ThenBy(line => line.Id)
            .ToList();
    }

    // Who wrote a link worker's words stands in the log of the hand-off, written in the same moment.
    private static async Task<IEnumerable<TalkedLine>> WithWriters(CompanionDb db, List<TalkedLine> said, CancellationToken cancel)
    {
        var handOffs = said.Where(line => line.Said!.Class == SendClass.LinkWorker && line.HandOffId is not null).Select(line => line.HandOffId!.Value).Distinct().ToList();
        if (handOffs.Count == 0)
        {
            return said;
        }

        var replies = await db.HandOffEvents
            .Where(happened => handOffs.Contains(happened.HandOffId) && happened.Kind == "Replied")
            .Select(happened => new { happened.HandOffId, happened.At, happened.Detail })
            .ToListAsync(cancel);
        var writers = replies.ToLookup(reply => (reply.HandOffId, reply.At), reply => reply.Detail);
        return said.Select(line => line.HandOffId is { } id && line.Said!.Class == SendClass.LinkWorker ? line with { By = writers[(id, line.At)].FirstOrDefault() } : line);
    }
}

/// <summary>One message of a conversation, or a note that colleagues wrote beside it.</summary>
public sealed record TalkedLine(long Id, Instant At, Channel Channel, string Words)
{
    /// <summary>How it was sent; null for the person's own words.</summary>
    public Said? Said { get; init; }

    /// <summary>The hand-off it was said about, for words of ours.</summary>
    public long? HandOffId { get; init; }

    /// <summary>The link worker who wrote it; null for the person's words and for the bot's.</summary>
    public string? By { get; init; }

    /// <summary>True for a note: colleagues read it, the person never does.</summary>
    public bool IsNote { get; init; }

    /// <summary>True once the person asked for it to be forgotten.</summary>
    public bool IsForgotten { get; init; }

    /// <summary>True for words of the person's that can be forgotten.</summary>
    public bool CanBeForgotten => Said is null && !IsNote && !IsForgotten;

    /// <summary>Pictures and files that came along and are not read.</summary>
    public int Attachments { get; init; }

    /// <summary>What the listener heard in it.</summary>
    public IReadOnlyList<HeardHit> Hits { get; init; } = [];

    /// <summary>The words with what was heard marked.</summary>
    public IReadOnlyList<MarkedWords> Marked => Marking.Of(Words, Hits.Select(hit => hit.Words));
}

/// <summary>How words of ours were sent.</summary>
public sealed record Said(SendClass Class, SendStatus Status, string? Reason);

/// <summary>One thing the listener heard.</summary>
public sealed record HeardHit(string Level, string Kind, string Rule, string Words);
