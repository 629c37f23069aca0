using Companion.Workflows.Summaries.Checks;
using NodaTime;

namespace Companion.Workflows.Summaries.Evaluating;

/// <summary>Measures the checks and the extractive summariser on cases.</summary>
/// <param name="summariser">The summariser whose coverage is measured.</param>
public sealed class EvaluateSummaries(ExtractiveSummariser summariser)
{
    private static readonly Share None = new(0, 0);

    /// <summary>Judges every recorded draft of every case.</summary>
    public SummaryReport Handle(IReadOnlyList<CaseFile> cases)
    {
        var judged = cases.SelectMany(one => one.Outputs.SelectMany(output => Judge(one, output))).ToList();
        var drafts = cases.Select(one => (Case: one, summariser.Of(one.Episode, Purpose.OnRequest).Sentences)).ToList();
        return new SummaryReport(
            cases.Count,
            Sum(drafts.SelectMany(draft => draft.Case.Facts.Select(fact => Share(draft.Sentences.Any(sentence => Covers(sentence, fact)))))),
            Sum(drafts.SelectMany(draft => draft.Sentences.Select(sentence => Share(sentence.Fault is not null)))),
            Caught(judged),
            Falsely(judged),
            Kinds(judged),
            [.. judged.GroupBy(one => (one.Output.Model, one.Output.Prompt)).OrderBy(group => group.Key.Model, StringComparer.Ordinal)
                .Select(group => new OutputShare(group.Key.Model, group.Key.Prompt, Caught([.. group]), Falsely([.. group]), Kinds([.. group])))],
            [.. judged.Where(one => one.Planted is null == one.IsStruck)
                .Select(one => new Misjudged(one.Case, one.Text, one.Planted, one.Found, one.Because))]);
    }

    private static IEnumerable<Judged> Judge(CaseFile one, RecordedOutput output)
    {
        var draft = CheckedDraft.Of(one.Episode, [.. output.Sentences.Select(sentence =>
            sentence.Proposed)], new Origin(Writer.Model, Duration.Zero, output.Model, output.Prompt));
        foreach (var (recorded, found) in output.Sentences.Zip(draft.Sentences))
        {
            yield return new Judged(one.Id, output, recorded.Proposed.Text, recorded.Planted, found.Fault is not null, found.Fault, found.Because);
        }

        var added = draft.Sentences.Skip(output.Sentences.Count).ToList();
        foreach (var omitted in output.Omits)
        {
            var isBack = added.Exists(sentence => sentence.Cites.Contains(omitted));
            yield return new Judged(one.Id, output, "(left out: " + omitted + ")", Fault.DroppedRisk, isBack, isBack ? Fault.DroppedRisk : null, null);
        }
    }

    private static bool Covers(Sentence sentence, ReferenceFact fact) => sentence.Fault is null && Holds(sentence, fact);

    /// <summary>True when a sentence says what a fact says, struck or not.</summary>
    internal static bool Holds(Sentence sentence, ReferenceFact fact) =>
        sentence.Cites.Any(fact.From.Contains)
        && (fact.Words.Count == 0 || fact.Words.Any(word => sentence.Text.Contains(word, StringComparison.OrdinalIgnoreCase)));

    private static Share Caught(IReadOnlyList<Judged> judged) => Sum(judged.Where(one => one.Planted is not null).Select(one => Share(one.IsStruck)));

    private static Share Falsely(IReadOnlyList<Judged> judged) => Sum(judged.Where(one => one.Planted is null).Select(one => Share(one.IsStruck)));

    private static List<FaultShare> Kinds(IReadOnlyList<Judged> judged) =>
        [.. judged.Where(one => one.Planted is not null).GroupBy(one => one.Planted!.Value).OrderBy(kind => kind.Key)
            .Select(kind => new FaultShare(kind.Key, Caught([.. kind]), Sum(kind.Select(one => Share(one.Found == kind.Key)))))];

    private static Share Share(bool hit) => new(hit ? 1 : 0, 1);

    private static Share Sum(IEnumerable<Share> shares) => shares.Aggregate(None, (sum, share) => sum + share);

    private sealed record Judged(string Case, RecordedOutput Output, string Text, Fault? Planted, bool IsStruck, Fault? Found, string? Because);
}
