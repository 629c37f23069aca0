using NodaTime;

namespace Companion.Workflows.Conversations;

/// <summary>A browser that speaks for an address: a web chat of its own, or one that a signed link joined to a phone's conversation. Its cookie is the signed id.</summary>
public sealed class ChatSession
{
    /// <summary>How many wrong dates of birth end the trying.</summary>
    public const int MostFailedProofs = 3;

    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public long AddressId { get; set; }

    public Instant CreatedAt { get; set; }

    /// <summary>From then on the browser has to begin anew.</summary>
    public Instant EndsAt { get; set; }

    /// <summary>Words from before this are shown only after the date of birth.</summary>
    public Instant ShowsFrom { get; set; }

    /// <summary>True when a date of birth was known as the link was opened: nothing is shown or said before it is given rightly.</summary>
    public bool MustProve { get; set; }

    /// <summary>When the person gave their date of birth rightly in this browser.</summary>
    public Instant? ProvenAt { get; set; }

    /// <summary>Whose date of birth it was: the words of others on the same phone stay hidden.</summary>
    public long? PersonId { get; set; }

    public int FailedProofs { get; set; }

    /// <summary>True while the date of birth has to be given first.</summary>
    public bool AwaitsProof => MustProve && ProvenAt is null;

    /// <summary>True when no more dates of birth are taken.</summary>
    public bool IsRefused => AwaitsProof && FailedProofs >= MostFailedProofs;
}
