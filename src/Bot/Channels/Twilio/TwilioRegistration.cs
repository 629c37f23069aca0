using Companion.Bot.Sending;
using Companion.Workflows.Consent;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Safety;
using Companion.Workflows.Sending;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Companion.Bot.Channels.Twilio;

/// <summary>Twilio's parts.</summary>
public static class TwilioRegistration
{
    /// <summary>
    /// Registers the webhooks always (without a token they answer 403), and the carriers for texts and calls when the account is
    /// configured.
    /// </summary>
    /// <returns>True when texts and calls really go out; false when the simulator has to carry them.</returns>
    public static bool AddTwilio(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Twilio");
        services.AddOptions<TwilioSettings>()
            .Bind(section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<TwilioSettings>, TwilioSettingsCheck>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<TwilioSettings>>().Value);
        services.AddSingleton(provider => new OptOutSettings
        {
            ByProvider = provider.GetRequiredService<TwilioSettings>().OptOut == OptOutBy.Provider,
        });
        services.AddMetrics();
        services.AddSingleton<TwilioMeter>();
        services.AddSingleton<TwilioGuard>();
        services.AddSingleton<InboundWebhook>();
        services.AddSingleton<StatusWebhook>();
        services.AddSingleton<VoiceWebhook>();
        services.TryAddSingleton<RaiseAlert>();
        services.TryAddSingleton<AcceptCall>();
        services.TryAddSingleton<SenderBell>();
        if (section["AccountSid"] is not { Length: > 0 } || section["AuthToken"] is not { Length: > 0 })
        {
            return false;
        }

        AddCarriers(services);
        return true;
    }

    private static void AddCarriers(IServiceCollection services)
    {
        services.AddHttpClient(nameof(TwilioApi), http => http.Timeout = TwilioApi.Timeout)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .SetHandlerLifetime(System.Threading.Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers(); // addresses of lists hold numbers
        services.AddSingleton(provider => new TwilioApi(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(TwilioApi)), provider.GetRequiredService<TwilioSettings>()));
        services.AddSingleton<TwilioList>();
        services.AddSingleton<ICarrier, TwilioSms>();
        services.AddSingleton<ICarrier, TwilioVoice>();
        services.AddSingleton(provider => new SendPace(provider.GetRequiredService<TwilioSettings>().MessagesPerSecond));
    }

    private sealed class TwilioSettingsCheck : IValidateOptions<TwilioSettings>
    {
        public ValidateOptionsResult Validate(string? name, TwilioSettings options) =>
            options.Problems().ToList() is { Count: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }
}
