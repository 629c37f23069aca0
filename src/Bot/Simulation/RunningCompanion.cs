using Companion.Dialogs;
using Companion.Dialogs.Safety;
using Companion.Workflows;
using Companion.Workflows.Consent;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Referrals;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Bot.Simulation;

/// <summary>One process of Companion: the real workflows, until it dies.</summary>
internal sealed class RunningCompanion : IAsyncDisposable
{
    private static readonly Listener Ears = new(); // remembers nothing, and is slow to make

    private readonly ServiceProvider parts;

    public RunningCompanion(IStore store, IClock clock, ICarrier network, bool optOutByProvider)
    {
        Store = store;
        parts = new ServiceCollection()
            .AddSingleton(store)
            .AddSingleton(clock)
            .AddSingleton(network)
            .AddSingleton(new ServiceBook(new Dictionary<string, ServiceSettings> { [SimulatedService.Key] = SimulatedService.Make() }))
            .AddSingleton(new LinkSettings { Key = "signs nothing outside a simulation", BaseUrl = "https://companion.example" })
            .AddSingleton(new OptOutSettings { ByProvider = optOutByProvider })
            .AddSingleton(ShippedDialogs.Book())
            .AddSingleton(SimulatedSummariser.All)
            .AddSingleton(new Triage(new TriageSettings()))
            .AddWorkflows()
            .AddSingleton(Ears)
            .BuildServiceProvider();
    }

    public IStore Store { get; }

    public T Part<T>()
        where T : notnull => parts.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await parts.DisposeAsync();
        await Store.DisposeAsync();
    }
}
