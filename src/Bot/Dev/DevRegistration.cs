using Companion.Workflows.Sending;

namespace Companion.Bot.Dev;

/// <summary>The simulator's parts. Outside Development there are none: a text that nothing carries is refused, not pretended.</summary>
public static class DevRegistration
{
    /// <summary>Registers the simulator. Real carriers registered before it come first.</summary>
    public static IServiceCollection AddSimulator(this IServiceCollection parts) => parts
        .AddSingleton<BlockedPairs>()
        .AddSingleton<SimulatedPhones>()
        .AddSingleton<ICarrier>(provider => provider.GetRequiredService<SimulatedPhones>())
        .AddSingleton<RunToRest>()
        .AddSingleton<TextFromPhone>()
        .AddSingleton<MoveClock>()
        .AddSingleton<PhoneScreen>()
        .AddSingleton<OutboxList>()
        .AddSingleton<OnCallPhones>();
}
