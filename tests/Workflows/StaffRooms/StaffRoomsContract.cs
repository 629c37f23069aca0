using Companion.Tests.Support;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Safety;
using Companion.Workflows.Settings;
using Companion.Workflows.StaffRooms;
using Companion.Workflows.Storage;
using Companion.Workflows.Storage.Postgres;
using Companion.Workflows.Workers;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Tests.StaffRooms;

/// <summary>What comes from staff's own chat and what is posted there, on SQLite and on PostgreSQL.</summary>
public abstract class StaffRoomsContract : IAsyncLifetime
{
    private readonly StandingClock clock = new(Instant.FromUtc(2026, 11, 23, 11, 0));
    private IStore store = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = Open();
        await store.Migrate(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        Close();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_activity_is_taken_once_and_those_of_one_conversation_are_worked_on_in_order()
    {
        Assert.True(await Take("chat", "1"));
        Assert.False(await Take("chat", "1"));
        Assert.True(await Take("chat", "2"));
        Assert.True(await Take("other", "3"));

        var claimed = await Claim();
        Assert.Equal(["1", "3"], claimed.Select(one => one.ActivityKey));
        Assert.Empty(await Claim());

        await Settle.Done(claimed[0], "Sent:5", "shire", Cancel);
        Assert.Equal(["2"], (await Claim()).Select(one => one.ActivityKey));
        await using var db = store.Read();
        var done = await db.StaffActivities.SingleAsync(one => one.ActivityKey == "1", Cancel);
        Assert.Equal(("Sent:5", "", "shire"), (done.Outcome, done.Body, done.ServiceId));
    }

    [Fact]
    public async Task One_whose_worker_died_is_taken_up_again_and_one_that_fails_and_fails_is_left_to_people()
    {
        await Take("chat", "1");
        await Claim();
        clock.Now += ClaimActivities.Lease;
        var again = Assert.Single(await Claim());
        for (var tries = again.Attempts; tries < SettleActivity.MostTries; tries++)
        {
            await Settle.Later(again, "TimeoutException", Cancel);
            Assert.Empty(await Claim());
            clock.Now += Duration.FromMinutes(5);
            again = Assert.Single(await Claim());
        }

        await Settle.Later(again, "TimeoutException", Cancel);
        clock.Now += Duration.FromHours(1);
        Assert.Empty(await Claim());
        await using var db = store.Read();
        Assert.Equal(SettleActivity.Failed, (await db.StaffActivities.SingleAsync(Cancel)).Outcome);
        Assert.Equal("StaffActivityFailed", (await db.Alerts.SingleAsync(Cancel)).Kind);
    }

    [Fact]
    public async Task A_change_during_the_showing_of_a_card_is_shown_after_it()
    {
        await Add(1, StaffPostKind.Card);
        var post = Assert.Single(await Posts());
        await Sql("UPDATE \"StaffPosts\" SET \"Wanted\" = 2");
        await new SettlePost(store, clock).Shown(post, new Placed(7, "a", null), Cancel);

        var again = Assert.Single(await Posts());
        Assert.Equal((2, 1, "a", (string?)null, 7L, 1), (again.Wanted, again.Shown, again.ActivityId, again.ThreadId, again.RoomId, again.Attempts));
        await new SettlePost(store, clock).Shown(again, new Placed(7, "a", "a"), Cancel);
        Assert.Empty(await Posts());
    }

    [Fact]
    public async Task A_thread_that_is_lost_takes_its_card_with_it_and_what_stood_in_it_comes_after_that()
    {
        await Add(1, StaffPostKind.Card, worker: null);
        await new SettlePost(store, clock).Shown(Assert.Single(await Posts()), new Placed(7, "a", "a"), Cancel);
        var channel = new StaffRoom { Id = 7, ServiceId = "shire", ConversationId = "19:c", ServiceUrl = "https://smba.trafficmanager.net/uk/" };
        await new AnswerStaff(store, clock).Handle(channel, new StaffAnswer(StaffPostKind.Notice, "k", "Sent.") { ThreadId = "a" }, Cancel);
        var notice = Assert.Single(await Posts());
        Assert.Equal(5, notice.HandOffId);

        await new SettlePost(store, clock).ThreadLost(notice, new Placed(7, "", "a"), Cancel);
        var card = Assert.Single(await Posts());
        Assert.Equal((1, 2, (string?)null, (string?)null), (card.Id, card.Wanted, card.ActivityId, card.ThreadId));
        clock.Now += Duration.FromSeconds(3);
        var after = Assert.Single(await Posts());
        Assert.Equal((notice.Id, (string?)null), (after.Id, after.ThreadId));
    }

    [Fact]
    public async Task A_line_of_the_person_does_not_overtake_an_earlier_one_that_is_put_off()
    {
        await Add(1, StaffPostKind.Heard);
        var first = Assert.Single(await Posts());
        await Add(2, StaffPostKind.Heard);
        Assert.Empty(await Posts());
        await new SettlePost(store, clock).Later(first, "busy", Duration.FromMinutes(1), Cancel);
        Assert.Empty(await Posts());
        clock.Now += Duration.FromMinutes(1);
        Assert.Equal([1, 2], (await Posts()).Select(post => post.Id).Order());
    }

    [Fact]
    public async Task What_waits_for_a_room_is_due_when_it_appears()
    {
        await store.Write(
            session =>
            {
                session.Insert(new Worker { Id = 9, ServiceId = "shire", Name = "Sam", ShownName = "Sam", EntraId = "e1" });
                return ValueTask.FromResult(0);
            },
            Cancel);
        await Add(1, StaffPostKind.Card, worker: null);
        await Add(2, StaffPostKind.Desk);
        foreach (var post in await Posts())
        {
            await new SettlePost(store, clock).Later(post, "There is no room to show it in.", Duration.FromMinutes(10), Cancel);
        }

        var record = new RecordRoom(store, new ServiceBook(new Dictionary<string, ServiceSettings>()), new TellWorker(new StaffMail(new LinkSettings())), clock);
        await record.Seen(new SeenRoom("a:1", "https://smba.trafficmanager.net/uk/", "shire") { EntraId = "e1" }, Cancel);
        Assert.Equal([2], (await Posts()).Select(post => post.Id));
        await record.Seen(new SeenRoom("19:c", "https://smba.trafficmanager.net/uk/", "shire"), Cancel);
        Assert.Equal([1], (await Posts()).Select(post => post.Id));
        Assert.True(await record.Gone("19:c", Cancel));
        Assert.False(await record.Gone("19:c", Cancel));
    }

    protected abstract IStore Open();

    protected virtual void Close()
    {
    }

    private SettleActivity Settle => new(store, new RaiseAlert(store, clock), clock);

    private Task<bool> Take(string conversation, string key) => new TakeActivity(store, clock).Handle(new ArrivedActivity(conversation, key, "{}"), Cancel);

    private Task<List<StaffActivity>> Claim() => new ClaimActivities(store, clock).Handle(10, Cancel);

    private Task<List<StaffPost>> Posts() => new ClaimPosts(store, clock).Handle(10, Cancel);

    private Task<int> Sql(string sql) => store.Write(
        session =>
        {
            session.Execute(sql);
            return ValueTask.FromResult(0);
        },
        Cancel);

    private Task<int> Add(long id, StaffPostKind kind, long? worker = 9) => store.Write(
        session =>
        {
            session.Insert(new StaffPost { Id = id, ServiceId = "shire", Kind = kind, PostKey = $"{id}", HandOffId = 5, WorkerId = worker, CreatedAt = clock.Now, DueAt = clock.Now });
            return ValueTask.FromResult(0);
        },
        Cancel);
}

public sealed class SqliteStaffRoomsTests : StaffRoomsContract
{
    private readonly string folder = Directory.CreateTempSubdirectory("companion-rooms-").FullName;

    protected override IStore Open() => new SqliteStore($"Data Source={Path.Combine(folder, "test.db")};Pooling=False");

    protected override void Close() => Directory.Delete(folder, recursive: true);
}

public sealed class PostgresStaffRoomsTests : StaffRoomsContract
{
    protected override IStore Open() => new PostgresStore(PostgresServer.NewDatabase());
}
