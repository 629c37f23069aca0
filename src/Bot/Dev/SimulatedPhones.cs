using Companion.Workflows.People;
using Companion.Workflows.Sending;

namespace Companion.Bot.Dev;

/// <summary>
/// Phones without a network: what is sent is delivered at once and can be read in the simulator. It can be told to misbehave, as
/// the real network does, and like it refuses numbers that texted STOP.
/// </summary>
public sealed class SimulatedPhones(BlockedPairs? blocked = null) : ICarrier
{
    /// <summary>What happens to the next texts. Calls and e-mail always get through.</summary>
    public PhoneFault Fault { get; set; }

    /// <inheritdoc/>
    public bool Carries(Channel channel) => channel is Channel.Sms or Channel.Voice or Channel.Email;

    /// <inheritdoc/>
    public async Task<Delivery> Carry(OutboundMessage message, CancellationToken cancel)
    {
        var provider = "SIM" + message.Id;
        if (message.Channel == Channel.Sms && blocked is not null && await blocked.Has(message.ServiceId, message.To, cancel))
        {
            return OptedOut;
        }

        return (message.Channel == Channel.Sms ? Fault : PhoneFault.None) switch
        {
            PhoneFault.Refuses => OptedOut,
            PhoneFault.Busy => new Delivery.NotNow("The simulated network is busy."),
            PhoneFault.NoReceipt => new Delivery.Taken(provider),
            PhoneFault.Unclear => new Delivery.Unclear("The simulated network did not answer."),
            _ => new Delivery.Taken(provider, SendStatus.Delivered),
        };
    }

    /// <inheritdoc/>
    public Task<Delivery?> Ask(OutboundMessage message, IReadOnlySet<string> known, CancellationToken cancel) =>
        Task.FromResult<Delivery?>(new Delivery.Taken("SIM" + message.Id, SendStatus.Delivered));

    private static Delivery.Refused OptedOut => new(SettleDelivery.OptedOut, "The simulated network says: this person has opted out.");
}

/// <summary>How the simulated network misbehaves.</summary>
public enum PhoneFault
{
    None,

    /// <summary>Every text is refused as opted out (21610).</summary>
    Refuses,

    /// <summary>Every text has to wait (429).</summary>
    Busy,

    /// <summary>Taken, but no receipt ever comes.</summary>
    NoReceipt,

    /// <summary>The answer is lost.</summary>
    Unclear,
}
