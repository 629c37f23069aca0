using Companion.Workflows.Summaries.Wording;

namespace Companion.Workflows.Summaries.Checks;

/// <summary>A score belongs to the question it answers.</summary>
internal static class Scores
{
    public static Finding? Check(Claim claim)
    {
        var scales = claim.Said.Words.Select(Scale).OfType<string>().ToList();
        var scores = Given(claim.Said).ToList();
        if (scales.Count == 0 || scores.Count == 0)
        {
            return null;
        }

        // "3 for satisfaction and 4 for happiness" and "happiness 4, anxiety 2": both go in step.
        var pairs = scales.Count == scores.Count ? scales.Zip(scores) : scales.Count == 1 ? scores.Select(score => (scales[0], score)) : [];
        foreach (var (scale, score) in pairs)
        {
            var known = claim.Basis.SelectMany(one => Known(claim, one, scale)).ToHashSet();
            if (known.Count > 0 && !known.Contains(score.Value))
            {
                return new Finding(Fault.WrongNumber, score.Written);
            }
        }

        return null;
    }

    // What an utterance gives as a score of a question: the record's entry of it, or the answer to it, or a later "I meant 4".
    private static IEnumerable<string> Known(Claim claim, Utterance one, string scale)
    {
        var question = one.Speaker == Speaker.Record ? one : claim.Heard.Asked(one);
        return question is not null
            && question.Passage.Words.Any(word => Scale(word) == scale) ? Given(one.Passage).Select(score => score.Value) : [];
    }

    private static IEnumerable<Figure> Given(Passage passage) => Figures.Of(passage)
        .Where(figure => figure.Kind == FigureKind.Number
            && decimal.TryParse(figure.Value, System.Globalization.CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 10)
        .Where(figure => !IsFrame(passage, figure.At));

    // "week 0", "out of 10", "0 to 10" are no scores.
    private static bool IsFrame(Passage passage, int at)
    {
        var before = at > 0 ? passage.Words[at - 1].Text : "";
        var after = at + 1 < passage.Words.Count ? passage.Words[at + 1].Text : "";
        return before is "week" or "ons" or "of" or "to" || after is "weeks" or "to" or "times" or "years"
            || passage.Text.Contains("/" + passage.Words[at].Written, StringComparison.Ordinal);
    }

    private static string? Scale(Word word) => Scales.GetValueOrDefault(word.Text);

    private static readonly Dictionary<string, string> Scales = Classes.Shipped.Under("scale")
        .SelectMany(scale => scale.Words.Select(word => (word, scale.Name)))
        .ToDictionary(pair => pair.word, pair => pair.Name);
}
