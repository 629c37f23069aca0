using System.Diagnostics.Metrics;
using System.Reflection;
using Companion.Dialogs.Safety;
using Companion.Dialogs.Words;
using Companion.Workflows.Appointments;
using Companion.Workflows.CheckIns;
using Companion.Workflows.Consent;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Receiving;
using Companion.Workflows.Referrals;
using Companion.Workflows.Safety;
using Companion.Workflows.Sending;
using Companion.Workflows.Telemetry;
using Companion.Workflows.Timing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Companion.Workflows;

/// <summary>Every part of the workflows, for whoever hosts them: the bot, the simulation, the tests.</summary>
public static class WorkflowParts
{
    /// <summary>The words of the dialogs and the workflows.</summary>
    public static readonly TextBook Texts = new(typeof(TextBook).Assembly, typeof(WorkflowParts).Assembly);

    /// <summary>
    /// Adds the workflows, with the words of <paramref name="hosts"/> beside their own. The host adds what is outside: IStore, IClock,
    /// ServiceBook, LinkSettings, OptOutSettings, DialogBook and the carriers; and Triage, when its tables are not those that ship.
    /// </summary>
    public static IServiceCollection AddWorkflows(this IServiceCollection parts, params IReadOnlyList<Assembly> hosts)
    {
        parts.TryAddSingleton(_ => new Triage(new TriageSettings()));
        return parts.AddParts(hosts);
    }

    private static IServiceCollection AddParts(this IServiceCollection parts, IReadOnlyList<Assembly> hosts) => parts
        .AddSingleton(hosts.Count == 0 ? Texts : new TextBook([typeof(TextBook).Assembly, typeof(WorkflowParts).Assembly, .. hosts]))
        .AddSingleton(all => new CompanionMeter(all.GetService<IMeterFactory>()))
        .AddSingleton<Listener>()
        .AddSingleton<Links>()
        .AddSingleton<Outbox>()
        .AddSingleton<OnCallLadder>()
        .AddSingleton<HandOffDesk>()
        .AddSingleton<CouldNotBeTexted>()
        .AddSingleton<SafetyDesk>()
        .AddSingleton<ReferralDesk>()
        .AddSingleton<CheckInDesk>()
        .AddSingleton<ClaimNumber>()
        .AddSingleton<TellAppointment>()
        .AddSingleton<AppointmentDesk>()
        .AddSingleton<AppointmentDue>()
        .AddSingleton<RebookDue>()
        .AddSingleton<FindPerson>()
        .AddSingleton<BookAppointment>()
        .AddSingleton<MoveAppointment>()
        .AddSingleton<CancelAppointment>()
        .AddSingleton<RecordAttendance>()
        .AddSingleton<TakeAppointment>()
        .AddSingleton<AnswerOnce>()
        .AddSingleton<CalendarFile>()
        .AddSingleton<ImportAppointments>()
        .AddSingleton<ExportAppointments>()
        .AddSingleton<CarryOut>()
        .AddSingleton<Talk>()
        .AddSingleton<Resolver>()
        .AddSingleton<ConsentDesk>()
        .AddSingleton<Hearing>()
        .AddSingleton<Answering>()
        .AddSingleton<ReceiveMessage>()
        .AddSingleton<SayInChat>()
        .AddSingleton<ReadChat>()
        .AddSingleton<JoinChat>()
        .AddSingleton<ProveBirthDate>()
        .AddSingleton<ReadLink>()
        .AddSingleton<AcknowledgeHandOff>()
        .AddSingleton<ClearHandOff>()
        .AddSingleton<FinishTask>()
        .AddSingleton<RecordFinding>()
        .AddSingleton<SendSwitch>()
        .AddSingleton<ClaimDue>()
        .AddSingleton<SettleDelivery>()
        .AddSingleton<SendDue>()
        .AddSingleton<SettleUnknown>()
        .AddSingleton<PassOn>()
        .AddSingleton<RaiseAlert>()
        .AddSingleton<AcceptCall>()
        .AddSingleton<NobodyAnswered>()
        .AddSingleton<CheckInDue>()
        .AddTimed<NobodyAnswered>()
        .AddTimed<OnCallLadder>()
        .AddTimed<CouldNotBeTexted>()
        .AddTimed<ClaimNumber>()
        .AddTimed<CheckInDue>()
        .AddTimed<AppointmentDue>()
        .AddTimed<RebookDue>()
        .AddDesk<CheckInDesk>()
        .AddDesk<AppointmentDesk>()
        .AddSingleton<FireTimers>();

    private static IServiceCollection AddTimed<T>(this IServiceCollection parts)
        where T : class, ITimed => parts.AddSingleton<ITimed>(all => all.GetRequiredService<T>());

    private static IServiceCollection AddDesk<T>(this IServiceCollection parts)
        where T : class, IDesk => parts.AddSingleton<IDesk>(all => all.GetRequiredService<T>());
}
