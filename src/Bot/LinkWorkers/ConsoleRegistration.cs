using Companion.Bot.LinkWorkers.Schedules;

namespace Companion.Bot.LinkWorkers;

/// <summary>The console's parts.</summary>
public static class ConsoleRegistration
{
    /// <summary>Registers what the console's pages read.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection parts) => parts
        .AddSingleton<Waiting>()
        .AddSingleton<HandOffList>()
        .AddSingleton<HandOffView>()
        .AddSingleton<ReferralList>()
        .AddSingleton<ReferralView>()
        .AddSingleton<GroupList>()
        .AddSingleton<GroupView>()
        .AddSingleton<TaskList>()
        .AddSingleton<CheckInWorklist>()
        .AddSingleton<AppointmentList>()
        .AddSingleton<AlertList>()
        .AddSingleton<ScheduleView>();
}
