using Companion.Workflows.Consent;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Sending;

/// <summary>
/// Stores what became of a message that was handed over. A status moves one way only: a late report changes nothing. A refusal by
/// opt-out (21610) is written down as the provider's block; a safety text that could not be texted makes its hand-off say so.
/// </summary>
public sealed class SettleDelivery(IStore store, CouldNotBeTexted couldNotBeTexted, IEnumerable<IDesk> features, IClock clock)
{
    private readonly IReadOnlyList<IDesk> features = [.. features];

    /// <summary>Twilio's code for a recipient who opted out there.</summary>
    public const int OptedOut = 21610;


    /// <summary>Settles the row a provider's receipt names; null when there is no such row, else whether it changed anything.</summary>
    public async Task<bool?> Receipt(long id, Delivery delivery, CancellationToken cancel)
    {
        await using var db = store.Read();
        var row = await db.Outbound.Where(r => r.Id == id).Select(r => new { r.ServiceId, r.AddressId }).SingleOrDefaultAsync(cancel);
        return row is null ? null : await Handle(id, row.ServiceId, row.AddressId, delivery, cancel);
    }

    /// <summary>Settles one row; true when it changed anything.</summary>
    /// <param name="id">The row.</param>
    /// <param name="serviceId">Its service.</param>
    /// <param name="addressId">Its address.</param>
    /// <param name="delivery">What became of it.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <param name="attempt">The attempt it is the outcome of: that an old one was in vain says nothing of a newer one.</param>
    public Task<bool> Handle(
        long id, string serviceId, long? addressId, Delivery delivery, CancellationToken cancel, int? attempt = null)
    {
        var now = clock.GetCurrentInstant();
        if (addressId is null)
        {
            return OnCall(id, delivery, now, attempt, cancel);
        }

        if (delivery is Delivery.Taken or Delivery.Unclear)
        {
            return store.Write(
                async session => Apply(session, await Row(session, id), delivery, now, attempt),
                cancel);
        }

        return store.Turn(
            TurnRequest.About(serviceId, addressId.Value, now),
            async turn =>
            {
                var row = await Row(turn.Session, id);
                var changed = Apply(turn.Session, row, delivery, now, attempt);
                if (changed && row!.Status is SendStatus.Refused or SendStatus.Undelivered)
                {
                    await Consequences(turn, row!);
                }

                return changed;
            },
            cancel);
    }

    // What goes to the people on call has no address of a person; that it failed concerns its hand-off.
    private async Task<bool> OnCall(long id, Delivery delivery, Instant now, int? attempt, CancellationToken cancel)
    {
        var (changed, row) = await store.Write(
            async session =>
            {
                var row = await Row(session, id);
                return (Apply(session, row, delivery, now, attempt), row);
            },
            cancel);
        if (changed && row is { HandOffId: { } handOff, Status: SendStatus.Refused or SendStatus.Undelivered })
        {
            await HandOffTurn.Run(store, clock, handOff, (turn, open) => CouldNotBeTold.Escalate(turn, open, row), cancel);
        }

        return changed;
    }

    private static async ValueTask<OutboundMessage?> Row(Session session, long id) =>
        (await session.Query<OutboundMessage>("WHERE \"Id\" = @p0" + session.Lock, id)).SingleOrDefault();

    private static bool Apply(Session session, OutboundMessage? row, Delivery delivery, Instant now, int? attempt)
    {
        if (row is null || !Moves(row, delivery) || (delivery is Delivery.NotNow or Delivery.Unclear && attempt is { } a && a != row.Attempts))
        {
            return false;
        }

        row.ClaimedUntil = null;
        switch (delivery)
        {
            case Delivery.Taken taken:
                (row.Status, row.ProviderId, row.Reason) = (taken.Status, taken.ProviderId, null);
                row.SentAt ??= now;
                break;
            case Delivery.Refused refused:
                row.ProviderId ??= refused.ProviderId;
                row.Status = row.ProviderId is null ? SendStatus.Refused : SendStatus.Undelivered;
                (row.Reason, row.ErrorCode) = (refused.Reason, refused.Code);
                break;
            case Delivery.NotNow later: // until it is of no use: the gate lets it expire
                (row.Status, row.Reason, row.DueAt) = (SendStatus.Queued, later.Reason, now + DelayOf(later, row.Attempts));
                break;
            case Delivery.Unclear unclear:
                (row.Status, row.Reason, row.ClaimedUntil) = (SendStatus.Unknown, unclear.Reason, now);
                break;
        }

        session.Update(row);
        return true;
    }

    // One way: queued, sending, unknown, accepted, sent, then delivered or undelivered. What is final stays.
    private static bool Moves(OutboundMessage row, Delivery delivery) => delivery switch
    {
        Delivery.Taken taken => row.Status < taken.Status && row.Status is not (SendStatus.Refused or SendStatus.Expired),
        // A safety text that went twice has two ids there: the end of one is not the end of the other.
        Delivery.Refused { ProviderId: { } id } when row.ProviderId is { } other && other != id => false,
        Delivery.Refused => row.Status is SendStatus.Queued or SendStatus.Sending or SendStatus.Unknown or SendStatus.Accepted or SendStatus.Sent,
        Delivery.NotNow => row.Status is SendStatus.Sending or SendStatus.Unknown,
        _ => row.Status is SendStatus.Sending,
    };

    /// <summary>How long until it is tried again: what the provider asked for, or twice as long each time up to a minute.</summary>
    public static Duration DelayOf(Delivery.NotNow later, int attempts) =>
        later.After ?? Duration.FromSeconds(Math.Min(60, 1 << Math.Min(attempts, 6)));

    private async ValueTask Consequences(Turn turn, OutboundMessage row)
    {
        if (row.ErrorCode == OptedOut && !turn.Address.ProviderBlocked)
        {
            ConsentLedger.ProviderBlock(turn, blocked: true);
        }

        await features.NotSent(turn.Session, row, turn.Now);
        if (row.Class == SendClass.Safety)
        {
            await couldNotBeTexted.Escalate(turn, row);
        }
    }
}
