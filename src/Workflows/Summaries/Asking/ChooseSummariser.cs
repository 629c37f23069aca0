using Companion.Workflows.Settings;
using Companion.Workflows.Telemetry;

namespace Companion.Workflows.Summaries.Asking;

/// <summary>Who drafts the notes of each service: the extractive summariser, or the model where the service has turned it on.</summary>
/// <param name="services">The services.</param>
/// <param name="model">The model, or null when none is configured.</param>
/// <param name="budget">What each service may spend.</param>
/// <param name="extractive">Writes where no model is turned on, and whenever it fails.</param>
/// <param name="meter">Counts drafts.</param>
public sealed class ChooseSummariser(ServiceBook services, AskModel? model, ModelBudget budget, ExtractiveSummariser extractive, CompanionMeter meter)
{
    /// <summary>The summariser of a service.</summary>
    public ISummariser Of(string serviceId)
    {
        var service = services.Of(serviceId);
        return !service.Summaries.Model ? extractive
            : model is null ? new WithReason(extractive, Why.Unconfigured)
            : new ModelSummariser(service, model, budget, extractive, meter);
    }

    private sealed class WithReason(ISummariser writes, string why) : ISummariser
    {
        public async Task<Draft> Summarise(Episode episode, Purpose purpose, CancellationToken cancel)
        {
            var draft = await writes.Summarise(episode, purpose, cancel);
            return draft with { Origin = draft.Origin with { InsteadOf = why } };
        }
    }
}
