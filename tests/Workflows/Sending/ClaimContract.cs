using Companion.Dialogs.Words;
using Companion.Tests.Support;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Storage.Postgres;
using Companion.Workflows.Telemetry;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Tests.Sending;

/// <summary>What is claimed for sending, and what is looked into afterwards, on SQLite and on PostgreSQL.</summary>
public abstract class ClaimContract : IAsyncLifetime
{
    private readonly StandingClock clock = new(Instant.FromUtc(2026, 3, 10, 12, 0));
    private readonly TestCarrier carrier = new();
    private readonly ServiceBook services = new(new Dictionary<string, ServiceSettings> { ["shire"] = TestService.Shire() });
    private IStore store = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected ClaimDue Claim => new(store, services, [], new CompanionMeter(), clock);

    private SettleUnknown Settle => new(
        store,
        new SettleDelivery(store, new CouldNotBeTexted(new OnCallLadder(new TellOnCall(TextBook.Shipped, new Links(new LinkSettings { Key = "test" }))), services), [], clock),
        [carrier],
        clock);

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
    public async Task Each_lane_claims_its_own_and_safety_goes_first()
    {
        var later = await Row(Channel.Sms, SendClass.Reply);
        var mail = await Row(Channel.Email, SendClass.OnCall);
        var first = await Row(Channel.Sms, SendClass.Safety);

        Assert.Equal([first, later], (await Claim.Handle(10, Cancel, Lane.Texts)).Rows.Select(row => row.Id));
        Assert.Equal([mail], (await Claim.Handle(10, Cancel, Lane.Others)).Rows.Select(row => row.Id));
        Assert.Empty((await Claim.Handle(10, Cancel)).Rows);
    }

    [Fact]
    public async Task What_is_behind_rows_that_may_not_go_is_looked_for_at_once()
    {
        await Row(Channel.Sms, SendClass.Reply, expiresIn: Duration.Zero);
        await Row(Channel.Sms, SendClass.Reply, expiresIn: Duration.Zero);
        var good = await Row(Channel.Sms, SendClass.Reply);
        clock.Now += Duration.FromSeconds(1);

        var first = await Claim.Handle(2, Cancel);
        Assert.Empty(first.Rows);
        Assert.True(first.MayBeMore);

        var second = await Claim.Handle(2, Cancel);
        Assert.Equal([good], second.Rows.Select(row => row.Id));
        Assert.False(second.MayBeMore);
    }

    [Fact]
    public async Task A_row_is_looked_into_by_one_at_a_time_and_goes_again_when_it_was_never_taken()
    {
        var row = await Row(Channel.Sms, SendClass.Reply);
        await Claim.Handle(10, Cancel);
        carrier.Knows = async (_, _) =>
        {
            Assert.Equal(0, await Settle.Handle(10, Cancel)); // another Companion, meanwhile
            return new Delivery.NotNow("Never got it.");
        };

        clock.Now += ClaimDue.Lease;
        Assert.Equal(1, await Settle.Handle(10, Cancel));

        Assert.Equal([row], (await Claim.Handle(10, Cancel)).Rows.Select(claimed => claimed.Id));
    }

    [Fact]
    public async Task A_safety_text_of_unknown_outcome_goes_again_after_thirty_seconds_once()
    {
        var row = await Row(Channel.Sms, SendClass.Safety, SendStatus.Unknown);
        await Row(Channel.Sms, SendClass.Reply, SendStatus.Unknown);

        clock.Now += SettleUnknown.SafetyWaits;
        Assert.Equal(1, await Settle.Handle(10, Cancel));

        Assert.Equal([row], (await Claim.Handle(10, Cancel)).Rows.Select(claimed => claimed.Id));
        await using var db = store.Read();
        Assert.Equal(clock.Now, (await db.Outbound.SingleAsync(sent => sent.Id == row, Cancel)).SentAgainAt);
    }

    protected abstract IStore Open();

    /// <summary>Runs something while another process is claiming a lane.</summary>
    protected Task<T> WhileClaiming<T>(Lane lane, Func<Task<T>> run) => store.Write(
        async session =>
        {
            Assert.True(await session.TryLock($"claim outbound {lane}"));
            return await run();
        },
        Cancel);

    protected virtual void Close()
    {
    }

    private Task<long> Row(Channel channel, SendClass sendClass, SendStatus status = SendStatus.Queued, Duration? expiresIn = null) => store.Write(
        session =>
        {
            var id = session.NextId();
            session.Insert(new OutboundMessage
            {
                Id = id,
                ServiceId = "shire",
                Channel = channel,
                To = "+447700900123",
                Class = sendClass,
                SendKey = "test:" + id,
                TextKey = "test",
                Words = "Hello",
                CreatedAt = clock.Now,
                DueAt = clock.Now,
                ExpiresAt = clock.Now + (expiresIn ?? Duration.FromHours(1)),
                Status = status,
                ClaimedUntil = status == SendStatus.Unknown ? clock.Now : null,
            });
            return ValueTask.FromResult(id);
        },
        Cancel);
}

public sealed class SqliteClaimTests : ClaimContract
{
    private readonly string folder = Directory.CreateTempSubdirectory("companion-claim-").FullName;

    protected override IStore Open() => new SqliteStore($"Data Source={Path.Combine(folder, "test.db")};Pooling=False");

    protected override void Close() => Directory.Delete(folder, recursive: true);
}

public sealed class PostgresClaimTests : ClaimContract
{
    [Fact]
    public async Task While_another_process_claims_the_lane_there_may_be_more()
    {
        var claimed = await WhileClaiming(Lane.Texts, () => Claim.Handle(10, TestContext.Current.CancellationToken, Lane.Texts));

        Assert.Empty(claimed.Rows);
        Assert.True(claimed.MayBeMore);
    }

    protected override IStore Open() => new PostgresStore(PostgresServer.NewDatabase());
}
