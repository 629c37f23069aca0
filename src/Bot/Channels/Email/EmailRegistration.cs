using Companion.Workflows.Sending;

namespace Companion.Bot.Channels.Email;

/// <summary>E-mail's parts.</summary>
public static class EmailRegistration
{
    /// <summary>Registers the carrier of e-mail when a server is configured; otherwise a simulator has to carry it.</summary>
    public static IServiceCollection AddEmail(this IServiceCollection parts, EmailSettings settings)
    {
        parts.AddSingleton(settings);
        return settings.CanSend ? parts.AddSingleton<ICarrier, SmtpEmail>() : parts;
    }
}
