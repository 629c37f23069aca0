using System.Collections.Concurrent;
using Companion.Tests.Support;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Safety;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Storage.Postgres;
using Companion.Workflows.Telemetry;
using Companion.Workflows.Timing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Tests.Timing;

/// <summary>Who fires a timer when several Companions claim, and one of them is killed; on SQLite and on PostgreSQL.</summary>
public abstract class FireTimersContract : IAsyncLifetime
{
    private const int Many = 300;

    private static readonly Instant Noon = Instant.FromUtc(2026, 3, 10, 12, 0);

    private readonly StandingClock clock = new(Noon);
    private readonly ConcurrentBag<(long Subject, string By)> fired = [];
    private readonly List<IStore> stores = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await NewStore().Migrate(Cancel);

    public async ValueTask DisposeAsync()
    {
        foreach (var store in stores)
        {
            await store.DisposeAsync();
        }

        Close();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Two_at_once_fire_each_timer_once()
    {
        await Arm(Many);

        await Task.WhenAll(UntilNothingIsDue(Companion("one")), UntilNothingIsDue(Companion("other")));

        await EachOnce(Many);
    }

    [Fact]
    public async Task Of_one_killed_between_claim_and_commit_the_other_fires_them_when_the_lease_has_run_out()
    {
        await Arm(Many);
        var killed = new Death();
        var dying = Companion("dying", killed);
        killed.After = 40; // the claim itself is the first

        await Assert.ThrowsAsync<OperationCanceledException>(() => dying.Handle(100, Cancel));
        var other = Companion("other");
        await UntilNothingIsDue(other);
        var before = fired.Count;
        Assert.Equal(0, await other.Handle(100, Cancel)); // what is left is leased
        Assert.InRange(before, Many - 100, Many - 1);

        clock.Now += Duration.FromSeconds(61);
        await UntilNothingIsDue(other);
        await EachOnce(Many);
    }

    [Fact]
    public async Task Of_one_killed_after_its_commits_and_before_its_next_claim_none_is_fired_twice()
    {
        await Arm(Many);
        await Companion("killed").Handle(100, Cancel);

        clock.Now += Duration.FromMinutes(2);
        await UntilNothingIsDue(Companion("other"));

        await EachOnce(Many);
        Assert.Equal(100, fired.Count(one => one.By == "killed"));
    }

    [Fact]
    public async Task One_killed_so_late_that_the_commit_happened_has_fired_it_for_all()
    {
        await Arm(Many);
        var killed = new Death { AfterTheCommit = true, After = 30 };

        await Assert.ThrowsAsync<OperationCanceledException>(() => Companion("dying", killed).Handle(100, Cancel));
        clock.Now += Duration.FromMinutes(2);
        await UntilNothingIsDue(Companion("other"));

        await EachOnce(Many);
    }

    [Fact]
    public async Task What_reaches_for_a_human_being_goes_before_everything_that_was_due_earlier()
    {
        await Arm(Many);
        await Timer(await Address(99), 9_999, Noon, TimerKind.ClimbLadder);

        await Companion("one").Handle(10, Cancel);

        Assert.Contains(9_999, await Written());
        Assert.Equal(10, fired.Count);
    }

    [Fact]
    public async Task Timers_of_one_address_fire_in_their_order()
    {
        var address = await Address(1);
        for (var subject = 1; subject <= 20; subject++)
        {
            await Timer(address, subject, Noon - Duration.FromMinutes(30 - subject));
        }

        await Companion("one").Handle(100, Cancel);

        Assert.Equal(Enumerable.Range(1, 20).Select(subject => (long)subject), await Written());
    }

    protected abstract IStore Open();

    protected virtual void Close()
    {
    }

    private IStore NewStore()
    {
        stores.Add(Open());
        return stores[^1];
    }

    // A Companion of its own: on PostgreSQL with a store of its own, on SQLite in the one process that has the file.
    private FireTimers Companion(string name, Death? death = null)
    {
        var store = stores[0] is PostgresStore ? NewStore() : stores[0];
        var services = new ServiceBook(new Dictionary<string, ServiceSettings> { ["shire"] = TestService.Shire() });
        var seen = death is null ? store : new MortalStore(store, death);
        return new FireTimers(seen, services, [new Writes(TimerKind.CheckIn, name, fired), new Writes(TimerKind.ClimbLadder, name, fired)], new RaiseAlert(seen, clock), new CompanionMeter(), clock);
    }

    private static async Task UntilNothingIsDue(FireTimers companion)
    {
        while (await companion.Handle(30, Cancel) > 0)
        {
        }
    }

    private async Task Arm(int many)
    {
        foreach (var subject in Enumerable.Range(1, many))
        {
            await Timer(await Address(subject % 50), subject, Noon - Duration.FromMinutes(1));
        }
    }

    private Task<long> Address(int number) => stores[0].Turn(
        new TurnRequest("shire", Channel.Sms, $"+4477009005{number:00}", null, null, Noon - Duration.FromHours(1)), turn => ValueTask.FromResult(turn.Address.Id), Cancel);

    private Task<int> Timer(long address, long subject, Instant due, TimerKind kind = TimerKind.CheckIn) => stores[0].Write(
        session =>
        {
            session.Insert(new TimerRow
            {
                Id = session.NextId(),
                ServiceId = "shire",
                Kind = kind,
                DueAt = due,
                AddressId = address,
                SubjectId = subject,
            });
            return ValueTask.FromResult(0);
        },
        Cancel);

    // What was committed counts, not what was begun: a turn may be asked twice and one that was killed never happened.
    private async Task EachOnce(int many)
    {
        Assert.Equal(Enumerable.Range(1, many).Select(subject => (long)subject), (await Written()).Order());
        await using var db = stores[0].Read();
        Assert.Empty(await db.Timers.ToListAsync(Cancel));
    }

    private async Task<List<long>> Written()
    {
        await using var db = stores[0].Read();
        return await db.StaffTasks.OrderBy(task => task.Id).Select(task => task.HandOffId!.Value).ToListAsync(Cancel);
    }

    /// <summary>A feature whose timers write down that they were fired.</summary>
    private sealed class Writes(TimerKind kind, string name, ConcurrentBag<(long Subject, string By)> fired) : ITimed
    {
        public TimerKind Kind => kind;

        public ValueTask Fire(Turn turn, ServiceSettings service, TimerRow timer)
        {
            turn.Insert(new StaffTask
            {
                Id = turn.Session.NextId(),
                ServiceId = "shire",
                AddressId = timer.AddressId,
                HandOffId = timer.SubjectId,
                Kind = "Phone",
                Reason = name,
                CreatedAt = turn.Now,
                DueAt = turn.Now,
            });
            turn.AfterCommit.Add(() => fired.Add((timer.SubjectId, name)));
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>When a process dies: after so many pieces of work, and then every one.</summary>
    private sealed class Death
    {
        private int pieces;

        public int After { get; set; }

        public bool AfterTheCommit { get; init; }

        public bool Comes() => Interlocked.Increment(ref pieces) > After;
    }

    /// <summary>The store as a process sees it that dies.</summary>
    private sealed class MortalStore(IStore inner, Death death) : IStore
    {
        public Task Migrate(CancellationToken cancel) => inner.Migrate(cancel);

        public Task<T> Write<T>(Func<Session, ValueTask<T>> work, CancellationToken cancel) => Die(() => inner.Write(work, cancel));

        public Task<T> Turn<T>(TurnRequest request, Func<Turn, ValueTask<T>> decide, CancellationToken cancel) => Die(() => inner.Turn(request, decide, cancel));

        public CompanionDb Read() => inner.Read();

        public Task<string?> Trouble(CancellationToken cancel) => inner.Trouble(cancel);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private async Task<T> Die<T>(Func<Task<T>> run)
        {
            var dies = death.Comes();
            if (dies && !death.AfterTheCommit)
            {
                throw new OperationCanceledException("killed");
            }

            var outcome = await run();
            return dies ? throw new OperationCanceledException("killed") : outcome;
        }
    }
}

public sealed class SqliteFireTimersTests : FireTimersContract
{
    private readonly string folder = Directory.CreateTempSubdirectory("companion-timers-").FullName;

    protected override IStore Open() => new SqliteStore($"Data Source={Path.Combine(folder, "test.db")};Pooling=False");

    protected override void Close() => Directory.Delete(folder, recursive: true);
}

public sealed class PostgresFireTimersTests : FireTimersContract
{
    private readonly string database = PostgresServer.NewDatabase();

    protected override IStore Open() => new PostgresStore(database);
}
