using System.ComponentModel.DataAnnotations;

namespace Companion.Workflows.Outcomes;

/// <summary>How evidence is published, as <c>Outcomes</c> configures it.</summary>
public sealed class OutcomeSettings
{
    /// <summary>A number that rests on fewer people than this is not shown, nor one that it could be worked out from.</summary>
    [Range(3, 100)]
    public int SmallestNumber { get; set; } = 5;
}
