using Companion.Dialogs.Talking;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Bot.LinkWorkers;

/// <summary>Whose hand-offs are shown.</summary>
public enum QueuePart
{
    /// <summary>All that are open.</summary>
    All,

    /// <summary>Those that whoever looks holds.</summary>
    Mine,

    /// <summary>Those that nobody holds.</summary>
    Waiting,

    /// <summary>Those that somebody else holds.</summary>
    Others,
}

/// <summary>What the queue is narrowed down to; null for everything.</summary>
public sealed record QueueChoice(QueuePart Part, HandOffReason? Reason, string? Language);

/// <summary>
/// The hand-offs of a service: those I hold, then those that wait, then those that others hold, the urgent first in each and then by when
/// they are due; or those that are cleared, the latest first.
/// </summary>
public sealed class HandOffList(IStore store)
{
    /// <summary>One page of those nobody has cleared.</summary>
    public Task<Paged<HandOffRow>> Open(string serviceId, long me, QueueChoice choice, int page, CancellationToken cancel) => Page(
        page,
        db => from handOff in db.HandOffs
              where handOff.ServiceId == serviceId && handOff.ClearedAt == null
              where choice.Part == QueuePart.All
                  || (choice.Part == QueuePart.Mine && handOff.OwnerId == me)
                  || (choice.Part == QueuePart.Waiting && handOff.OwnerId == null)
                  || (choice.Part == QueuePart.Others && handOff.OwnerId != null && handOff.OwnerId != me)
              where choice.Reason == null || handOff.Reason == choice.Reason
              where choice.Language == null || db.Addresses.Any(address => address.Id == handOff.AddressId && address.Language == choice.Language)
              orderby handOff.OwnerId == me ? 0 : handOff.OwnerId == null ? 1 : 2, handOff.Urgent descending, handOff.DueAt, handOff.Id
              select handOff,
        cancel);

    /// <summary>One page of those somebody cleared.</summary>
    public Task<Paged<HandOffRow>> Cleared(string serviceId, int page, CancellationToken cancel) => Page(
        page,
        db => db.HandOffs
            .Where(handOff => handOff.ServiceId == serviceId && handOff.ClearedAt != null)
            .OrderByDescending(handOff => handOff.ClearedAt)
            .ThenByDescending(handOff => handOff.Id),
        cancel);

    private async Task<Paged<HandOffRow>> Page(int page, Func<CompanionDb, IQueryable<HandOff>> choose, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await choose(db)
            .Select(handOff => new HandOffRow(
                handOff.Id, handOff.Reference, handOff.Reason, handOff.Urgent, handOff.DangerKind, handOff.OpenedAt, handOff.DueAt)
            {
                Alarms = handOff.Alarms,
                CouldNotBeTexted = handOff.CouldNotBeTexted,
                AcknowledgedAt = handOff.AcknowledgedAt,
                AcknowledgedBy = handOff.AcknowledgedBy,
                OwnerId = handOff.OwnerId,
                Owner = handOff.Owner,
                ActBy = handOff.ActBy,
                ClearedAt = handOff.ClearedAt,
                Outcome = handOff.Outcome,
                Language = db.Addresses.Where(address => address.Id == handOff.AddressId).Select(address => address.Language).First(),
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

    /// <summary>Who holds it; null while it waits.</summary>
    public long? OwnerId { get; init; }

    public string? Owner { get; init; }

    /// <summary>When its owner has to have done something.</summary>
    public Instant? ActBy { get; init; }

    public Instant? ClearedAt { get; init; }

    public string? Outcome { get; init; }

    /// <summary>The language of the person's texts.</summary>
    public required string Language { get; init; }

    /// <summary>In which part of the queue it is for somebody.</summary>
    public QueuePart For(long me) => OwnerId is null ? QueuePart.Waiting : OwnerId == me ? QueuePart.Mine : QueuePart.Others;
}
