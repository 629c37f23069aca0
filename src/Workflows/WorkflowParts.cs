using System.Diagnostics.Metrics;
using Companion.Dialogs.Safety;
using Companion.Dialogs.Words;
using Companion.Workflows.Appointments;
using Companion.Workflows.CheckIns;
using Companion.Workflows.Consent;
using Companion.Workflows.Conversations;
using Companion.Workflows.Forgetting;
using Companion.Workflows.Groups;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Notes;
using Companion.Workflows.OnCall;
using Companion.Workflows.Outcomes;
using Companion.Workflows.People;
using Companion.Workflows.Receiving;
using Companion.Workflows.Referrals;
using Companion.Workflows.Safety;
using Companion.Workflows.Sending;
using Companion.Workflows.Sending.Preview;
using Companion.Workflows.Settings;
using Companion.Workflows.Sharing;
using Companion.Workflows.StaffRooms;
using Companion.Workflows.Summaries;
using Companion.Workflows.Telemetry;
using Companion.Workflows.Timing;
using Companion.Workflows.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Companion.Workflows;

/// <summary>Every part of the workflows, for whoever hosts them: the bot, the simulation, the tests.</summary>
public static class WorkflowParts
{
    /// <summary>The words of the dialogs and the workflows.</summary>
    public static readonly TextBook Texts = new(typeof(TextBook).Assembly, typeof(WorkflowParts).Assembly);

    /// <summary>
    /// Adds the workflows, which speak in <paramref name="texts"/>, or in their own words alone. The host adds what is outside: IStore, IClock,
    /// ServiceBook, LinkSettings, OptOutSettings, DialogBook and the carriers; and Triage, OutcomeSettings and Summarisers, when they are not those that ship; and
    /// WaysToTell, where not all exist.
    /// </summary>
    public static IServiceCollection AddWorkflows(this IServiceCollection parts, TextBook? texts = null)
    {
        parts.TryAddSingleton(_ => new Triage(new TriageSettings()));
        parts.TryAddSingleton(new OutcomeSettings());
        parts.TryAddSingleton(WaysToTell.All);
        parts.TryAddSingleton(all => new Summarisers(_ => all.GetRequiredService<ExtractiveSummariser>()));
        parts.TryAddSingleton(new FirstManagers(new Dictionary<string, string>()));
        return parts.AddSingleton(texts ?? Texts).AddParts();
    }

    private static IServiceCollection AddParts(this IServiceCollection parts) => parts
        .AddSingleton(all => new CompanionMeter(all.GetService<IMeterFactory>()))
        .AddSingleton<Listener>()
        .AddSingleton<Links>()
        .AddSingleton<Outbox>()
        .AddSingleton<TellOnCall>()
        .AddSingleton<OnCallLadder>()
        .AddSingleton<AskWhetherDone>()
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
        .AddSingleton<UntoldTalk>()
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
        .AddSingleton<PickUp>()
        .AddSingleton<ReplyToPerson>()
        .AddSingleton<UnsentReply>()
        .AddSingleton<WriteNote>()
        .AddSingleton<StaffMail>()
        .AddSingleton<TellWorker>()
        .AddSingleton<MorningDigest>()
        .AddSingleton<TransferHandOff>()
        .AddSingleton<ReturnToBot>()
        .AddSingleton<BeginTalking>()
        .AddSingleton<TakeActivity>()
        .AddSingleton<ClaimActivities>()
        .AddSingleton<SettleActivity>()
        .AddSingleton<ClaimPosts>()
        .AddSingleton<SettlePost>()
        .AddSingleton<RecordRoom>()
        .AddSingleton<AnswerStaff>()
        .AddSingleton<FlagEdit>()
        .AddSingleton<RecogniseAccount>()
        .AddSingleton<AdmitAccount>()
        .AddSingleton<SaveWorker>()
        .AddSingleton<AddLeave>()
        .AddSingleton<RemoveLeave>()
        .AddSingleton<ReleaseHeld>()
        .AddSingleton<WorkerLeaves>()
        .AddSingleton<OnCallList>()
        .AddSingleton<SaveOnCall>()
        .AddSingleton<TakeBack>()
        .AddSingleton<HoldDue>()
        .AddSingleton<NobodyIn>()
        .AddSingleton<WaitDue>()
        .AddSingleton<FinishTask>()
        .AddSingleton<RecordFinding>()
        .AddSingleton<ChangeNumber>()
        .AddSingleton<RecordFirstContact>()
        .AddSingleton<Doubting>()
        .AddSingleton<EnterScores>()
        .AddSingleton<ReadOutcomes>()
        .AddSingleton<PressStop>()
        .AddSingleton<LiftStop>()
        .AddSingleton<PreviewTexts>()
        .AddSingleton<SendSwitch>()
        .AddSingleton<ClaimDue>()
        .AddSingleton<SettleDelivery>()
        .AddSingleton<SendDue>()
        .AddSingleton<SettleUnknown>()
        .AddSingleton<PassOn>()
        .AddSingleton<RaiseAlert>()
        .AddSingleton<WhenBack>()
        .AddSingleton<WhileHeld>()
        .AddSingleton<AcceptCall>()
        .AddSingleton<NobodyAnswered>()
        .AddSingleton<CheckInDue>()
        .AddTimed<NobodyAnswered>()
        .AddTimed<OnCallLadder>()
        .AddTimed<HoldDue>()
        .AddTimed<WaitDue>()
        .AddTimed<CouldNotBeTexted>()
        .AddTimed<ClaimNumber>()
        .AddTimed<CheckInDue>()
        .AddTimed<AppointmentDue>()
        .AddTimed<RebookDue>()
        .AddTimed<UntoldTalk>()
        .AddNotes()
        .AddDesk<UnsentReply>()
        .AddDesk<CheckInDesk>()
        .AddGroups()
        .AddDesk<AppointmentDesk>()
        .AddSharing()
        .AddSingleton<FireTimers>();

    private static IServiceCollection AddNotes(this IServiceCollection parts) => parts
        .AddSingleton<ExtractiveSummariser>()
        .AddSingleton<AskForNote>()
        .AddSingleton<EpisodeOf>()
        .AddSingleton<WriteDraft>()
        .AddSingleton<DraftDue>()
        .AddSingleton<EditNote>()
        .AddSingleton<DecideNote>()
        .AddSingleton<TakeProposal>()
        .AddSingleton<ForgetMessage>()
        .AddSingleton<WritePlan>()
        .AddSingleton<ApprovedNotes>();

    private static IServiceCollection AddSharing(this IServiceCollection parts) => parts
        .AddSingleton<ReadCaseRecord>()
        .AddSingleton<ExportCase>()
        .AddSingleton<Delicate>()
        .AddSingleton<DraftLetter>()
        .AddSingleton<ApproveLetter>()
        .AddSingleton<SendLetter>();

    private static IServiceCollection AddGroups(this IServiceCollection parts) => parts
        .AddSingleton<EnterGroup>()
        .AddSingleton<ChangeGroup>()
        .AddSingleton<JoinGroup>()
        .AddSingleton<LeaveGroup>()
        .AddSingleton<OfferPlace>()
        .AddSingleton<CancelSession>()
        .AddSingleton<ChangeSession>()
        .AddSingleton<CancelAllSessions>()
        .AddSingleton<RecordWhoCame>()
        .AddSingleton<ImportGroups>()
        .AddSingleton<GroupDesk>()
        .AddSingleton<RemindMember>()
        .AddSingleton<PlaceDue>()
        .AddSingleton<TellMember>()
        .AddSingleton<GuestsAsked>()
        .AddSingleton<SessionOver>()
        .AddDesk<GroupDesk>()
        .AddTimed<RemindMember>()
        .AddTimed<PlaceDue>()
        .AddTimed<TellMember>()
        .AddTimed<GuestsAsked>()
        .AddTimed<SessionOver>();

    private static IServiceCollection AddTimed<T>(this IServiceCollection parts)
        where T : class, ITimed => parts.AddSingleton<ITimed>(all => all.GetRequiredService<T>());

    private static IServiceCollection AddDesk<T>(this IServiceCollection parts)
        where T : class, IDesk => parts.AddSingleton<IDesk>(all => all.GetRequiredService<T>());
}
