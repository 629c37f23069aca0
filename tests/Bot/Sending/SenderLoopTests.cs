using Companion.Bot.Sending;
using Companion.Bot.Tests.Channels;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Microsoft.Extensions.Logging.Abstractions;

namespace Companion.Bot.Tests.Sending;

/// <summary>The sender between a real store and a Twilio of our own.</summary>
public sealed class SenderLoopTests : IAsyncLifetime
{
    private FakeTwilio twilio = null!;
    private WebhookRig rig = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        twilio = await FakeTwilio.Start();
        rig = await WebhookRig.Start(settings =>
        {
            settings.AccountSid = FakeTwilio.Account;
            settings.From = WebhookRig.ShireNumber;
            settings.ApiBase = twilio.Address;
        });
    }

    public async ValueTask DisposeAsync()
    {
        await rig.DisposeAsync();
        await twilio.DisposeAsync();
    }

    [Fact]
    public async Task What_waits_goes_out_and_its_receipt_settles_it()
    {
        await rig.OnItsWay(Waiting);
        await using var sender = await Run(new SendPace(100));

        await Until(() => twilio.Messages.Count == 1);
        await Until(async () => (await Row()).Status == SendStatus.Accepted);
        using var answer = await twilio.Receipt(rig.Http, WebhookRig.Public, twilio.Messages[0], "delivered");

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal((SendStatus.Delivered, twilio.Messages[0].Sid), await Row() is var row ? (row.Status, row.ProviderId) : default);
    }

    [Fact]
    public async Task The_bell_wakes_it_without_waiting_for_its_next_look()
    {
        await using var sender = await Run(new SendPace(100), new NoTimers());
        await rig.OnItsWay(Waiting);
        rig.Part<SenderBell>().Ring();

        await Until(() => twilio.Messages.Count == 1);
    }

    [Fact]
    public async Task An_opt_out_there_is_written_down_as_the_providers_block()
    {
        await rig.Post("/sms/inbound", "MessageSid=SM1&From=%2B447700900123&To=%2B447700900100&Body=Hello");
        twilio.Faults.Enqueue(Fault.OptedOut);
        await using var sender = await Run(new SendPace(100));

        await Until(async () => (await Row()).Status == SendStatus.Refused);

        Assert.True(Assert.Single(await rig.All<Address>()).ProviderBlocked);
        Assert.Empty(twilio.Messages);
    }

    [Fact]
    public async Task A_lost_answer_leaves_the_row_unknown_until_the_receipt_comes()
    {
        twilio.Faults.Enqueue(Fault.CutAfterTaking);
        await rig.OnItsWay(Waiting);
        await using var sender = await Run(new SendPace(100));
        await Until(async () => (await Row()).Status == SendStatus.Unknown);

        using var answer = await twilio.Receipt(rig.Http, WebhookRig.Public, twilio.Messages[0], "sent");

        Assert.Equal(SendStatus.Sent, (await Row()).Status);
        Assert.Single(twilio.Messages);
    }

    [Fact]
    public async Task A_busy_Twilio_is_tried_again_when_it_asks_to_be()
    {
        twilio.Faults.Enqueue(Fault.TooMany);
        await rig.OnItsWay(Waiting);
        await using var sender = await Run(new SendPace(100));
        await Until(async () => (await Row()).Reason is not null);
        Assert.Empty(twilio.Messages);

        ((StandingClock)rig.Part<NodaTime.IClock>()).Now += NodaTime.Duration.FromSeconds(8);
        rig.Part<SenderBell>().Ring();

        await Until(async () => (await Row()).Status == SendStatus.Accepted);
        Assert.Single(twilio.Messages);
    }

    [Fact]
    public async Task A_slow_Twilio_does_not_hold_up_the_next_text()
    {
        twilio.Faults.Enqueue(Fault.SilentAfterTaking);
        await rig.OnItsWay(Waiting);
        var sender = await Run(new SendPace(100));
        await Until(() => twilio.Messages.Count == 1);
        await rig.OnItsWay(row =>
        {
            Waiting(row);
            row.To = "+447700900124";
        });
        rig.Part<SenderBell>().Ring();

        await Until(() => twilio.Messages.Count == 2);
        await twilio.DisposeAsync(); // hangs up on the one that waits
        await sender.DisposeAsync();
    }

    private static void Waiting(OutboundMessage row) => (row.Status, row.Attempts, row.ClaimedUntil) = (SendStatus.Queued, 0, null);

    private static async Task Until(Func<Task<bool>> holds)
    {
        while (!await holds())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancel);
        }
    }

    private static Task Until(Func<bool> holds) => Until(() => Task.FromResult(holds()));

    private async Task<OutboundMessage> Row() => Assert.Single(await rig.All<OutboundMessage>());

    private async Task<Running> Run(SendPace pace, TimeProvider? time = null)
    {
        var loop = new SenderLoop(rig.Part<SendDue>(), pace, rig.Part<SenderBell>(), time ?? TimeProvider.System, NullLogger<SenderLoop>.Instance);
        await loop.StartAsync(Cancel);
        return new Running(loop);
    }

    private sealed class Running(SenderLoop loop) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await loop.StopAsync(CancellationToken.None);
            loop.Dispose();
        }
    }

    /// <summary>A time whose timers never fire.</summary>
    private sealed class NoTimers : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Never();

        private sealed class Never : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
