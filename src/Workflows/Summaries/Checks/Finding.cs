namespace Companion.Workflows.Summaries.Checks;

/// <summary>What is wrong with a sentence.</summary>
/// <param name="Fault">The kind.</param>
/// <param name="Because">The word, number or id that has no support.</param>
internal sealed record Finding(Fault Fault, string Because);
