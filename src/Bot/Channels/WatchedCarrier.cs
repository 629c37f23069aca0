using Companion.Workflows.People;
using Companion.Workflows.Sending;

namespace Companion.Bot.Channels;

/// <summary>A provider's carrier whose outcomes the probe is told of.</summary>
/// <param name="provider">What the probe calls the provider.</param>
/// <param name="carrier">Who carries.</param>
/// <param name="health">Who is told.</param>
internal sealed class WatchedCarrier(string provider, ICarrier carrier, ProviderHealth health) : ICarrier
{
    /// <inheritdoc/>
    public bool Carries(Channel channel) => carrier.Carries(channel);

    /// <inheritdoc/>
    public async Task<Delivery> Carry(OutboundMessage message, CancellationToken cancel)
    {
        var delivery = await carrier.Carry(message, cancel);
        health.Tell(provider, delivery);
        return delivery;
    }

    /// <inheritdoc/>
    public Task<Delivery?> Ask(OutboundMessage message, IReadOnlySet<string> known, CancellationToken cancel) => carrier.Ask(message, known, cancel);
}

/// <summary>Registers carriers that the probe watches.</summary>
internal static class WatchedCarriers
{
    /// <summary>Adds a provider's carrier.</summary>
    public static IServiceCollection AddWatchedCarrier<T>(this IServiceCollection parts, string provider)
        where T : class, ICarrier => parts
        .AddSingleton<T>()
        .AddSingleton<ICarrier>(all => new WatchedCarrier(provider, all.GetRequiredService<T>(), all.GetRequiredService<ProviderHealth>()));
}
