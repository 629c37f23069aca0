using Companion.Bot.LinkWorkers;
using Companion.Workflows.Sending;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Bot.Dev;

/// <summary>Every row of the outbox, the newest first.</summary>
public sealed class OutboxList(IStore store)
{
    /// <summary>One page, of one status or of all.</summary>
    public async Task<Paged<OutboxRow>> Read(SendStatus? status, int page, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.Outbound
            .Where(row => status == null || row.Status == status)
            .OrderByDescending(row => row.Id)
            .Select(row => new OutboxRow(
                row.Id, row.CreatedAt, row.Class, row.Channel, row.To, row.DueAt, row.Status, row.Reason, row.Segments, row.TextKey, row.Attempts))
            .Page(page, cancel);
    }
}

/// <summary>One row of the outbox.</summary>
public sealed record OutboxRow(
    long Id,
    Instant CreatedAt,
    SendClass Class,
    Workflows.People.Channel Channel,
    string To,
    Instant DueAt,
    SendStatus Status,
    string? Reason,
    int Segments,
    string TextKey,
    int Attempts);
