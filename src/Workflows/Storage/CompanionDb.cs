using Companion.Dialogs.Talking;
using Companion.Workflows.Appointments;
using Companion.Workflows.CheckIns;
using Companion.Workflows.Consent;
using Companion.Workflows.Conversations;
using Companion.Workflows.Forgetting;
using Companion.Workflows.Groups;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Notes;
using Companion.Workflows.OnCall;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using Companion.Workflows.Safety;
using Companion.Workflows.Sending;
using Companion.Workflows.Sharing;
using Companion.Workflows.StaffRooms;
using Companion.Workflows.Summaries;
using Companion.Workflows.Summaries.Asking;
using Companion.Workflows.Timing;
using Companion.Workflows.Workers;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Storage;

/// <summary>
/// The one model of what is stored, on SQLite and on PostgreSQL. Pages and reports read through it; the rows of a turn are
/// written by <see cref="Session"/>, which takes its tables and columns from here.
/// </summary>
public sealed class CompanionDb(DbContextOptions<CompanionDb> options) : DbContext(options)
{
    public DbSet<Address> Addresses => Set<Address>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<PersonAddress> PersonAddresses => Set<PersonAddress>();

    public DbSet<AddressFinding> AddressFindings => Set<AddressFinding>();

    public DbSet<Conversation> Conversations => Set<Conversation>();

    public DbSet<ChatSession> ChatSessions => Set<ChatSession>();

    public DbSet<InboundMessage> Inbound => Set<InboundMessage>();

    public DbSet<OutboundMessage> Outbound => Set<OutboundMessage>();

    public DbSet<SendStop> SendStops => Set<SendStop>();

    public DbSet<BegunOnDay> BegunOnDays => Set<BegunOnDay>();

    public DbSet<TimerRow> Timers => Set<TimerRow>();

    public DbSet<Case> Cases => Set<Case>();

    public DbSet<CheckIn> CheckIns => Set<CheckIn>();

    public DbSet<CheckInScore> CheckInScores => Set<CheckInScore>();

    public DbSet<Group> Groups => Set<Group>();

    public DbSet<GroupSession> GroupSessions => Set<GroupSession>();

    public DbSet<GroupMember> GroupMembers => Set<GroupMember>();

    public DbSet<GroupAttendance> GroupAttendances => Set<GroupAttendance>();

    public DbSet<GroupNotice> GroupNotices => Set<GroupNotice>();
    public DbSet<Appointment> Appointments => Set<Appointment>();

    public DbSet<ApiCall> ApiCalls => Set<ApiCall>();

    public DbSet<HandOff> HandOffs => Set<HandOff>();

    public DbSet<HandOffEvent> HandOffEvents => Set<HandOffEvent>();

    public DbSet<HandOffNote> HandOffNotes => Set<HandOffNote>();

    public DbSet<Worker> Workers => Set<Worker>();

    public DbSet<Leave> Leaves => Set<Leave>();

    public DbSet<OnCallPerson> OnCallPeople => Set<OnCallPerson>();

    public DbSet<ModelCall> ModelCalls => Set<ModelCall>();

    public DbSet<StaffRoom> StaffRooms => Set<StaffRoom>();

    public DbSet<StaffPost> StaffPosts => Set<StaffPost>();

    public DbSet<StaffActivity> StaffActivities => Set<StaffActivity>();

    public DbSet<StaffTask> StaffTasks => Set<StaffTask>();

    public DbSet<SignedLink> SignedLinks => Set<SignedLink>();

    public DbSet<SafetyHit> SafetyHits => Set<SafetyHit>();

    public DbSet<ConsentEntry> ConsentLedger => Set<ConsentEntry>();

    public DbSet<Alert> Alerts => Set<Alert>();

    public DbSet<Note> Notes => Set<Note>();

    public DbSet<NoteVersion> NoteVersions => Set<NoteVersion>();

    public DbSet<PersonalGoal> PersonalGoals => Set<PersonalGoal>();

    public DbSet<CareAction> CareActions => Set<CareAction>();

    public DbSet<ForgottenMessage> ForgottenMessages => Set<ForgottenMessage>();

    public DbSet<Letter> Letters => Set<Letter>();

    public DbSet<SharingEvent> SharingEvents => Set<SharingEvent>();

    public DbSet<IdBlock> IdBlocks => Set<IdBlock>();

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Instant>().HaveConversion<InstantColumn>();
        conventions.Properties<LocalDate>().HaveConversion<LocalDateColumn>();
        conventions.Properties<LocalTime>().HaveConversion<LocalTimeColumn>();
        conventions.Properties<Slots>().HaveConversion<SlotsColumn, SlotsComparer>();
        conventions.Properties<NoteLines>().HaveConversion<NoteLinesColumn>();
        conventions.Properties<NoteSources>().HaveConversion<NoteSourcesColumn>();
        conventions.Properties<Origin>().HaveConversion<OriginColumn>();
        conventions.Properties<Enum>().HaveConversion<string>();
        conventions.Properties<SendClass>().HaveConversion<int>(); // claimed in the order of the class
        conventions.Properties<SendStatus>().HaveConversion<int>(); // moves one way
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            entity.FindProperty("Id")!.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never; // see Ids
        }

        model.Entity<Person>().Ignore(person => person.Name);
        model.Entity<Conversation>().Ignore(conversation => conversation.Place);
        model.Entity<Address>().Ignore(address => address.IsUnsafe);
        model.Entity<HandOff>().Ignore(handOff => handOff.IsAbuse).Ignore(handOff => handOff.OthersMayRead).Ignore(handOff => handOff.IsOfAYoungWriter);
        model.Entity<ChatSession>().Ignore(session => session.AwaitsProof).Ignore(session => session.IsRefused);
        model.Entity<ChatSession>().HasIndex(session => session.AddressId);
        model.Entity<Address>().HasIndex(a => new { a.ServiceId, a.Channel, a.Value }).IsUnique();
        model.Entity<PersonAddress>().HasIndex(p => new { p.AddressId, p.PersonId }).IsUnique();
        model.Entity<Conversation>().HasIndex(c => c.AddressId).HasFilter("\"ClosedAt\" IS NULL").HasDatabaseName("IX_Conversations_Open");
        model.Entity<InboundMessage>().HasIndex(m => new { m.Channel, m.ProviderId }).IsUnique();
        model.Entity<InboundMessage>().HasIndex(m => new { m.AddressId, m.ReceivedAt });
        model.Entity<OutboundMessage>().HasAnnotation(RowMap.OnceBy, "SendKey").HasIndex(m => m.SendKey).IsUnique();
        model.Entity<OutboundMessage>().HasIndex(m => new { m.AddressId, m.CreatedAt });
        model.Entity<OutboundMessage>().HasIndex(m => new { m.Channel, m.Class, m.DueAt, m.Id }).HasFilter("\"Status\" = 0").HasDatabaseName("IX_Outbound_Queued");
        model.Entity<OutboundMessage>().HasIndex(m => m.AddressId).HasFilter("\"Status\" IN (1, 2)").HasDatabaseName("IX_Outbound_Sending");
        model.Entity<OutboundMessage>().HasIndex(m => m.AddressId, "IX_Outbound_Retried").HasFilter("\"Status\" < 1 AND \"Attempts\" > 0");
        model.Entity<OutboundMessage>().HasIndex(m => m.ClaimedUntil).HasFilter("\"Status\" IN (1, 2)").HasDatabaseName("IX_Outbound_Unsettled");
        model.Entity<SendStop>().Ignore(stop => stop.Words);
        model.Entity<SendStop>().HasIndex(stop => stop.Id).HasFilter("\"LiftedAt\" IS NULL").HasDatabaseName("IX_SendStops_Standing");
        model.Entity<BegunOnDay>().HasIndex(day => new { day.ServiceId, day.Day, day.Class }).IsUnique();
        model.Entity<TimerRow>().HasIndex(t => new { t.DueAt, t.Id });
        model.Entity<TimerRow>().HasIndex(t => new { t.DueAt, t.Id }, "IX_Timers_Urgent").HasFilter(FireTimers.Urgent);
        model.Entity<TimerRow>().HasAnnotation(RowMap.LatestBy, "SubjectId,Kind").HasIndex(t => new { t.SubjectId, t.Kind }).IsUnique();
        model.Entity<Case>().HasIndex(c => c.ConversationId).IsUnique();
        model.Entity<Case>().HasIndex(c => new { c.ServiceId, c.ReferredAt });
        model.Entity<HandOff>().HasIndex(h => h.AddressId).HasFilter("\"ClearedAt\" IS NULL").HasDatabaseName("IX_HandOffs_Open");
        model.Entity<HandOff>().HasIndex(h => new { h.ServiceId, h.OwnerId }).HasFilter("\"ClearedAt\" IS NULL AND \"OwnerId\" IS NOT NULL").HasDatabaseName("IX_HandOffs_Held");
        model.Entity<HandOffNote>().HasIndex(n => n.HandOffId);
        model.Entity<Worker>().HasIndex(w => w.EntraId);
        model.Entity<Worker>().HasIndex(w => w.ServiceId);
        model.Entity<Leave>().HasIndex(l => l.WorkerId);
        model.Entity<OnCallPerson>().HasIndex(p => p.ServiceId);
        model.Entity<ModelCall>().HasIndex(c => new { c.ServiceId, c.Day });
        model.Entity<StaffRoom>().HasIndex(r => r.ConversationId).IsUnique();
        model.Entity<StaffRoom>().HasIndex(r => r.EntraId);
        model.Entity<StaffPost>().HasAnnotation(RowMap.OnceBy, "PostKey").HasIndex(p => p.PostKey).IsUnique();
        model.Entity<StaffPost>().HasIndex(p => new { p.DueAt, p.Id }).HasFilter("\"Shown\" < \"Wanted\"").HasDatabaseName("IX_StaffPosts_Due");
        model.Entity<StaffPost>().HasIndex(p => p.HandOffId);
        model.Entity<StaffPost>().HasIndex(p => p.ThreadId);
        model.Entity<StaffPost>().HasIndex(p => p.NoteId).HasFilter("\"NoteId\" IS NOT NULL");
        model.Entity<StaffActivity>().HasAnnotation(RowMap.OnceBy, "ActivityKey").HasIndex(a => a.ActivityKey).IsUnique();
        model.Entity<StaffActivity>().HasIndex(a => a.ConversationId).HasFilter("\"DoneAt\" IS NULL").HasDatabaseName("IX_StaffActivities_Open");
        model.Entity<StaffActivity>().HasIndex(a => new { a.DueAt, a.Id }).HasFilter("\"DoneAt\" IS NULL").HasDatabaseName("IX_StaffActivities_Due");
        model.Entity<HandOffEvent>().HasIndex(e => e.HandOffId);
        model.Entity<StaffTask>().HasIndex(t => t.DueAt).HasFilter("\"DoneAt\" IS NULL").HasDatabaseName("IX_StaffTasks_Open");
        model.Entity<SafetyHit>().HasIndex(h => h.MessageId);
        model.Entity<ConsentEntry>().HasIndex(e => e.AddressId);
        model.Entity<CheckIn>().HasIndex(c => new { c.CaseId, c.Instrument, c.Week }).IsUnique();
        model.Entity<CheckIn>().HasIndex(c => c.PersonId);
        model.Entity<Appointment>()
            .Ignore(a => a.Starts).Ignore(a => a.Start).Ignore(a => a.End).Ignore(a => a.IsOn).Ignore(a => a.IsOff).Ignore(a => a.IsOver);
        model.Entity<Appointment>().HasIndex(a => new { a.ServiceId, a.ExternalId }).IsUnique();
        model.Entity<Appointment>().HasIndex(a => new { a.ServiceId, a.StartsOn });
        model.Entity<ApiCall>().HasIndex(c => new { c.ServiceId, c.Key }).IsUnique();
        model.Entity<CheckInScore>().HasIndex(s => s.CheckInId);
        model.Entity<Group>().HasIndex(g => new { g.ServiceId, g.Name }).IsUnique();
        model.Entity<GroupSession>().Ignore(s => s.Start).Ignore(s => s.End).HasIndex(s => new { s.GroupId, s.Date }).IsUnique();
        model.Entity<GroupSession>().HasIndex(s => new { s.ServiceId, s.Date });
        model.Entity<GroupMember>().HasIndex(m => new { m.GroupId, m.PersonId }).IsUnique();
        model.Entity<GroupMember>().HasIndex(m => m.CaseId);
        model.Entity<GroupAttendance>().HasIndex(a => new { a.SessionId, a.MemberId }).IsUnique();
        model.Entity<GroupNotice>().HasIndex(n => new { n.SessionId, n.MemberId, n.Kind, n.Version }).IsUnique();
        model.Entity<GroupNotice>().HasIndex(n => n.OutboundId);
        model.Entity<GroupNotice>().HasIndex(n => n.MemberId);
        model.Entity<AddressFinding>().HasIndex(f => f.AddressId);
        model.Entity<Note>().Ignore(n => n.IsOpen).HasAnnotation(RowMap.OnceBy, "NoteKey").HasIndex(n => n.NoteKey).IsUnique();
        model.Entity<Note>().HasIndex(n => n.AddressId);
        model.Entity<Note>().HasIndex(n => n.CaseId);
        model.Entity<Note>().HasIndex(n => n.HandOffId);
        model.Entity<Note>().HasIndex(n => new { n.DueAt, n.Id }).HasFilter("\"Status\" = 'Asked'").HasDatabaseName("IX_Notes_Asked");
        model.Entity<NoteVersion>().HasIndex(v => new { v.NoteId, v.Number }).IsUnique();
        model.Entity<PersonalGoal>().HasIndex(g => g.CaseId);
        model.Entity<CareAction>().HasIndex(a => a.CaseId);
        model.Entity<ForgottenMessage>().HasIndex(f => f.AddressId);
        model.Entity<Letter>().HasIndex(l => l.CaseId);
        model.Entity<SharingEvent>().HasIndex(e => e.CaseId);
    }
}
