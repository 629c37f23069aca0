using Companion.Workflows.Summaries.Wording;

namespace Companion.Workflows.Summaries.Checks;

/// <summary>One proposed sentence with what it stands on, read for the checks.</summary>
internal sealed class Claim
{
    public Claim(Heard heard, Proposed proposed)
    {
        (Heard, Proposed) = (heard, proposed);
        Said = Passage.Of(proposed.Text);
        Cited = [.. proposed.Cites.Distinct().Select(heard.Find).OfType<Utterance>().OrderBy(cited => cited.Order)];
        Basis = [.. Cited.Concat(Cited.Select(heard.Asked).OfType<Utterance>()).Distinct()];
    }

    /// <summary>The whole episode, read.</summary>
    public Heard Heard { get; }

    public Proposed Proposed { get; }

    /// <summary>What the sentence says.</summary>
    public Passage Said { get; }

    /// <summary>True for "no known risks" where nothing was raised.</summary>
    public bool SaysNoRisks => Proposed.Heading == Heading.Risks && Heard.Episode.Raised.Count == 0 && Said.SaysOneOf("norisk") is not null;

    /// <summary>True when all it tells stands in quotation marks, and word for word in what it cites.</summary>
    public bool IsQuote => Said.Content.Any(word => word.Quoted) && Said.Content.All(word => word.Quoted || word.IsReport || word.Is("quoting"))
        && Said.Quotes.All(quote => Basis.Any(one => Quote.Words(one.Source.Words).Contains(Quote.Words(quote), StringComparison.Ordinal)));

    /// <summary>What it cites, as far as it exists, in order of time.</summary>
    public IReadOnlyList<Utterance> Cited { get; }

    /// <summary>What it cites, and the question that each cited answer was given to.</summary>
    public IReadOnlyList<Utterance> Basis { get; }
}
