namespace Companion.Workflows.Summaries.Checks;

/// <summary>
/// Checks a draft without trusting whoever wrote it. Every proposed sentence stays, in its place: one that does not stand carries its
/// fault and a short reason. What the safety listener raised and no standing sentence carries over in its own words is added.
/// </summary>
public static class CheckedDraft
{
    // The most telling first: the first that finds something names the fault.
    private static readonly Func<Claim, Finding?>[] Checks =
    [
        Risks.Denied, Citations.Check, Instructions.Check, OwnViews.RiskRating, OwnViews.Diagnosis, Corrections.Check, Scores.Check, FigureCheck.Check,
        Names.Check, OwnViews.Advice, OthersWords.Check, Polarity.Check, Denials.Check, Certainty.Check, Plans.Check, Persons.Check, Words.Check,
    ];

    // Words in quotation marks are told as they stood: only where they stood, and whose they are, is asked of them.
    private static readonly Func<Claim, Finding?>[] ChecksOfQuotes = [Citations.Check, OthersWords.Check];

    /// <summary>The draft with the checks' findings. Never throws, whatever the words are.</summary>
    /// <param name="episode">What the draft was made from.</param>
    /// <param name="proposed">The sentences as they were proposed, in order.</param>
    /// <param name="origin">Who wrote it.</param>
    public static Draft Of(Episode episode, IReadOnlyList<Proposed> proposed, Origin origin)
    {
        var heard = new Heard(episode);
        var sentences = proposed.Select(one => Checked(new Claim(heard, one))).ToList();
        return new Draft([.. sentences, .. Risks.LeftOut(episode, sentences)], origin);
    }

    private static Sentence Checked(Claim claim)
    {
        var (heading, text, cites) = claim.Proposed;
        var finding = (claim.IsQuote ? ChecksOfQuotes : Checks).Select(check => check(claim)).FirstOrDefault(found => found is not null);
        return new Sentence(heading, text, cites, finding?.Fault, finding?.Because);
    }
}
