using Companion.Tests.Support;
using Companion.Workflows.Groups;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Storage.Postgres;
using Microsoft.EntityFrameworkCore;

namespace Companion.Workflows.Tests.Groups;

/// <summary>On both databases: never two people in one place, and never more offers than places, however many come at once.</summary>
public abstract class PlacesContract : IAsyncLifetime
{
    private const int Capacity = 3;

    private IStore store = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected abstract IStore Open();

    protected abstract void Close();

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
    public async Task Twelve_at_once_get_three_places_and_two_who_leave_make_two_offers()
    {
        var clock = new StandingClock(GroupTown.Wednesday);
        var services = new ServiceBook(new Dictionary<string, ServiceSettings> { ["shire"] = TestService.Shire() });
        var group = (await new EnterGroup(store, services, clock).Handle("shire", GroupTown.Tea with { Capacity = "3" }, Cancel)).Id;
        var people = Enumerable.Range(1, 12).ToList();
        foreach (var person in people)
        {
            await GroupTown.Refer(store, clock.Now, person);
        }

        var join = new JoinGroup(store, clock);
        var outcomes = await Task.WhenAll(people.Select(person => Task.Run(() => join.Handle(group, $"REF{person:000}", Cancel))));
        Assert.Equal(Capacity, outcomes.Count(outcome => outcome == JoinOutcome.Joined));

        var leave = new LeaveGroup(store, clock);
        var offer = new OfferPlace(store, clock);
        var joined = (await Members()).Where(member => member.Status == MemberStatus.Joined).Take(2).ToList();
        await Task.WhenAll(joined.Select(member => Task.Run(() => leave.Handle(member.Id, Cancel))));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => offer.Handle(group, Cancel))));

        var now = await Members();
        Assert.Equal(2, now.Count(member => member.Status == MemberStatus.Offered));
        Assert.Equal(Capacity, now.Count(member => member.Status is MemberStatus.Offered or MemberStatus.Joined));
        var firstInLine = outcomes.Select((outcome, at) => (outcome, Reference: $"REF{at + 1:000}")).Where(one => one.outcome == JoinOutcome.Waiting).Count();
        Assert.Equal(9, firstInLine);
    }

    private async Task<List<GroupMember>> Members()
    {
        await using var db = store.Read();
        return await db.GroupMembers.OrderBy(member => member.ListPlace).ThenBy(member => member.Id).ToListAsync(Cancel);
    }
}

public sealed class SqlitePlacesTests : PlacesContract
{
    private readonly string folder = Directory.CreateTempSubdirectory("companion-places-").FullName;

    protected override IStore Open() => new SqliteStore($"Data Source={Path.Combine(folder, "test.db")};Pooling=False");

    protected override void Close() => Directory.Delete(folder, recursive: true);
}

public sealed class PostgresPlacesTests : PlacesContract
{
    protected override IStore Open() => new PostgresStore(PostgresServer.NewDatabase());

    protected override void Close()
    {
    }
}
