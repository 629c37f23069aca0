using Companion.Workflows.Summaries;

namespace Companion.Workflows.Notes;

/// <summary>Who writes the drafts of each service: the extractive summariser, or a model where the service has turned it on.</summary>
/// <param name="of">The summariser of a service, by its key.</param>
public sealed class Summarisers(Func<string, ISummariser> of)
{
    /// <summary>Nobody: a draft is an empty page, which a person fills.</summary>
    public static readonly Summarisers Nobody = new(_ => new Blank());

    /// <summary>The one of a service.</summary>
    public ISummariser Of(string serviceId) => of(serviceId);

    private sealed class Blank : ISummariser
    {
        public Task<Draft> Summarise(Episode episode, Purpose purpose, CancellationToken cancel) =>
            Task.FromResult(new Draft([], new Origin(Writer.Extractive, NodaTime.Duration.Zero)));
    }
}
