using Companion.Workflows.Summaries;
using NodaTime;

namespace Companion.Workflows.Tests.Notes;

/// <summary>Writes down what the person said, word for word, and what was raised: enough to test everything around a summariser.</summary>
internal sealed class Quoting : ISummariser
{
    public List<Episode> Read { get; } = [];

    /// <summary>What else it does while it writes.</summary>
    public Func<Episode, Task> Meanwhile { get; set; } = _ => Task.CompletedTask;

    /// <summary>What it writes beside the quotations.</summary>
    public List<Sentence> Besides { get; } = [];

    public async Task<Draft> Summarise(Episode episode, Purpose purpose, CancellationToken cancel)
    {
        Read.Add(episode);
        await Meanwhile(episode);
        var risks = episode.Raised.Select(one => new Sentence(Heading.Risks, $"\"{one.Words}\"", [one.SourceId])).ToList();
        var first = episode.Sources.Count > 0 ? episode.Sources[0].Id : "none";
        return new Draft(
            [
                .. risks.Count > 0 ? risks : [new Sentence(Heading.Risks, "No known risks.", [first])],
                .. episode.Sources.Where(one => one.Speaker == Speaker.Person).Select(one => new Sentence(Heading.Issues, $"They wrote: \"{one.Words}\"", [one.Id])),
                .. Besides,
            ],
            new Origin(Writer.Extractive, Duration.FromMilliseconds(3)));
    }
}
