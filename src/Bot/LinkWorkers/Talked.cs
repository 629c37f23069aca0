using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Bot.LinkWorkers;

/// <summary>What a person and Companion said to each other, with what the listener heard in it.</summary>
public static class Talked
{
    private const int Most = 50;

    /// <summary>The latest words of an address, the oldest of them first.</summary>
    /// <param name="db">Where to read.</param>
    /// <param name="addressId">The address.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<IReadOnlyList<TalkedLine>> WithAddress(CompanionDb db, long addressId, CancellationToken cancel)
    {
        var heard = await db.Inbound
            .Where(message => message.AddressId == addressId)
            .OrderByDescending(message => message.ReceivedAt)
            .Take(Most)
            .Select(message => new TalkedLine(message.Id, message.ReceivedAt, message.Channel, message.Words) { Attachments = message.Attachments })
            .ToListAsync(cancel);
        var said = await db.Outbound
            .Where(row => row.AddressId == addressId)
            .OrderByDescending(row => row.CreatedAt)
            .Take(Most)
            .Select(row => new TalkedLine(row.Id, row.CreatedAt, row.Channel, row.Words) { Said = new Said(row.Class, row.Status, row.Reason) })
            .ToListAsync(cancel);
        var ids = heard.ConvertAll(line => line.Id);
        var hits = await db.SafetyHits
            .Where(hit => ids.Contains(hit.MessageId))
            .OrderBy(hit => hit.Id)
            .Select(hit => new { hit.MessageId, Hit = new HeardHit(hit.Level, hit.Kind, hit.Rule, hit.Words) })
            .ToListAsync(cancel);
        var byMessage = hits.ToLookup(hit => hit.MessageId, hit => hit.Hit);
        return heard.Select(line => line with { Hits = byMessage[line.Id].ToList() })
            .Concat(said)
            .OrderBy(line => line.At)
            .ThenBy(line => line.Id)
            .TakeLast(Most)
            .ToList();
    }
}

/// <summary>One message of a conversation.</summary>
public sealed record TalkedLine(long Id, Instant At, Channel Channel, string Words)
{
    /// <summary>How it was sent; null for the person's own words.</summary>
    public Said? Said { get; init; }

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
