using Companion.Workflows.Summaries;
using Companion.Workflows.Summaries.Checks;
using NodaTime;

namespace Companion.Workflows.Tests.Summaries;

/// <summary>An episode written down as a talk: "Person: ...", "Bot: ...", one line a message, ids m1, m2 ... (r1 ... for the record).</summary>
internal static class Talk
{
    public static readonly Origin ByModel = new(Writer.Model, Duration.Zero, "example", "summary.v1");

    private static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 9, 0);

    public static Episode Of(params string[] lines) => new("en", [.. Sources(lines)], [], ["Jean Smith", "Jean", "Tom", "Asha"]);

    public static Episode WithRaised(this Episode episode, string id, string words) =>
        episode with { Raised = [.. episode.Raised, new Raised(id, words, "suicide")] };

    /// <summary>What the checks say of one sentence.</summary>
    public static Sentence Check(this Episode episode, string text, params string[] cites) =>
        CheckedDraft.Of(episode, [new Proposed(Heading.Issues, text, cites)], ByModel).Sentences[0];

    private static IEnumerable<Source> Sources(string[] lines)
    {
        var (messages, records) = (0, 0);
        foreach (var (order, line) in lines.Index())
        {
            var (who, words) = (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
            var speaker = Enum.Parse<Speaker>(who);
            var id = speaker == Speaker.Record ? $"r{++records}" : $"m{++messages}";
            yield return new Source(id, Start + Duration.FromMinutes(order), speaker, words);
        }
    }
}
