using Companion.Workflows.Safety;
using Companion.Workflows.Staff;
using Companion.Workflows.Telemetry;
using NodaTime;

namespace Companion.Workflows.Sending;

/// <summary>
/// One round of the sender: claims what is due and may go, hands it to its carrier outside any transaction, and stores what became
/// of it. Texts to one address go one after the other; addresses do not wait for each other.
/// </summary>
public sealed class SendDue(
    ClaimDue claim, SettleDelivery settle, IEnumerable<ICarrier> carriers, RaiseAlert alerts, SendSwitch onOff, CompanionMeter meter, IClock clock)
{
    // After so many tries, a minute or so, it is no hiccup.
    private const int TroubleAfter = 6;

    private static readonly Duration LongestCall = Duration.FromSeconds(20);

    private readonly ICarrier[] carriers = carriers.ToArray();

    /// <summary>Sends at most <paramref name="most"/> messages; returns how many were claimed.</summary>
    public async Task<int> Handle(int most, CancellationToken cancel)
    {
        var claimed = await Claim(most, Lane.Any, cancel);
        await Carry(claimed.Rows, cancel);
        return claimed.Rows.Count;
    }

    /// <summary>Claims at most <paramref name="most"/> messages of a lane; nothing while sending is switched off.</summary>
    public async Task<Claimed> Claim(int most, Lane lane, CancellationToken cancel) =>
        onOff.IsOn ? await claim.Handle(most, cancel, lane) : new Claimed([], MayBeMore: false);

    /// <summary>Hands over what was claimed and stores what became of it.</summary>
    public Task Carry(IEnumerable<OutboundMessage> claimed, CancellationToken cancel) =>
        Task.WhenAll(claimed.GroupBy(row => row.AddressId ?? -row.Id).Select(group => InOrder(group, cancel)));

    private async Task InOrder(IEnumerable<OutboundMessage> rows, CancellationToken cancel)
    {
        Delivery.NotNow? held = null;
        foreach (var row in rows)
        {
            if (held is not null)
            {
                await Settle(row, held); // a later text does not overtake one that has to wait
            }
            else if (clock.GetCurrentInstant() <= row.ClaimedUntil - LongestCall)
            {
                held = await Settle(row, await HandOver(row, cancel)) as Delivery.NotNow;
            }

            // Else the lease would run out during the call: what is left is looked into as unknown, and goes again if it never went.
        }
    }

    private async Task<Delivery> HandOver(OutboundMessage row, CancellationToken cancel) =>
        Array.Find(carriers, carrier => carrier.Carries(row.Channel)) is { } carrier
            ? await carrier.Carry(row, cancel)
            : new Delivery.Refused(null, StaffWords.Of("send.no-carrier", ("channel", $"{row.Channel}")));

    private async Task<Delivery> Settle(OutboundMessage row, Delivery delivery)
    {
        await settle.Handle(row.Id, row.ServiceId, row.AddressId, delivery, CancellationToken.None, row.Attempts);
        meter.Sent(row.Channel, row.Class, delivery);
        if (delivery is not Delivery.NotNow later)
        {
            return delivery;
        }

        if (row.Attempts == TroubleAfter)
        {
            await alerts.Handle(
                "ProviderTrouble",
                $"Messages by {row.Channel} have not gone for about a minute ({later.Reason}). They are tried until they are of no use. Look at the provider's status and your keys.",
                CancellationToken.None);
        }

        return later with { After = SettleDelivery.DelayOf(later, row.Attempts) };
    }
}

/// <summary>The stop button of all sending, for drills and tests.</summary>
public sealed class SendSwitch
{
    /// <summary>False while nothing is sent.</summary>
    public bool IsOn { get; set; } = true;
}
