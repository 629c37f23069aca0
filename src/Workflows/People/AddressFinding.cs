using NodaTime;

namespace Companion.Workflows.People;

/// <summary>What staff find out about how a person is reached, and write down.</summary>
public enum Finding
{
    /// <summary>The person agreed to be texted at this number; the line says when and how.</summary>
    AgreedToTexts,

    /// <summary>The number is somebody else's.</summary>
    WrongNumber,

    MovedAway,

    Died,

    /// <summary>The wrong person may be reading.</summary>
    UnsafeToText,

    /// <summary>What was marked before was a mistake, or is over.</summary>
    NothingWrong,
}

/// <summary>One line of what staff found out about an address. Append-only: the address holds what is so now.</summary>
public sealed class AddressFinding
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public long AddressId { get; set; }

    public long PersonId { get; set; }

    public Instant At { get; set; }

    public Finding What { get; set; }

    /// <summary>When and how they know, in the words of staff.</summary>
    public required string How { get; set; }

    /// <summary>The member of staff.</summary>
    public required string By { get; set; }
}
