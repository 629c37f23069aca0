using NodaTime;

namespace Companion.Workflows.Conversations;

/// <summary>A browser that speaks for an address: a web chat of its own, or one that a signed link joined to a phone's conversation. Its cookie is the signed id.</summary>
public sealed class ChatSession
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public long AddressId { get; set; }

    public Instant CreatedAt { get; set; }

    /// <summary>Words from before this are shown only after the date of birth.</summary>
    public Instant ShowsFrom { get; set; }

    /// <summary>When the person gave their date of birth rightly in this browser.</summary>
    public Instant? ProvenAt { get; set; }

    public int FailedProofs { get; set; }
}
