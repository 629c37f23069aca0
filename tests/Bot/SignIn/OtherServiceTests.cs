using System.Net;
using Companion.Bot.Tests.Hosting;
using Companion.Bot.Tests.LinkWorkers;
using Companion.Workflows.Appointments;
using Companion.Workflows.CheckIns;
using Companion.Workflows.Groups;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using Companion.Workflows.Safety;
using Companion.Workflows.Sending;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Companion.Workflows.Workers;
using NodaTime;

namespace Companion.Bot.Tests.SignIn;

/// <summary>A worker sees their own service's rows: another's are to them as if they were not there.</summary>
public sealed class OtherServiceTests
{
    private static readonly string[] Tables =
        ["Addresses", "People", "PersonAddresses", "Conversations", "Inbound", "Outbound", "Cases", "CheckIns", "CheckInScores", "HandOffs", "HandOffEvents", "Timers", "SafetyHits"];

    private static readonly string[] Lists =
    [
        "/console", "/console?part=Waiting", "/console?cleared=true", "/console/referrals", "/console/unfinished", "/console/appointments", "/console/groups", "/console/tasks",
        "/console/tasks?done=true", "/console/check-ins", "/console/schedule", "/console/alerts", "/console/team", "/console/on-call", "/outcomes",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_list_and_no_banner_shows_a_row_of_another_service()
    {
        await using var app = await Two();
        var rows = await Plant(app);
        using var manager = await app.SignedIn();
        foreach (var path in Lists)
        {
            await manager.Open(path);
            Assert.Equal(HttpStatusCode.OK, manager.Status);
            var words = manager.Page.DocumentElement.OuterHtml;
            Assert.All(rows.Traces, trace => Assert.DoesNotContain(trace, words, StringComparison.Ordinal));
        }

        using var theirs = await app.SignedIn("Otherworker"); // to whom they are shown
        foreach (var (path, trace) in new[]
        {
            ("/console", rows.Reference), ("/console/referrals", "RX0301"), ("/console/appointments", "Otherplace"), ("/console/groups", "Othergroup"),
            ("/console/tasks", "Othertask"), ("/console/check-ins", "RX0301"), ("/console/schedule", "Otherstop"), ("/console/alerts", "Otheralert"),
        })
        {
            await theirs.Open(path);
            Assert.Contains(trace, theirs.Page.Body!.TextContent, StringComparison.Ordinal);
        }

        using var answer = await manager.Raw(new HttpRequestMessage(HttpMethod.Get, "/outcomes/ons4.csv"));
        Assert.DoesNotContain("other", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var asked = await manager.Raw(new HttpRequestMessage(HttpMethod.Get, "/outcomes/ons4.csv?service=other"));
        Assert.Equal(HttpStatusCode.BadRequest, asked.StatusCode);
    }

    [Fact]
    public async Task By_its_id_nothing_of_another_service_is_found_or_changed()
    {
        await using var app = await Two();
        var rows = await Plant(app);
        using var manager = await app.SignedIn();
        foreach (var path in rows.Pages.Append($"/console/handoffs/{rows.HandOff}/events"))
        {
            using var answer = await manager.Raw(new HttpRequestMessage(HttpMethod.Get, path));
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{path}: {answer.StatusCode}");
        }

        await manager.Open("/console/team"); // for its token
        var before = await Everything(app);
        foreach (var (path, fields) in rows.Posts)
        {
            Assert.True(await manager.Posts(path, fields) == HttpStatusCode.NotFound, path);
        }

        Assert.Equal(before, await Everything(app));
    }

    private static async Task<string> Everything(CompanionApp app)
    {
        var handOff = (await app.All<HandOff>()).Single();
        var referral = (await app.All<Case>()).Single();
        return string.Join('|', handOff.Fence, handOff.OwnerId, handOff.AcknowledgedAt, handOff.ClearedAt, referral.FirstContactAt, referral.Phone,
            (await app.All<HandOffNote>()).Count, (await app.All<StaffTask>()).Count(task => task.DoneAt is null), (await app.All<Appointment>()).Single().Status,
            (await app.All<Group>()).Single().Name, (await app.All<GroupSession>()).Single().Status, (await app.All<GroupMember>()).Count,
            (await app.All<SendStop>()).Count(stop => stop.LiftedAt is null), (await app.All<CheckInScore>()).Count, (await app.All<AddressFinding>()).Count,
            (await app.All<Worker>()).Count(worker => worker.LeftAt is null), (await app.All<Leave>()).Count, (await app.All<OutboundMessage>()).Count(row => row.Class == SendClass.LinkWorker));
    }

    [Fact]
    public async Task Somebody_who_works_for_two_services_chooses_and_nobody_becomes_somebody_elses_worker()
    {
        await using var app = await Two();
        var (here, there) = await app.Part<IStore>().Write(
            async session =>
            {
                var sam = (await session.Query<Worker>("WHERE \"Name\" = @p0", Invented.LinkWorker)).Single();
                sam.EntraId = "aaaaaaaa-0000-0000-0000-000000000001";
                session.Update(sam);
                var other = new Worker { Id = session.NextId(), ServiceId = "other", Name = "Sam Elsewhere", ShownName = "Sam", EntraId = sam.EntraId };
                session.Insert(other);
                return (sam, other);
            },
            Cancel);
        using var visitor = await app.SignedIn(Invented.LinkWorker);
        await visitor.Open("/console/sign-in/service");
        Assert.Contains("Work for Other Social Prescribing", visitor.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await visitor.Posts("/console/sign-in/service", ("worker", $"{(await app.All<Worker>()).First(one => one.EntraId is null).Id}")));

        await visitor.Submit(("worker", $"{there.Id}"));
        await visitor.Open("/console");
        Assert.Contains("Signed in: Sam Elsewhere", visitor.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(here.Id, there.Id);

        using var commissioner = await app.SignedIn(Invented.Commissioner);
        await commissioner.Open("/console/sign-in/service");
        Assert.Contains("You work for one service", commissioner.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static Task<CompanionApp> Two() => CompanionApp.Start(
        null, "--Services:other:Name=Other Social Prescribing", "--Services:other:NeutralName=Other Links", "--Services:other:Number=+447700900800", "--Services:other:Phone=01632 960 800");

    // What becomes of one person in the sample service, and is then the other's.
    private static async Task<Rows> Plant(CompanionApp app)
    {
        await app.Text("+447700900001", "i want to kill myself");
        var referral = await Planted.People(app.Part<IStore>(), 301, 1, app.Part<CompanionClock>().GetCurrentInstant().Local().Date.PlusWeeks(-1), new PlantedWave(0, CheckInStatus.Missed));
        var (handOff, check, now) = ((await app.All<HandOff>()).Single(), (await app.All<CheckIn>()).Single(), app.Part<CompanionClock>().GetCurrentInstant());
        return await app.Part<IStore>().Write(
            session =>
            {
                foreach (var table in Tables)
                {
                    session.Execute($"UPDATE \"{table}\" SET \"ServiceId\" = 'other'");
                }

                var today = now.Local().Date;
                var (appointment, group, meeting, task, stop, worker, leave) =
                    (session.NextId(), session.NextId(), session.NextId(), session.NextId(), session.NextId(), session.NextId(), session.NextId());
                session.Insert(new Appointment { Id = appointment, ServiceId = "other", CaseId = referral, PersonId = 1, AddressId = check.AddressId, StartsOn = today, StartsAt = new LocalTime(0, 1), Minutes = 45, Place = "Otherplace", CreatedAt = now, UpdatedAt = now });
                session.Insert(new Group { Id = group, ServiceId = "other", Name = "Othergroup", NeutralName = "Othergroup", Place = "Hall", Repeats = "once", StartsOn = today, Time = new LocalTime(10, 0), Minutes = 60, Capacity = 5, Version = 1, CreatedAt = now });
                session.Insert(new GroupSession { Id = meeting, ServiceId = "other", GroupId = group, Date = today, Time = new LocalTime(0, 1), Minutes = 60, Status = SessionStatus.Planned, Version = 1 });
                session.Insert(new StaffTask { Id = task, ServiceId = "other", AddressId = check.AddressId, Kind = "Phone", Reason = "Othertask", CreatedAt = now, DueAt = now });
                session.Insert(new SendStop { Id = stop, ServiceId = "other", At = now, By = "Otherworker", Reason = "Otherstop" });
                session.Insert(new Alert { Id = session.NextId(), ServiceId = "other", At = now, Kind = "UnknownNumber", Detail = "Otheralert" });
                session.Insert(new Worker { Id = worker, ServiceId = "other", Name = "Otherworker", ShownName = "Other" });
                session.Insert(new Leave { Id = leave, ServiceId = "other", WorkerId = worker, From = today, To = today });
                return ValueTask.FromResult(new Rows(handOff.Id, handOff.Reference, referral, check.Id, check.AddressId)
                {
                    Appointment = appointment,
                    Group = group,
                    Session = meeting,
                    Task = task,
                    Stop = stop,
                    Worker = worker,
                    Leave = leave,
                });
            },
            Cancel);
    }

    private sealed record Rows(long HandOff, string Reference, long Case, long CheckIn, long Address)
    {
        public long Appointment { get; init; }

        public long Group { get; init; }

        public long Session { get; init; }

        public long Task { get; init; }

        public long Stop { get; init; }

        public long Worker { get; init; }

        public long Leave { get; init; }

        public string[] Traces => [Reference, "RX0301", "Robin", "900301", "900001", "Otherplace", "Othergroup", "Othertask", "Otherstop", "Otherworker", "Otheralert", "Other Social"];

        public string[] Pages =>
        [
            $"/console/handoffs/{HandOff}", $"/console/referrals/{Case}", $"/console/referrals/{Case}/number", $"/console/referrals/{Case}/first-contact", $"/console/appointments/{Appointment}",
            $"/console/groups/{Group}", $"/console/groups/edit/{Group}", $"/console/groups/sessions/{Session}", $"/console/team/{Worker}",
        ];

        public (string Path, (string, string)[] Fields)[] Posts =>
        [
            ($"/console/handoffs/{HandOff}?handler=PickUp", []),
            ($"/console/handoffs/{HandOff}?handler=Accept", []),
            ($"/console/handoffs/{HandOff}?handler=Again", []),
            ($"/console/handoffs/{HandOff}?handler=Note", [("note", "Hello")]),
            ($"/console/handoffs/{HandOff}?handler=Reply", [("fence", "0"), ("key", "k"), ("typed", "Hello"), ("evenAtNight", "true")]),
            ($"/console/handoffs/{HandOff}?handler=Clear", [("outcome", "nothing")]),
            ($"/console/referrals/{Case}?handler=Talk", []),
            ($"/console/referrals/{Case}?handler=Finding", [("address", $"{Address}"), ("what", "Died"), ("how", "Somebody said")]),
            ($"/console/referrals/{Case}?handler=Scores", [("checkIn", $"{CheckIn}"), ("mode", "phone"), ("scores[satisfied]", "1")]),
            ($"/console/referrals/{Case}/number", [("number", "07700 900555"), ("how", "Somebody said")]),
            ($"/console/referrals/{Case}/first-contact", [("on", "2026-01-02")]),
            ($"/console/appointments/{Appointment}?handler=Off", []),
            ($"/console/appointments/{Appointment}?handler=Attendance", [("came", "true")]),
            ($"/console/groups/edit/{Group}", [("name", "Mine now")]),
            ($"/console/groups/{Group}?handler=Offer", []),
            ($"/console/groups/{Group}?handler=Off", [("from", "2026-01-02"), ("to", "2027-01-02")]),
            ($"/console/groups/{Group}?handler=Join", [("reference", "RX0301")]),
            ($"/console/groups/sessions/{Session}?handler=Off", [("reason", "Snow")]),
            ($"/console/groups/sessions/{Session}?handler=Came", []),
            ("/console/tasks", [("id", $"{Task}")]),
            ("/console/schedule?handler=Lift", [("id", $"{Stop}")]),
            ($"/console/team/{Worker}", [("name", "Mine now")]),
            ($"/console/team/{Worker}?handler=Leave", [("from", "2027-01-02"), ("to", "2027-01-02")]),
            ($"/console/team/{Worker}?handler=Gone", []),
            ($"/console/team/{Worker}?handler=Back", [("leave", $"{Leave}")]),
        ];
    }
}
