using Companion.Workflows.Notes;
using Companion.Workflows.Summaries;
using NodaTime;

namespace Companion.Bot.Simulation;

/// <summary>Quotes what was said, and always invents a plan that is struck through: what must never reach the record is in every draft.</summary>
internal sealed class SimulatedSummariser : ISummariser
{
    /// <summary>How every invented sentence begins.</summary>
    public const string Invented = "Nobody said";

    /// <summary>The one of every service.</summary>
    public static readonly Summarisers All = new(_ => new SimulatedSummariser());

    /// <inheritdoc/>
    public Task<Draft> Summarise(Episode episode, Purpose purpose, CancellationToken cancel) => Task.FromResult(new Draft(
        [
            .. episode.Sources.Where(one => one.Speaker == Speaker.Person).Select(one => new Sentence(Heading.Issues, $"They wrote: \"{one.Words}\".", [one.Id])),
            .. episode.Raised.Select(one => new Sentence(Heading.Risks, $"\"{one.Words}\"", [one.SourceId])),
            .. episode.Raised.Count > 0 ? [] : episode.Sources.Take(1).Select(one => new Sentence(Heading.Risks, "No known risks.", [one.Id])),
            .. episode.Sources.TakeLast(1).Select(one => new Sentence(Heading.Plan, $"{Invented} {one.Id} {purpose}.", [one.Id], Fault.InventedPlan)),
        ],
        new Origin(Writer.Extractive, Duration.FromMilliseconds(5))));
}
