
namespace Companion.Workflows.Sending;

/// <summary>
/// One round of the sender: claims what is due and may go, hands it to its carrier outside any transaction, and stores what became
/// of it. Texts to one address go one after the other; addresses do not wait for each other.
/// </summary>
public sealed class SendDue(ClaimDue claim, SettleDelivery settle, IEnumerable<ICarrier> carriers, SendSwitch onOff)
{
    private readonly ICarrier[] carriers = carriers.ToArray();

    /// <summary>Sends at most <paramref name="most"/> messages; returns how many were claimed.</summary>
    public async Task<int> Handle(int most, CancellationToken cancel)
    {
        if (!onOff.IsOn)
        {
            return 0;
        }

        var claimed = await claim.Handle(most, cancel);
        await Task.WhenAll(claimed.GroupBy(row => row.AddressId ?? -row.Id).Select(group => InOrder(group, cancel)));
        return claimed.Count;
    }

    private async Task InOrder(IEnumerable<OutboundMessage> rows, CancellationToken cancel)
    {
        foreach (var row in rows)
        {
            var carrier = Array.Find(carriers, carrier => carrier.Carries(row.Channel));
            var delivery = carrier is null
                ? new Delivery.Refused(null, $"Nothing here sends by {row.Channel}.")
                : await carrier.Carry(row, cancel);
            await settle.Handle(row.Id, row.ServiceId, row.AddressId, delivery, CancellationToken.None);
        }
    }
}

/// <summary>The stop button of all sending, for drills and tests.</summary>
public sealed class SendSwitch
{
    /// <summary>False while nothing is sent.</summary>
    public bool IsOn { get; set; } = true;
}
