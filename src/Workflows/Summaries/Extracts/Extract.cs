namespace Companion.Workflows.Summaries.Extracts;

/// <summary>Somebody's own words that a note may quote.</summary>
/// <param name="Heading">Where they belong.</param>
/// <param name="Speaker">Whose they are.</param>
/// <param name="Words">The words as they stand.</param>
/// <param name="Cites">Where they stand.</param>
/// <param name="Order">The place of their message in the episode.</param>
/// <param name="Weight">How much they tell.</param>
/// <param name="Question">What they answer, when they mean nothing without it.</param>
internal sealed record Extract(
    Heading Heading, Speaker Speaker, string Words, IReadOnlyList<string> Cites, int Order, double Weight, string? Question = null);
