using NodaTime;

namespace Companion.Workflows.Forgetting;

/// <summary>That a message was forgotten: when and by whom, and how many other places said the same. The words are nowhere.</summary>
public sealed class ForgottenMessage
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public long AddressId { get; set; }

    public long MessageId { get; set; }

    public Instant At { get; set; }

    public required string By { get; set; }

    /// <summary>How many other rows repeated the words.</summary>
    public int Places { get; set; }
}
