using Companion.Workflows.Sending;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Companion.Bot.Sending;

/// <summary>The loops that make things go out and come due.</summary>
public static class SendingRegistration
{
    /// <summary>Registers the sender, the timers and the settling of unknown outcomes.</summary>
    public static IServiceCollection AddSending(this IServiceCollection services)
    {
        services.TryAddSingleton<SenderBell>();
        services.TryAddSingleton<SettleUnknown>();
        services.TryAddSingleton(new SendPace(null));
        return services.AddHostedService<SenderLoop>().AddHostedService<TimerLoop>().AddHostedService<SettleLoop>();
    }
}
