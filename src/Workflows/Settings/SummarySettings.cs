using System.ComponentModel.DataAnnotations;

namespace Companion.Workflows.Settings;

/// <summary>How drafts of notes are written for a service.</summary>
public sealed class SummarySettings
{
    /// <summary>True to let the language model of <c>Model:*</c> write drafts. Off unless the service's clinical safety officer has agreed.</summary>
    public bool Model { get; set; }

    /// <summary>Tokens that may be used on one day, read and written together; then the extractive summariser writes until midnight.</summary>
    [Range(1, 1_000_000_000)]
    public int TokensPerDay { get; set; } = 200_000;
}
