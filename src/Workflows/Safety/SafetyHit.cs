using NodaTime;

namespace Companion.Workflows.Safety;

/// <summary>Which rule of the listener heard which words in which message.</summary>
public sealed class SafetyHit
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public long AddressId { get; set; }

    public long MessageId { get; set; }

    public long? HandOffId { get; set; }

    public Instant At { get; set; }

    public required string Level { get; set; }

    public required string Kind { get; set; }

    public required string Rule { get; set; }

    public required string Words { get; set; }
}

/// <summary>Something the people who run the service must see: an unknown number written to, a provider that refuses.</summary>
public sealed class Alert
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public Instant At { get; set; }

    /// <summary>UnknownNumber, UnreadableWebhook, TurnFailed, TimerFailed, UnknownReceipt, ProviderTrouble.</summary>
    public required string Kind { get; set; }

    /// <summary>What and what to do; never a person's words.</summary>
    public required string Detail { get; set; }

    /// <summary>The words that could not be given to a service, kept so that nothing is lost.</summary>
    public string? Words { get; set; }

    public string? From { get; set; }
}
