using Companion.Tests.Support;
using Companion.Workflows.Storage;
using Companion.Workflows.Storage.Postgres;
using Companion.Workflows.Summaries.Asking;
using NodaTime;

namespace Companion.Workflows.Tests.Summaries.Asking;

/// <summary>What a service may spend on a model in a day, on SQLite and on PostgreSQL.</summary>
public abstract class ModelBudgetContract : IAsyncLifetime
{
    private const int Most = 10_000;

    private readonly StandingClock clock = new(Instant.FromUtc(2026, 7, 1, 12, 0));
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
    public async Task A_day_gives_no_more_than_its_tokens_and_what_was_not_used_comes_back()
    {
        var first = await PutDown(6_000);
        Assert.NotNull(first);
        Assert.Null(await PutDown(4_001));
        await Budget().Correct(first.Value, 900, Cancel);

        Assert.NotNull(await PutDown(9_100));
        Assert.Null(await PutDown(1));
    }

    [Fact]
    public async Task Each_service_has_a_day_of_its_own()
    {
        Assert.NotNull(await PutDown(Most));

        Assert.NotNull(await Budget().PutDown("another", Most, Most, Cancel));
        Assert.Null(await PutDown(1));
    }

    [Fact]
    public async Task What_was_put_down_stays_so_when_its_process_dies()
    {
        await PutDown(Most);
        await store.DisposeAsync();
        store = Open();

        Assert.Null(await PutDown(1));
    }

    // In July midnight in London is 23:00 UTC.
    [Fact]
    public async Task A_new_day_begins_at_midnight_in_London()
    {
        clock.Now = Instant.FromUtc(2026, 7, 1, 22, 59);
        await PutDown(Most);
        Assert.Null(await PutDown(1));

        clock.Now = Instant.FromUtc(2026, 7, 1, 23, 0);
        Assert.NotNull(await PutDown(Most));
        clock.Now = Instant.FromUtc(2026, 7, 2, 22, 59);
        Assert.Null(await PutDown(1));
    }

    [Fact]
    public async Task However_many_ask_at_once_in_two_processes_no_more_is_given_than_there_is()
    {
        await using var other = Open();
        var budgets = new[] { Budget(), new ModelBudget(other, clock) };

        var put = await Task.WhenAll(Enumerable.Range(0, 40).Select(one => Task.Run(() => budgets[one % 2].PutDown("shire", 1_000, Most, Cancel), Cancel)));

        Assert.Equal(10, put.Count(id => id is not null));
        Assert.Equal(10, put.Where(id => id is not null).Distinct().Count());
    }

    private ModelBudget Budget() => new(store, clock);

    private Task<long?> PutDown(int tokens) => Budget().PutDown("shire", tokens, Most, Cancel);
}

public sealed class SqliteModelBudgetTests : ModelBudgetContract
{
    private readonly string folder = Directory.CreateTempSubdirectory("companion-budget-").FullName;

    protected override IStore Open() => new SqliteStore($"Data Source={Path.Combine(folder, "test.db")};Pooling=False");

    protected override void Close() => Directory.Delete(folder, recursive: true);
}

public sealed class PostgresModelBudgetTests : ModelBudgetContract
{
    private readonly string database = PostgresServer.NewDatabase();

    protected override IStore Open() => new PostgresStore(database);

    protected override void Close()
    {
    }
}
