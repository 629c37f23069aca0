using NodaTime;

namespace Companion.Workflows.Summaries.Asking;

/// <summary>Tokens that a question to a model took, or may take while it is asked. Of nobody: only which service's day they count to.</summary>
public sealed class ModelCall
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    /// <summary>The local day.</summary>
    public LocalDate Day { get; set; }

    /// <summary>Tokens, read and written together.</summary>
    public int Tokens { get; set; }
}
