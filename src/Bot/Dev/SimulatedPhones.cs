using Companion.Workflows.People;
using Companion.Workflows.Sending;

namespace Companion.Bot.Dev;

/// <summary>
/// Phones without a network: what is sent is delivered at once and can be read in the simulator. It can be told to misbehave, as
/// the real network does.
/// </summary>
public sealed class SimulatedPhones : ICarrier
{
    /// <summary>What happens to the next texts.</summary>
    public PhoneFault Fault { get; set; }

    /// <inheritdoc/>
    public bool Carries(Channel channel) => channel is Channel.Sms or Channel.Voice or Channel.Email;

    /// <inheritdoc/>
    public Task<Delivery> Carry(OutboundMessage message, CancellationToken cancel)
    {
        var provider = "SIM" + message.Id;
        return Task.FromResult<Delivery>(Fault switch
        {
            PhoneFault.Refuses => new Delivery.Refused(SettleDelivery.OptedOut, "The simulated network says: this person has opted out."),
            PhoneFault.Busy => new Delivery.NotNow("The simulated network is busy."),
            PhoneFault.NoReceipt => new Delivery.Taken(provider),
            PhoneFault.Unclear => new Delivery.Unclear("The simulated network did not answer."),
            _ => new Delivery.Taken(provider, SendStatus.Delivered),
        });
    }

    /// <inheritdoc/>
    public Task<Delivery?> Ask(OutboundMessage message, IReadOnlySet<string> known, CancellationToken cancel) =>
        Task.FromResult<Delivery?>(new Delivery.Taken("SIM" + message.Id, SendStatus.Delivered));
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
