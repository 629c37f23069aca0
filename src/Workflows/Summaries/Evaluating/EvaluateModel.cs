namespace Companion.Workflows.Summaries.Evaluating;

/// <summary>Asks a model for a draft of every case, as it would be asked for a note, and measures what came.</summary>
/// <param name="model">The model, with its disguise and its checks.</param>
public sealed class EvaluateModel(ISummariser model)
{
    /// <summary>One case after another.</summary>
    public async Task<AskedModel> Handle(IReadOnlyList<CaseFile> cases, CancellationToken cancel)
    {
        var drafts = new List<(CaseFile Case, Draft Draft)>();
        foreach (var one in cases)
        {
            drafts.Add((one, await model.Summarise(one.Episode, Purpose.OnRequest, cancel)));
        }

        var answered = drafts.FindAll(one => one.Draft.Origin.Writer == Writer.Model);
        var sentences = answered.SelectMany(one => one.Draft.Sentences.Select(sentence => (one.Case, Sentence: sentence))).ToList();
        return new AskedModel(
            drafts.Select(one => one.Draft.Origin.Model).FirstOrDefault(name => name is not null),
            drafts.Select(one => one.Draft.Origin.Prompt).FirstOrDefault(name => name is not null),
            new Share(answered.Count, drafts.Count),
            Share(answered.SelectMany(one => one.Case.Facts.Select(fact => one.Draft.Sentences.Any(sentence => sentence.Fault is null && EvaluateSummaries.Holds(sentence, fact))))),
            Share(sentences.Select(one => one.Sentence.Fault is not null)),
            Share(sentences.Select(one => one.Sentence.Fault is not null && one.Case.Facts.Any(fact => EvaluateSummaries.Holds(one.Sentence, fact)))),
            drafts.Where(one => one.Draft.Origin.InsteadOf is not null).CountBy(one => one.Draft.Origin.InsteadOf!).ToDictionary(),
            drafts.Sum(one => one.Draft.Origin.TokensIn),
            drafts.Sum(one => one.Draft.Origin.TokensOut),
            drafts.Sum(one => one.Draft.Origin.Pence));
    }

    private static Share Share(IEnumerable<bool> hits)
    {
        var all = hits.ToList();
        return new Share(all.Count(hit => hit), all.Count);
    }
}

/// <summary>What a model that was asked came to.</summary>
/// <param name="Model">The model as its provider names it; null when it was never asked.</param>
/// <param name="Prompt">The prompt and its version.</param>
/// <param name="Answered">Cases whose draft is the model's.</param>
/// <param name="Coverage">Reference facts of those cases that a standing sentence covers.</param>
/// <param name="Struck">Sentences that the checks struck as unsupported.</param>
/// <param name="StruckWithFact">Sentences struck although they hold a reference fact: those that were probably sound.</param>
/// <param name="Instead">Why the extractive summariser wrote, and how often.</param>
/// <param name="TokensIn">Tokens read.</param>
/// <param name="TokensOut">Tokens written.</param>
/// <param name="Pence">What it cost by the configured prices.</param>
public sealed record AskedModel(
    string? Model, string? Prompt, Share Answered, Share Coverage, Share Struck, Share StruckWithFact, IReadOnlyDictionary<string, int> Instead,
    int TokensIn, int TokensOut, decimal? Pence);
