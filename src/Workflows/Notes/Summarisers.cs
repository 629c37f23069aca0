using Companion.Workflows.Summaries;

namespace Companion.Workflows.Notes;

/// <summary>Who writes the drafts of each service: the extractive summariser, or a model where the service has turned it on.</summary>
/// <param name="of">The summariser of a service, by its key.</param>
public sealed class Summarisers(Func<string, ISummariser> of)
{
    /// <summary>The one of a service.</summary>
    public ISummariser Of(string serviceId) => of(serviceId);
}
