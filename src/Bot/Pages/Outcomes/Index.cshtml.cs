using Companion.Bot.Outcomes;
using Companion.Bot.SignIn;
using Companion.Dialogs.CheckIns;
using Companion.Workflows.Outcomes;
using Companion.Workflows.Settings;
using Companion.Workflows.Timing;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Companion.Bot.Pages.Outcomes;

/// <summary>What changed for people, for those who run and pay for a service. Nobody is named.</summary>
public sealed class IndexModel(ReadOutcomes read, ServiceBook every, SignedIn me, OutcomeSettings settings, IClock clock) : PageModel
{
    /// <summary>What was asked for.</summary>
    public OutcomeChoice Choice { get; private set; } = new(null, null, null);

    /// <summary>What is wrong with it, if anything.</summary>
    public OutcomeProblem? Problem { get; private set; }

    /// <summary>The evidence; null while something is wrong.</summary>
    public OutcomeReport? Report { get; private set; }

    /// <summary>The service of whoever is signed in.</summary>
    public ServiceSettings Service => every.Of(me.ServiceId);

    /// <summary>Below this, numbers are hidden.</summary>
    public int Smallest => settings.SmallestNumber;

    /// <summary>Where the same figures are downloaded.</summary>
    public string Download => "/outcomes/ons4.csv" + QueryString.Create(
        new KeyValuePair<string, string?>[] { new("service", Choice.Service), new("from", Choice.From), new("to", Choice.To) });

    /// <summary>Shows the service.</summary>
    public async Task OnGet(string? service, string? from, string? to)
    {
        Choice = new OutcomeChoice(string.IsNullOrEmpty(service) ? me.ServiceId : service, from, to);
        (var scopes, Problem) = Choice.Read(every.Only(me.ServiceId));
        if (Problem is not null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        Report = await read.Handle(scopes[0], Instrument.Ons4, clock.GetCurrentInstant().Local().Date, HttpContext.RequestAborted);
    }
}

/// <summary>One item with what its part of the page needs.</summary>
public sealed record ItemSection(string Instrument, ItemEvidence Evidence)
{
    /// <summary>What the section's parts are called in the page.</summary>
    public string Id => Evidence.Item;

    /// <summary>The highest answer.</summary>
    public int Most => Companion.Dialogs.CheckIns.Instrument.Of(Instrument).Items.First(item => item.Key == Evidence.Item).Highest;

    /// <summary>The beginning and the later waves, each with who answered.</summary>
    public IEnumerable<(int Week, Answered Answered)> Waves =>
        Evidence.Waves.Select(wave => (wave.Week, wave.Pairs)).Prepend((OutcomeReckoning.Baseline, Evidence.Baseline));
}
