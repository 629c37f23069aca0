using System.Data.Common;
using Companion.Workflows.Conversations;
using Companion.Workflows.People;
using Companion.Workflows.Storage;
using Companion.Workflows.Storage.Postgres;
using Companion.Workflows.Timing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;

namespace Companion.Workflows.Tests.Storage;

/// <summary>What every store promises, run on SQLite and on PostgreSQL.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 12, 0);

    protected IStore Store { get; private set; } = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Store = Open();
        await Store.Migrate(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Close();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_first_contact_makes_the_address_and_the_next_turn_finds_it()
    {
        var first = await Store.Turn(From("+447700900001"), turn => ValueTask.FromResult(turn.Address.Id), Cancel);
        var second = await Store.Turn(From("+447700900001"), turn => ValueTask.FromResult(turn.Address.Id), Cancel);

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task What_the_writer_wrote_reads_back_through_the_model()
    {
        await Store.Turn(From("+447700900002", "SM1"), turn => Keep(turn, "hello"), Cancel);

        await using var db = Store.Read();
        var message = await db.Inbound.SingleAsync(Cancel);
        Assert.Equal(("hello", "SM1", Noon, Channel.Sms), (message.Words, message.ProviderId, message.ReceivedAt, message.Channel));
    }

    [Fact]
    public async Task A_provider_id_taken_before_is_a_duplicate()
    {
        await Store.Turn(From("+447700900003", "SM2"), turn => Keep(turn, "hello"), Cancel);

        Assert.True(await Store.Turn(From("+447700900003", "SM2"), turn => ValueTask.FromResult(turn.IsDuplicate), Cancel));
    }

    [Fact]
    public async Task A_turn_that_throws_leaves_nothing_and_takes_nothing_from_its_neighbours()
    {
        var good = Store.Turn(From("+447700900004", "SM3"), turn => Keep(turn, "kept"), Cancel);
        var bad = Store.Turn<long>(From("+447700900005", "SM4"), turn =>
        {
            _ = Keep(turn, "lost");
            throw new InvalidOperationException("broken");
        }, Cancel);

        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        await good;
        await using var db = Store.Read();
        Assert.Equal(["kept"], await db.Inbound.Select(message => message.Words).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Many_turns_of_one_new_address_at_once_see_each_other()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 40).Select(n =>
            Task.Run(() => Store.Turn(From("+447700900006", "SM-many-" + (n % 20)), turn => turn.IsDuplicate ? ValueTask.FromResult(0L) : Keep(turn, "n"), Cancel))));

        Assert.Equal(20, ids.Count(id => id != 0));
        await using var db = Store.Read();
        Assert.Equal(1, await db.Addresses.CountAsync(Cancel));
    }

    [Fact]
    public async Task Time_never_goes_back_at_one_address()
    {
        var later = From("+447700900008") with { At = Noon + Duration.FromSeconds(1) };
        await Store.Turn(later, turn =>
        {
            turn.Address.LastHeardAt = turn.Now;
            turn.Update(turn.Address);
            return ValueTask.FromResult(0);
        }, Cancel);

        Assert.Equal(later.At, await Store.Turn(later with { At = Noon }, turn => ValueTask.FromResult(turn.Now), Cancel));
    }

    [Fact]
    public async Task What_is_told_after_the_commit_is_not_told_of_a_turn_that_failed()
    {
        var told = 0;
        await Store.TurnAndTell(From("+447700900011"), Tell(_ => ValueTask.FromResult(0)), Cancel);
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Store.TurnAndTell(From("+447700900011"), Tell(_ => throw new InvalidOperationException("spoilt")), Cancel));

        Assert.Equal(1, told);

        Func<Turn, ValueTask<int>> Tell(Func<Turn, ValueTask<int>> then) => turn =>
        {
            turn.AfterCommit.Add(() => told++);
            return then(turn);
        };
    }

    [Fact]
    public async Task A_row_that_is_refused_takes_nothing_from_its_neighbours()
    {
        await Store.Turn(From("+447700900007", "SM5"), turn => Keep(turn, "first"), Cancel);

        // Given to the store at once: SQLite commits them together.
        var turns = Enumerable.Range(0, 20)
            .Select(n => Store.Turn(From($"+4477009001{n:00}", $"SM-near-{n}"), turn => Keep(turn, "kept", n == 7 ? "SM5" : null), Cancel))
            .ToList();

        await Assert.ThrowsAnyAsync<DbException>(() => turns[7]);
        await Task.WhenAll(turns.Where(turn => turn != turns[7]));
        await using var db = Store.Read();
        Assert.Equal(19, await db.Inbound.CountAsync(message => message.Words == "kept", Cancel));
        Assert.Equal(20, await db.Addresses.CountAsync(Cancel));
    }

    [Fact]
    public async Task Of_turns_that_go_together_each_fails_for_itself()
    {
        var numbers = Enumerable.Range(0, 40).Select(n => $"+4477009002{n:00}").ToList();
        await Task.WhenAll(numbers.Select(number => Store.Turn(From(number), turn => ValueTask.FromResult(0), Cancel)));
        await Store.Turn(From(numbers[0], "SM-taken"), turn => Keep(turn, "first"), Cancel);

        for (var round = 0; round < 5; round++)
        {
            var turns = numbers.ConvertAll(number => Store.Turn(From(number, $"SM-{round}-{number}"), async turn => number switch
            {
                _ when number == numbers[7] => throw new InvalidOperationException("broken"),
                _ when number == numbers[9] => await Keep(turn, "refused", "SM-taken"),
                _ => await Keep(turn, "kept"),
            }, Cancel));

            await Assert.ThrowsAsync<InvalidOperationException>(() => turns[7]);
            await Assert.ThrowsAnyAsync<DbException>(() => turns[9]);
            await Task.WhenAll(turns.Where((_, at) => at is not (7 or 9)));
        }

        await using var db = Store.Read();
        Assert.Equal(5 * 38, await db.Inbound.CountAsync(message => message.Words == "kept", Cancel));
        Assert.Equal(0, await db.Inbound.CountAsync(message => message.Words == "refused", Cancel));
    }

    [Fact]
    public async Task Turns_that_go_together_each_see_their_own_rows_and_nobody_elses()
    {
        var numbers = Enumerable.Range(0, 30).Select(n => $"+4477009003{n:00}").ToList();
        for (var round = 0; round < 4; round++)
        {
            await Task.WhenAll(numbers.Select(number => Store.Turn(From(number, $"SM-{round}-{number}"), turn =>
            {
                Assert.Equal(Enumerable.Range(0, round).Select(at => $"{at} {number}"), turn.Recent.Select(recent => recent.Words));
                Assert.Equal(number, turn.Address.Value);
                return Keep(turn, $"{round} {number}");
            }, Cancel)));
        }
    }

    [Fact]
    public async Task Two_messages_of_one_known_address_at_once_come_one_after_the_other()
    {
        await Store.Turn(From("+447700900010"), turn => ValueTask.FromResult(0), Cancel);

        var seen = await Task.WhenAll(Enumerable.Range(0, 4).Select(n =>
            Store.Turn(From("+447700900010", $"SM-at-once-{n}"), async turn =>
            {
                await Keep(turn, "n");
                return turn.Recent.Count;
            }, Cancel)));

        Assert.Equal([0, 1, 2, 3], seen.Order());
    }

    [Fact]
    public async Task A_statement_keeps_its_place_among_the_rows_of_its_turn()
    {
        await Store.Turn(From("+447700900011"), async turn =>
        {
            await Keep(turn, "before", "SM-before");
            turn.Session.Execute("DELETE FROM \"Inbound\" WHERE \"AddressId\" = @p0", turn.Address.Id);
            return await Keep(turn, "after", "SM-after");
        }, Cancel);

        await using var db = Store.Read();
        Assert.Equal(["after"], await db.Inbound.Select(message => message.Words).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Of_two_timers_of_one_subject_in_one_turn_the_last_counts()
    {
        await Store.Turn(From("+447700900012"), turn =>
        {
            turn.Insert(Timer(turn, Noon, 1, claimedUntil: null));
            turn.Insert(Timer(turn, Noon + Duration.FromHours(2), 2, claimedUntil: null));
            return ValueTask.FromResult(0);
        }, Cancel);

        await using var db = Store.Read();
        Assert.Equal(2, Assert.Single(await db.Timers.ToListAsync(Cancel)).ArmedFor);
    }

    [Fact]
    public async Task A_timer_armed_again_is_put_off_and_free()
    {
        await Arm(Noon, moves: 1, claimedUntil: Noon);
        await Arm(Noon + Duration.FromHours(1), moves: 2, claimedUntil: null);

        await using var db = Store.Read();
        var timer = await db.Timers.SingleAsync(Cancel);
        Assert.Equal((Noon + Duration.FromHours(1), 2, null), (timer.DueAt, timer.ArmedFor, timer.ClaimedUntil));
    }

    protected abstract IStore Open();

    protected virtual void Close()
    {
    }

    protected static TurnRequest From(string number, string? providerId = null) => new("shire", Channel.Sms, number, null, providerId, Noon);

    private Task<long> Arm(Instant dueAt, int moves, Instant? claimedUntil) => Store.Turn(
        From("+447700900008"),
        turn => ValueTask.FromResult(turn.Insert(Timer(turn, dueAt, moves, claimedUntil)).Id),
        Cancel);

    private static TimerRow Timer(Turn turn, Instant dueAt, int moves, Instant? claimedUntil) => new()
    {
        Id = turn.Session.NextId(),
        ServiceId = "shire",
        Kind = TimerKind.Silence,
        DueAt = dueAt,
        AddressId = turn.Address.Id,
        SubjectId = 77,
        ArmedFor = moves,
        ClaimedUntil = claimedUntil,
    };

    protected static ValueTask<long> Keep(Turn turn, string words, string? providerId = null) => ValueTask.FromResult(turn.Insert(new InboundMessage
    {
        Id = turn.Session.NextId(),
        ServiceId = "shire",
        AddressId = turn.Address.Id,
        Channel = Channel.Sms,
        ProviderId = providerId ?? turn.ProviderId!,
        Words = words,
        ReceivedAt = turn.Now,
    }).Id);
}

public sealed class SqliteStoreTests : StoreContract
{
    private readonly string folder = Directory.CreateTempSubdirectory("companion-store-").FullName;

    protected override IStore Open() => new SqliteStore($"Data Source={Path.Combine(folder, "test.db")};Pooling=False");

    protected override void Close() => Directory.Delete(folder, recursive: true);
}

public sealed class PostgresStoreTests : StoreContract
{
    private readonly string database = Companion.Tests.Support.PostgresServer.NewDatabase();

    [Fact]
    public async Task An_address_that_another_process_holds_keeps_nobody_else_waiting()
    {
        var numbers = Enumerable.Range(0, 20).Select(n => $"+4477009004{n:00}").ToList();
        var ids = await Task.WhenAll(numbers.Select(number => Store.Turn(From(number), turn => ValueTask.FromResult(turn.Address.Id), Cancel)));
        await using var other = new NpgsqlConnection(database);
        await other.OpenAsync(Cancel);
        await using var holding = await other.BeginTransactionAsync(Cancel);
        await using var hold = new NpgsqlCommand($"SELECT 1 FROM \"Addresses\" WHERE \"Id\" = {ids[3]} FOR UPDATE", other);
        await hold.ExecuteNonQueryAsync(Cancel);

        var turns = numbers.ConvertAll(number => Store.Turn(From(number), turn => ValueTask.FromResult(0), Cancel));
        await Task.WhenAll(turns.Where((_, at) => at != 3));
        Assert.False(turns[3].IsCompleted);

        await holding.RollbackAsync(Cancel);
        await turns[3];
    }

    [Fact]
    public async Task Connections_that_the_server_ends_in_the_middle_of_it_lose_nothing_told_and_double_nothing()
    {
        var numbers = Enumerable.Range(0, 20).Select(n => $"+4477009005{n:00}").ToList();
        await Task.WhenAll(numbers.Select(number => Store.Turn(From(number), turn => ValueTask.FromResult(0), Cancel)));
        using var over = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        var ending = EndConnectionsUntil(over.Token);

        var (told, at) = (new List<string>(), 0);
        while (!over.IsCancellationRequested)
        {
            var sids = numbers.ConvertAll(_ => $"SM-ended-{at++}");
            await Task.WhenAll(numbers.Zip(sids).Select(async pair =>
            {
                try
                {
                    // Its own row each time it is decided: two of one sid would be one turn that happened twice.
                    await Store.Turn(From(pair.First), turn => Keep(turn, pair.Second, $"{pair.Second}/{turn.Session.NextId()}"), Cancel);
                    lock (told)
                    {
                        told.Add(pair.Second);
                    }
                }
                catch (DbException)
                {
                    // Nobody was told that it happened.
                }
            }));
        }

        await ending;
        await using var db = Store.Read();
        var kept = await db.Inbound.Where(message => message.Words.StartsWith("SM-ended-")).Select(message => message.Words).ToListAsync(Cancel);
        Assert.Equal(kept.Distinct().Count(), kept.Count);
        Assert.Empty(told.Except(kept));
    }

    protected override IStore Open() => new PostgresStore(database);

    private async Task EndConnectionsUntil(CancellationToken over)
    {
        await using var other = new NpgsqlConnection(database);
        await other.OpenAsync(Cancel);
        await using var end = new NpgsqlCommand(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", other);
        while (!over.IsCancellationRequested)
        {
            await end.ExecuteNonQueryAsync(Cancel);
            await Task.Delay(20, Cancel); // so that turns get through between two kills
        }
    }
}
