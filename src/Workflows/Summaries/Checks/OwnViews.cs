using Companion.Workflows.Summaries.Wording;

namespace Companion.Workflows.Summaries.Checks;

/// <summary>The writer of a note has no view of their own: no advice, no diagnosis, no rating of risk that nobody else spoke.</summary>
internal static class OwnViews
{
    private const float Asked = 0.6f;

    public static Finding? Advice(Claim claim) => Own(claim, "advice", Fault.Advice) ?? Obligation(claim) ?? Guess(claim);

    public static Finding? Diagnosis(Claim claim) => Own(claim, "condition.exact", Fault.Diagnosis);

    public static Finding? RiskRating(Claim claim) =>
        claim.SaysNoRisks ? null : Own(claim, "rating", Fault.RiskRating);

    // "Audio books might help" is a guess of the writer's when nobody else was in doubt.
    private static Finding? Guess(Claim claim) =>
        claim.Said.SaysOneOf("might") is { } might && !claim.Basis.Any(one => one.Passage.SaysOneOf("doubt") is not null
            || one.Passage.SaysOneOf("hedge") is not null || one.Passage.SaysOneOf("offer") is not null)
            ? new Finding(Fault.Advice, might)
            : null;

    // "He should be called on his mobile" is what he asked for; what nobody asked for is advice.
    private static Finding? Obligation(Claim claim)
    {
        var words = claim.Said.Words;
        for (var at = 0; at < words.Count; at++)
        {
            var obliges = words[at].Is("must") || (at > 0 && Classes.Shipped["must"].Contains($"{words[at - 1].Text} {words[at].Text}"));
            var what = words.Skip(at + 1).TakeWhile(word => word.Clause == words[at].Clause).Where(word => word.IsContent && !word.IsReport);
            if (obliges && (IsNobodysWish(claim) || what.Any(word => !claim.Basis.Any(one => one.Passage.Words.Any(heard => Sameness.Of(word, heard) >= Asked)))))
            {
                return new Finding(Fault.Advice, words[at].Text);
            }
        }

        return null;
    }

    private static bool IsNobodysWish(Claim claim) =>
        !claim.Basis.Any(one => one.Passage.SaysOneOf("must") is not null || one.Passage.SaysOneOf("obligation") is not null || one.Passage.SaysOneOf("wish") is not null);

    private static Finding? Own(Claim claim, string kind, Fault fault) => Classes.Shipped[kind]
        .Where(claim.Said.Says)
        .Where(words => !claim.Basis.Any(one => IsSaid(one.Passage, words)))
        .Select(words => new Finding(fault, words))
        .FirstOrDefault();

    private static bool IsSaid(Passage passage, string words)
    {
        var plain = words.StartsWith("is ", StringComparison.Ordinal) ? words[3..] : words;
        var alone = new Word(plain, plain, 0, 0, First: false);
        return passage.Says(plain) || (!plain.Contains(' ', StringComparison.Ordinal)
            && passage.Words.Any(word => Sameness.Of(alone, word) >= Sameness.Slip));
    }
}
