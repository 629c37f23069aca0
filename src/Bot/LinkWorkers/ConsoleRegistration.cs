using Companion.Bot.LinkWorkers.Notes;
using Companion.Bot.LinkWorkers.Schedules;
using Companion.Bot.LinkWorkers.Team;
using Companion.Bot.SignIn;

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
        .AddSingleton<ScheduleView>()
        .AddSingleton<HandOffActs>()
        .AddSingleton<MessageView>()
        .AddSingleton<PlanView>()
        .AddSingleton<NoteView>()
        .AddSingleton<NoteActs>()
        .AddSingleton<OwnRows>()
        .AddSingleton<SharingView>()
        .AddSingleton<TeamView>()
        .AddSingleton<StaffEvents>();

    /// <summary>Maps the console's live updates.</summary>
    public static void MapStaffEvents(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/console/events", (HttpContext context, StaffEvents events) => events.Queue(context, context.RequestAborted))
            .RequireAuthorization(StaffPolicies.Console);
        routes.MapGet("/console/handoffs/{id:long}/events", (HttpContext context, long id, StaffEvents events) => events.Conversation(context, id, context.RequestAborted))
            .RequireAuthorization(StaffPolicies.Console);
    }
}
