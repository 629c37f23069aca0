using Companion.Dialogs.Talking;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Bot.LinkWorkers;

/// <summary>Hand-offs: those that wait, the urgent first and the oldest of them first; or those that are cleared, the latest first.</summary>
public sealed class HandOffList(IStore store)
{
    /// <summary>One page of those nobody has cleared.</summary>
    public Task<Paged<HandOffRow>> Open(int page, CancellationToken cancel) => Page(
        page,
        rows => rows.Where(handOff => handOff.ClearedAt == null).OrderByDescending(handOff => handOff.Urgent).ThenBy(handOff => handOff.OpenedAt),
        cancel);

    /// <summary>One page of those somebody cleared.</summary>
    public Task<Paged<HandOffRow>> Cleared(int page, CancellationToken cancel) => Page(
        page,
        rows => rows.Where(handOff => handOff.ClearedAt != null).OrderByDescending(handOff => handOff.ClearedAt),
        cancel);

    private async Task<Paged<HandOffRow>> Page(int page, Func<IQueryable<HandOff>, IQueryable<HandOff>> choose, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await choose(db.HandOffs)
            .Select(handOff => new HandOffRow(
                handOff.Id, handOff.Reference, handOff.Reason, handOff.Urgent, handOff.DangerKind, handOff.OpenedAt, handOff.DueAt)
            {
                Alarms = handOff.Alarms,
                CouldNotBeTexted = handOff.CouldNotBeTexted,
                AcknowledgedAt = handOff.AcknowledgedAt,
                AcknowledgedBy = handOff.AcknowledgedBy,
                ClearedAt = handOff.ClearedAt,
                Outcome = handOff.Outcome,
            })
            .Page(page, cancel);
    }
}

/// <summary>One hand-off in a list.</summary>
public sealed record HandOffRow(
    long Id, string Reference, HandOffReason Reason, bool Urgent, string? DangerKind, Instant OpenedAt, Instant DueAt)
{
    /// <summary>How often the person has said something dangerous.</summary>
    public int Alarms { get; init; }

    /// <summary>The person could not be texted: phone.</summary>
    public bool CouldNotBeTexted { get; init; }

    public Instant? AcknowledgedAt { get; init; }

    public string? AcknowledgedBy { get; init; }

    public Instant? ClearedAt { get; init; }

    public string? Outcome { get; init; }
}
