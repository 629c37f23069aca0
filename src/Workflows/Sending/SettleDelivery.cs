using Companion.Workflows.Consent;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.Sending;

/// <summary>
/// Stores what became of a message that was handed over. A status moves one way only: a late report changes nothing. A refusal by
/// opt-out (21610) is written down as the provider's block; a safety text that could not be texted makes its hand-off say so.
/// </summary>
public sealed class SettleDelivery(IStore store, CouldNotBeTexted couldNotBeTexted, IClock clock)
{
    /// <summary>Twilio's code for a recipient who opted out there.</summary>
    public const int OptedOut = 21610;

    private const int MostAttempts = 8;

    /// <summary>Settles one row; true when it changed anything.</summary>
    public Task<bool> Handle(long id, string serviceId, long? addressId, Delivery delivery, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        if (addressId is null || delivery is Delivery.Taken { Status: SendStatus.Accepted } or Delivery.Unclear)
        {
            return store.Write(
                async session => Apply(session, await Row(session, id), delivery, now),
                cancel);
        }

        return store.Turn(
            TurnRequest.About(serviceId, addressId.Value, now),
            async turn =>
            {
                var row = await Row(turn.Session, id);
                var changed = Apply(turn.Session, row, delivery, now);
                if (changed && row!.Status is SendStatus.Refused or SendStatus.Undelivered)
                {
                    await Consequences(turn, row!);
                }

                return changed;
            },
            cancel);
    }

    private static async ValueTask<OutboundMessage?> Row(Session session, long id) =>
        (await session.Query<OutboundMessage>("WHERE \"Id\" = @p0" + session.Lock, id)).SingleOrDefault();

    private static bool Apply(Session session, OutboundMessage? row, Delivery delivery, Instant now)
    {
        if (row is null || !Moves(row, delivery))
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
                (row.Status, row.Reason, row.ErrorCode) = (row.ProviderId is null ? SendStatus.Refused : SendStatus.Undelivered, refused.Reason, refused.Code);
                break;
            case Delivery.NotNow later when row.Attempts < MostAttempts:
                (row.Status, row.Reason, row.DueAt) = (SendStatus.Queued, later.Reason, now + (later.After ?? Backoff(row.Attempts)));
                break;
            case Delivery.NotNow later:
                (row.Status, row.Reason) = (SendStatus.Refused, $"Given up after {row.Attempts} tries: {later.Reason}");
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
        Delivery.Refused => row.Status is SendStatus.Queued or SendStatus.Sending or SendStatus.Unknown or SendStatus.Accepted or SendStatus.Sent,
        Delivery.NotNow => row.Status is SendStatus.Sending or SendStatus.Unknown,
        _ => row.Status is SendStatus.Sending,
    };

    private static Duration Backoff(int attempts) => Duration.FromSeconds(Math.Min(60, 1 << Math.Min(attempts, 6)));

    private async ValueTask Consequences(Turn turn, OutboundMessage row)
    {
        if (row.ErrorCode == OptedOut && !turn.Address.ProviderBlocked)
        {
            ConsentLedger.ProviderBlock(turn, blocked: true);
        }

        if (row.Class == SendClass.Safety)
        {
            await couldNotBeTexted.Escalate(turn, row);
        }
    }
}
