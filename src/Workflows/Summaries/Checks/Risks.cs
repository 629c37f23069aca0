namespace Companion.Workflows.Summaries.Checks;

/// <summary>What the safety listener raised is in every note, in the words in which it was heard.</summary>
internal static class Risks
{
    /// <summary>"No known risks" is said only when nothing was raised.</summary>
    public static Finding? Denied(Claim claim) =>
        claim.Heard.Episode.Raised.Count > 0 && claim.Said.SaysOneOf("norisk") is { } denial ? new Finding(Fault.DroppedRisk, denial) : null;

    /// <summary>A sentence for each thing raised that no standing sentence carries over.</summary>
    public static IEnumerable<Sentence> LeftOut(Episode episode, IReadOnlyList<Sentence> sentences) => episode.Raised
        .DistinctBy(raised => (raised.SourceId, raised.Words))
        .Where(raised => !sentences.Any(sentence => sentence.Fault is null && Carries(sentence, raised)))
        .Select(raised => new Sentence(Heading.Risks, Quote.Of(raised.Words), [raised.SourceId]));

    private static bool Carries(Sentence sentence, Raised raised) =>
        sentence.Cites.Contains(raised.SourceId) && Quote.Words(sentence.Text).Contains(Quote.Words(raised.Words), StringComparison.Ordinal);
}
