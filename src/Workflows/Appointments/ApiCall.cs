using NodaTime;

namespace Companion.Workflows.Appointments;

/// <summary>A call of a case system that was answered: the same call again gets the same answer.</summary>
public sealed class ApiCall
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    /// <summary>What the caller named it (Idempotency-Key); unique in a service.</summary>
    public required string Key { get; set; }

    /// <summary>A hash of what it asked for.</summary>
    public required string BodyHash { get; set; }

    /// <summary>The answer's status and body.</summary>
    public int Status { get; set; }

    public required string Answer { get; set; }

    public Instant At { get; set; }
}
