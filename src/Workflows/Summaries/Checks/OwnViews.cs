using Companion.Workflows.Summaries.Wording;

namespace Companion.Workflows.Summaries.Checks;

/// <summary>The writer of a note has no view of their own: no advice, no diagnosis, no rating of risk that nobody else spoke.</summary>
internal static class OwnViews
{
    public static Finding? Advice(Claim claim) => Own(claim, "advice", Fault.Advice) ?? Obligation(claim);

    public static Finding? Diagnosis(Claim claim) => Own(claim, "condition.exact", Fault.Diagnosis);

    public static Finding? RiskRating(Claim claim) =>
        claim.SaysNoRisks ? null : Own(claim, "rating", Fault.RiskRating);

    // What somebody must do is somebody's word too.
    private static Finding? Obligation(Claim claim) =>
        claim.Said.SaysOneOf("must") is { } must && !claim.Basis.Any(one => one.Passage.SaysOneOf("obligation") is not null) ? new Finding(Fault.Advice, must) : null;

    private static Finding? Own(Claim claim, string kind, Fault fault) => Classes.Shipped[kind]
        .Where(claim.Said.Says)
        .Where(words => !claim.Basis.Any(one => IsSaid(one.Passage, words)))
        .Select(words => new Finding(fault, words))
        .FirstOrDefault();

    private static bool IsSaid(Passage passage, string words) =>
        passage.Says(words) || (!words.Contains(' ', StringComparison.Ordinal) && passage.Words.Any(word => word.Root == Stem.Of(words)));
}
