using Companion.Workflows.Notes;
using Companion.Workflows.Summaries;
using NodaTime;

namespace Companion.Bot.Tests.LinkWorkers;

/// <summary>Quotes what the person wrote, makes up a plan that is struck, and says so of itself: enough to test everything around a summariser.</summary>
internal sealed class QuotingSummariser : ISummariser
{
    public static readonly Summarisers All = new(_ => new QuotingSummariser());

    public Task<Draft> Summarise(Episode episode, Purpose purpose, CancellationToken cancel) => Task.FromResult(new Draft(
        [
            new Sentence(Heading.Risks, "No known risks.", [episode.Sources[0].Id]),
            .. episode.Sources.Where(one => one.Speaker == Speaker.Person).Select(one => new Sentence(Heading.Issues, $"They wrote: \"{one.Words}\".", [one.Id])),
            new Sentence(Heading.Plan, "They will be visited on Monday.", [episode.Sources[^1].Id], Fault.InventedPlan, "visited"),
            new Sentence(Heading.Plan, "A link worker will call them.", [episode.Sources[^1].Id]),
        ],
        new Origin(Writer.Extractive, Duration.FromMilliseconds(40), Model: "gpt-test", Prompt: "summary.v1", TokensIn: 812, TokensOut: 96, Pence: 0.12m)));
}
