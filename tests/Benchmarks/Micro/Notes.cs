using BenchmarkDotNet.Attributes;
using Companion.Dialogs.Words;
using Companion.Workflows;
using Companion.Workflows.Summaries;
using Companion.Workflows.Summaries.Checks;
using NodaTime;

namespace Companion.Benchmarks.Micro;

/// <summary>Checking a draft of fifteen sentences of a conversation of twenty messages, and writing one without a model.</summary>
[MemoryDiagnoser]
public class Notes
{
    private static readonly Instant Morning = Instant.FromUtc(2026, 3, 2, 9, 0);

    private readonly Episode episode = Talk();
    private readonly ExtractiveSummariser summariser = new(new TextBook(typeof(WorkflowParts).Assembly));
    private readonly List<Proposed> proposed =
        [.. Enumerable.Range(0, 15).Select(at => new Proposed(Heading.Issues, "She has felt lonely since her husband died in March and owes the catalogue £640.", [$"m{(2 * at % 20) + 1}"]))];

    [Benchmark]
    public Draft Check() => CheckedDraft.Of(episode, proposed, new Origin(Writer.Model, Duration.Zero));

    [Benchmark]
    public Draft Extract() => summariser.Of(episode, Purpose.Closed);

    private static Episode Talk() => new("en", [.. Enumerable.Range(1, 20).Select(number => number % 2 == 0
        ? new Source($"m{number}", Morning, Speaker.Bot, "Thank you for telling me. What would help you most at the moment?")
        : new Source($"m{number}", Morning, Speaker.Person, "ive been so lonely since my husband died in march, I owe the catalogue £640 and cant open the letters"))], [], []);
}
