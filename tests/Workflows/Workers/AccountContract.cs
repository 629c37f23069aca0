using Companion.Tests.Support;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Storage.Postgres;
using Companion.Workflows.Workers;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Tests.Workers;

/// <summary>Whose account it is, at a sign-in and in Teams, on SQLite and on PostgreSQL.</summary>
public abstract class AccountContract : IAsyncLifetime
{
    private const int Many = 12;

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
    public async Task An_account_is_known_by_its_address_once_and_by_its_id_from_then_on()
    {
        var sam = await Enter("Sam@shire.example");
        Assert.Equal([sam], await Know("oid-1", "sam@Shire.example"));
        Assert.Equal([sam], await Know("oid-1", "new.name@shire.example"));
        Assert.Equal([sam], await Know("oid-1"));
        Assert.Empty(await Know("oid-2", "sam@shire.example")); // the account that is bound stays bound
        Assert.Empty(await Know("oid-3"));
        Assert.Equal("oid-1", (await Workers()).Single().EntraId);
    }

    [Fact]
    public async Task Nobody_who_left_or_worked_for_a_service_that_is_no_longer_here_is_matched()
    {
        await Enter("sam@shire.example", change: worker => worker.LeftAt = Instant.FromUtc(2026, 11, 1, 9, 0));
        await Enter("sam@shire.example", "closed");
        await Enter("jo@shire.example", "closed", worker => worker.EntraId = "oid-2");
        Assert.Empty(await Know("oid-1", "sam@shire.example"));
        Assert.Empty(await Know("oid-2", "jo@shire.example"));
        Assert.DoesNotContain(await Workers(), worker => worker.EntraId == "oid-1");

        var back = await Enter("sam@shire.example"); // entered anew
        Assert.Equal([back], await Know("oid-1", "sam@shire.example"));
    }

    [Fact]
    public async Task Somebody_may_work_for_two_services_with_one_account_and_an_address_of_two_colleagues_is_nobodys()
    {
        var (here, there) = (await Enter("sam@shire.example"), await Enter("sam@shire.example", "other"));
        Assert.Equal([here, there], await Know("oid-1", "sam@shire.example"));

        // Another account with the same address is neither of them, nor a third who was entered since.
        await Enter("sam@shire.example", "third");
        Assert.Empty(await Know("oid-2", "sam@shire.example"));

        await Enter("jo@shire.example");
        await Enter("jo@shire.example");
        Assert.Empty(await Know("oid-3", "jo@shire.example"));
    }

    [Fact]
    public async Task Two_things_at_once_bind_an_account_once_and_both_know_the_worker()
    {
        var sam = await Enter("sam@shire.example");
        var known = await AtOnce(_ => Know("oid-1", "sam@shire.example"));
        Assert.All(known, workers => Assert.Equal([sam], workers));
        Assert.Equal("oid-1", (await Workers()).Single().EntraId);
    }

    [Fact]
    public async Task Of_two_accounts_that_show_one_address_at_once_one_has_it_and_the_other_is_nobody()
    {
        await Enter("sam@shire.example");
        var known = await AtOnce(number => Know($"oid-{number}", "sam@shire.example"));
        var one = Assert.Single(Enumerable.Range(0, Many), number => known[number].Count > 0);
        Assert.Equal($"oid-{one}", (await Workers()).Single().EntraId);
    }

    [Fact]
    public async Task The_first_manager_is_entered_once_however_many_sign_in_at_once()
    {
        var admitted = await AtOnce(number => Admit($"oid-{number}"));
        var first = Assert.Single(admitted, worker => worker is not null)!;
        var manager = Assert.Single(await Workers());
        Assert.Equal((first.Id, first.EntraId, WorkerRole.Manager), (manager.Id, manager.EntraId, manager.Role));
        Assert.Equal(manager.Id, (await Admit(manager.EntraId!))?.Id);
        Assert.Null(await Admit("another"));
    }

    [Fact]
    public async Task The_first_manager_who_knocks_twice_at_once_comes_in_twice_and_is_one()
    {
        var admitted = await AtOnce(_ => Admit("oid-1"));
        var manager = Assert.Single(await Workers());
        Assert.All(admitted, worker => Assert.Equal(manager.Id, worker?.Id));
    }

    [Fact]
    public async Task Whoever_the_managers_have_entered_is_no_first_manager()
    {
        var ellis = await Enter("ellis@shire.example");
        Assert.Equal(ellis, (await Admit("oid-1"))?.Id);
        Assert.Null(await Admit("oid-2")); // with the address of somebody who is there
        Assert.Equal(WorkerRole.LinkWorker, (await Workers()).Single().Role);
    }

    protected abstract IStore Open();

    protected virtual void Close()
    {
    }

    private async Task<T[]> AtOnce<T>(Func<int, Task<T>> ask)
    {
        await OpenConnections();
        var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asking = Enumerable.Range(0, Many).Select(async number =>
        {
            await begin.Task;
            return await ask(number);
        }).ToList();
        begin.SetResult();
        return await Task.WhenAll(asking);
    }

    // Otherwise whoever gets a connection first is done before the next has one, and nobody meets.
    private async Task OpenConnections()
    {
        var open = Enumerable.Range(0, Many).Select(_ => store.Read()).ToList();
        await Task.WhenAll(open.Select(db => db.Database.OpenConnectionAsync(Cancel)));
        await Task.WhenAll(open.Select(db => db.DisposeAsync().AsTask()));
    }

    private RecogniseAccount Recognise => new(store, new ServiceBook(new[] { "shire", "other", "third" }.ToDictionary(key => key, _ => new ServiceSettings())));

    private async Task<List<long>> Know(string account, params string[] emails) =>
        [.. (await Recognise.Handle(new Account(account, emails), Cancel)).Select(worker => worker.Id)];

    private Task<Worker?> Admit(string account) =>
        new AdmitAccount(store, Recognise, new FirstManagers(new Dictionary<string, string> { ["shire"] = "Ellis@shire.example" }))
            .Handle(new Account(account, ["ellis@shire.example"]), Cancel);

    private Task<long> Enter(string email, string service = "shire", Action<Worker>? change = null) => store.Write(
        session =>
        {
            var worker = new Worker { Id = session.NextId(), ServiceId = service, Name = email, ShownName = "Somebody", Email = email };
            change?.Invoke(worker);
            session.Insert(worker);
            return ValueTask.FromResult(worker.Id);
        },
        Cancel);

    private async Task<List<Worker>> Workers()
    {
        await using var db = store.Read();
        return await db.Workers.ToListAsync(Cancel);
    }
}

public sealed class SqliteAccountTests : AccountContract
{
    private readonly string folder = Directory.CreateTempSubdirectory("companion-accounts-").FullName;

    protected override IStore Open() => new SqliteStore($"Data Source={Path.Combine(folder, "test.db")};Pooling=False");

    protected override void Close() => Directory.Delete(folder, recursive: true);
}

public sealed class PostgresAccountTests : AccountContract
{
    protected override IStore Open() => new PostgresStore(PostgresServer.NewDatabase());
}
