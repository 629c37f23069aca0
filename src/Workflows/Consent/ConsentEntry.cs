using Companion.Dialogs.Consent;
using NodaTime;

namespace Companion.Workflows.Consent;

/// <summary>What happened to a consent.</summary>
public enum ConsentChange
{
    Stopped,
    Started,
    Agreed,
    Refused,
    ProviderBlocked,
    ProviderUnblocked,
}

/// <summary>On what ground texts of a topic go out; kept apart from consent to linkage.</summary>
public enum ConsentBasis
{
    /// <summary>Part of the care asked for (UK GDPR 6(1)(e), 9(2)(h)).</summary>
    ServiceMessage,

    /// <summary>The person objected or withdrew the objection.</summary>
    Objection,

    /// <summary>The person was asked and answered.</summary>
    Consent,
}

/// <summary>One line of the consent ledger. Append-only: nothing here is ever changed.</summary>
public sealed class ConsentEntry
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public long AddressId { get; set; }

    public long? PersonId { get; set; }

    public Instant At { get; set; }

    public ConsentTopic Topic { get; set; }

    public ConsentChange Change { get; set; }

    public ConsentBasis Basis { get; set; }

    /// <summary>The key and version of the words the person answered, or null when they spoke first.</summary>
    public string? Wording { get; set; }

    /// <summary>The message it rests on.</summary>
    public long? MessageId { get; set; }

    /// <summary>Who wrote it down: "person", "provider", or a member of staff.</summary>
    public required string By { get; set; }
}
