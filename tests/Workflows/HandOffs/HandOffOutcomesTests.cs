using Companion.Workflows.HandOffs;

namespace Companion.Workflows.Tests.HandOffs;

/// <summary>What staff can choose when they close a hand-off.</summary>
public sealed class HandOffOutcomesTests
{
    private const string Begin = "outcome.";

    [Fact]
    public void Every_outcome_has_its_words_and_no_other_has() => Assert.Equal(
        HandOffOutcomes.All.Select(outcome => Begin + outcome).Order(StringComparer.Ordinal),
        WorkflowParts.Texts.Keys("en").Where(key => key.StartsWith(Begin, StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void No_two_outcomes_read_the_same() => Assert.Distinct(HandOffOutcomes.All.Select(HandOffOutcomes.Words));

    [Fact]
    public void An_outcome_that_is_not_offered_has_no_words() => Assert.Throws<KeyNotFoundException>(() => HandOffOutcomes.Words("forgotten"));
}
