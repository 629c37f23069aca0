using Companion.Workflows.Summaries.Checks;
using Companion.Workflows.Summaries.Wording;

namespace Companion.Workflows.Summaries.Extracts;

/// <summary>Chooses the sentences of an episode that tell most: no greetings, no bare yes, nothing that was put right later.</summary>
internal sealed class Extracted(Heard heard)
{
    private const int FewestWords = 3;
    private const int ShortestSentence = 5;
    private const int LongestQuote = 400;
    private const int Later = 2;

    /// <summary>At most so many, each heading with what it tells most, in the order in which they were said.</summary>
    public IReadOnlyList<Extract> Best(int most)
    {
        var all = heard.All.SelectMany(Of).DistinctBy(extract => (extract.Heading, Quote.Words(extract.Words))).ToList();
        var chosen = all
            .GroupBy(extract => extract.Heading)
            .SelectMany(heading => heading.OrderByDescending(extract => extract.Weight).ThenBy(extract => extract.Order)
                .Select((extract, place) => (extract, place)))
            .OrderByDescending(one => one.extract.Weight / (1 + one.place))
            .ThenBy(one => one.extract.Order)
            .Take(most)
            .Select(one => one.extract);
        return [.. chosen.OrderBy(extract => extract.Order)];
    }

    private IEnumerable<Extract> Of(Utterance one) => one.Speaker switch
    {
        Speaker.Record => Record(one),
        Speaker.Bot => [],
        _ when ShortAnswer(one) is { } answer => [answer],
        _ => Sentences(one),
    };

    private static IEnumerable<Extract> Record(Utterance one)
    {
        if (Headings.OfRecord(one.Passage) is { } heading)
        {
            yield return new Extract(heading, Speaker.Record, one.Source.Words, [one.Source.Id], one.Order, 4 * Headings.WeightOf(heading));
        }
    }

    // "6" or "The 8th of April" means something only beside its question.
    private Extract? ShortAnswer(Utterance one)
    {
        var question = one.Speaker == Speaker.Person ? heard.Asked(one) : null;
        var tells = one.Passage.Words.Count <= ShortestSentence && (one.Figures.Count > 0 || one.Passage.Content.Any());
        var asked = question is not null && tells ? Split.Sentences(question.Source.Words).LastOrDefault(sentence => sentence.EndsWith('?')) : null;
        if (asked is null || Amendments.Of(heard, one, Later).Any())
        {
            return null;
        }

        var isScore = Classes.Shipped.Under("scale").Any(scale => scale.Words.Any(question!.Passage.Says));
        var heading = isScore ? Heading.Assessments : Headings.Of(Passage.Of(asked + " " + one.Source.Words), Speaker.Person) ?? Heading.Issues;
        return new Extract(heading, Speaker.Person, one.Source.Words, [question!.Source.Id, one.Source.Id], one.Order, 2 * Headings.WeightOf(heading), asked);
    }

    private IEnumerable<Extract> Sentences(Utterance one)
    {
        var old = Amendments.Of(heard, one, Later).Select(amendment => amendment.Old).ToHashSet();
        foreach (var sentence in Split.Sentences(one.Source.Words).Where(sentence => sentence.Length <= LongestQuote))
        {
            var passage = Passage.Of(sentence);
            if (passage.Words.Count < FewestWords || !passage.Content.Any(word => !word.IsReport) || IsTakenBack(passage, old)
                || Headings.Of(passage, one.Speaker) is not { } heading)
            {
                continue;
            }

            yield return new Extract(heading, one.Speaker, sentence, [one.Source.Id], one.Order, Weight(passage, heading));
        }
    }

    private static bool IsTakenBack(Passage passage, HashSet<string> old) =>
        old.Count > 0 && (Figures.Of(passage).Any(figure => old.Contains(figure.Value)) || passage.Words.Any(word => old.Contains(word.Text)));

    // The more it tells that is not said all the time, up to a point, and the more its heading matters.
    private static double Weight(Passage passage, Heading heading) =>
        Headings.WeightOf(heading) * Math.Min(6, 1 + passage.Content.Select(word => word.Root).Distinct().Count(root => root.Length > 2));
}
