using Companion.Workflows.People;
using NodaTime;

namespace Companion.Workflows.Sending;

/// <summary>
/// A way out into the world for one or more channels: the SMS provider, the phone simulator, the chat page, e-mail, a voice call.
/// Called outside any transaction. What can go wrong is a value, not an exception.
/// </summary>
public interface ICarrier
{
    /// <summary>True when this carrier takes the channel.</summary>
    bool Carries(Channel channel);

    /// <summary>Hands a message over, once.</summary>
    Task<Delivery> Carry(OutboundMessage message, CancellationToken cancel);

    /// <summary>
    /// Asks what became of a message whose outcome is unknown. Null when the provider cannot say.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="known">Provider ids that belong to other rows: the same words may have been sent before.</param>
    /// <param name="cancel">Gives up.</param>
    Task<Delivery?> Ask(OutboundMessage message, IReadOnlySet<string> known, CancellationToken cancel);
}

/// <summary>What came of handing a message over. A closed family.</summary>
public abstract record Delivery
{
    private Delivery()
    {
    }

    /// <summary>The provider has it.</summary>
    /// <param name="ProviderId">Its id there.</param>
    /// <param name="Status">How far it is: Accepted, or already Sent or Delivered.</param>
    public sealed record Taken(string ProviderId, SendStatus Status = SendStatus.Accepted) : Delivery;

    /// <summary>The provider will not have it, now or later.</summary>
    /// <param name="Code">The provider's error code; 21610 means the person has opted out there.</param>
    /// <param name="Reason">Why, in words for staff.</param>
    public sealed record Refused(int? Code, string Reason) : Delivery
    {
        /// <summary>The provider's id, when it had taken the message before it gave it up.</summary>
        public string? ProviderId { get; init; }
    }

    /// <summary>It was certainly not taken; it may be tried again (429, no connection).</summary>
    /// <param name="Reason">Why, in words for staff.</param>
    /// <param name="After">How long the provider asks to wait, or null.</param>
    public sealed record NotNow(string Reason, Duration? After = null) : Delivery;

    /// <summary>It may or may not have been taken (a timeout, a 5xx): never send it again blindly.</summary>
    /// <param name="Reason">Why, in words for staff.</param>
    public sealed record Unclear(string Reason) : Delivery;
}
