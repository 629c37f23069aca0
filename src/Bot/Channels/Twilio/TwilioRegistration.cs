using Companion.Workflows.Consent;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Companion.Bot.Channels.Twilio;

/// <summary>Twilio's parts.</summary>
public static class TwilioRegistration
{
    /// <summary>
    /// Registers the webhooks always (without a token they answer 403), and the carriers of texts and calls when the account is
    /// configured; otherwise a simulator has to carry them.
    /// </summary>
    public static IServiceCollection AddTwilio(this IServiceCollection parts, TwilioSettings settings)
    {
        parts
            .AddMetrics()
            .AddSingleton(settings)
            .AddSingleton(new OptOutSettings { ByProvider = settings.OptOut == OptOutBy.Provider })
            .AddSingleton<TwilioMeter>()
            .AddSingleton<TwilioGuard>()
            .AddSingleton<InboundWebhook>()
            .AddSingleton<StatusWebhook>()
            .AddSingleton<VoiceWebhook>();
        return settings.CanSend ? parts.AddCarriers(settings) : parts;
    }

    private static IServiceCollection AddCarriers(this IServiceCollection parts, TwilioSettings settings)
    {
        parts.AddHttpClient(nameof(TwilioApi), http => http.Timeout = TwilioApi.Timeout)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers(); // the address of a list holds a number
        parts.TryAddSingleton<ProviderHealth>();
        return parts
            .AddSingleton(new Sending.SendPace(settings.MessagesPerSecond))
            .AddSingleton(provider => new TwilioApi(provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(TwilioApi)), settings))
            .AddSingleton<TwilioList>()
            .AddWatchedCarrier<TwilioSms>("Twilio")
            .AddWatchedCarrier<TwilioVoice>("Twilio");
    }
}
