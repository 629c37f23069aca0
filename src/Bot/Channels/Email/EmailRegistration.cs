using Companion.Workflows.Sending;
using Microsoft.Extensions.Options;

namespace Companion.Bot.Channels.Email;

/// <summary>E-mail's parts.</summary>
public static class EmailRegistration
{
    /// <summary>Registers the carrier for e-mail when a server is configured.</summary>
    /// <returns>True when e-mail really goes out; false when the simulator has to carry it.</returns>
    public static bool AddEmail(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Email");
        services.AddOptions<EmailSettings>()
            .Bind(section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<EmailSettings>, EmailSettingsCheck>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<EmailSettings>>().Value);
        if (section["Smtp"] is not { Length: > 0 })
        {
            return false;
        }

        services.AddSingleton<ICarrier, SmtpEmail>();
        return true;
    }

    private sealed class EmailSettingsCheck : IValidateOptions<EmailSettings>
    {
        public ValidateOptionsResult Validate(string? name, EmailSettings options) =>
            options.Problems().ToList() is { Count: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }
}
