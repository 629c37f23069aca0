using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Companion.Bot.Sending;

/// <summary>The loops that make things go out and come due.</summary>
public static class SendingRegistration
{
    /// <summary>Registers the sender, the timers and the settling of unknown outcomes.</summary>
    public static IServiceCollection AddSending(this IServiceCollection parts)
    {
        parts.TryAddSingleton(new SendPace(null)); // a simulator has no rate to keep below
        return parts
            .AddSingleton<SenderBell>()
            .AddHostedService<SenderLoop>()
            .AddHostedService<TimerLoop>()
            .AddHostedService<DraftLoop>()
            .AddHostedService<SettleLoop>();
    }
}
