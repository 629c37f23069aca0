using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Companion.Bot.Channels.Email;

/// <summary>E-mail's parts.</summary>
public static class EmailRegistration
{
    /// <summary>Registers the carrier of e-mail when a server is configured; otherwise a simulator has to carry it.</summary>
    public static IServiceCollection AddEmail(this IServiceCollection parts, EmailSettings settings)
    {
        parts.AddSingleton(settings);
        parts.TryAddSingleton<ProviderHealth>();
        return settings.CanSend ? parts.AddWatchedCarrier<SmtpEmail>("E-mail") : parts;
    }
}
