using Companion.Workflows.Consent;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Safety;
using Companion.Workflows.Sending;
using NodaTime;

namespace Companion.Workflows.Tests.Sending;

public sealed class OutageTests
{
    private static readonly Instant MondayNoon = Instant.FromUtc(2026, 11, 23, 12, 0);

    [Fact]
    public async Task A_reply_outlives_an_hour_without_a_provider_and_somebody_is_told_of_it()
    {
        await using var rig = await Rig.At(MondayNoon);
        rig.Carrier.Answer = _ => new Delivery.NotNow("connection refused");
        await rig.Text("hello");

        await rig.Pass(Duration.FromMinutes(60));
        Assert.Equal("ProviderTrouble", Assert.Single(await rig.All<Alert>()).Kind);
        rig.Carrier.Carried.Clear();
        rig.Carrier.Answer = message => new Delivery.Taken("T" + message.Id, SendStatus.Delivered);
        await rig.Pass(Duration.FromMinutes(3));

        Assert.Single(rig.SentTo(Rig.Anna));
        Assert.Equal(SendStatus.Delivered, Assert.Single(await rig.All<OutboundMessage>()).Status);
    }

    [Fact]
    public async Task Who_on_call_cannot_be_reached_is_written_down_and_the_next_is_told_at_once()
    {
        await using var rig = await Rig.At(MondayNoon);
        rig.Carrier.Answer = message => message.To == TestService.FirstOnCall
            ? new Delivery.Refused(21614, "not a mobile number")
            : new Delivery.Taken("T" + message.Id, SendStatus.Delivered);

        await rig.Text("i want to kill myself");
        await rig.Pass(Duration.FromMinutes(1));

        Assert.Contains(await rig.All<HandOffEvent>(), happened => happened.Kind == "CouldNotTell");
        Assert.NotEmpty(rig.SentTo(TestService.SecondOnCall));
    }

    [Fact]
    public async Task A_later_text_waits_for_one_that_is_tried_again()
    {
        await using var rig = await Rig.At(MondayNoon, optOut: new OptOutSettings { ByProvider = false });
        rig.Carrier.Answer = _ => new Delivery.NotNow("429", Duration.FromMinutes(1));
        await rig.Text("hello");
        rig.Carrier.Answer = message => new Delivery.Taken("T" + message.Id, SendStatus.Delivered);
        rig.Carrier.Carried.Clear();

        rig.Clock.Now += Duration.FromSeconds(30);
        await rig.Text("HELP");
        Assert.Empty(rig.SentTo(Rig.Anna));
        await rig.Pass(Duration.FromMinutes(1));

        var rows = (await rig.All<OutboundMessage>()).OrderBy(row => row.Id).Select(row => row.Words).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Equal(rows, rig.SentTo(Rig.Anna));
    }

    [Fact]
    public async Task One_that_is_stuck_holds_the_others_for_three_minutes_and_danger_not_at_all()
    {
        await using var rig = await Rig.At(MondayNoon, optOut: new OptOutSettings { ByProvider = false });
        rig.Carrier.Answer = message => message.TextKey.StartsWith("referral", StringComparison.Ordinal)
            ? new Delivery.NotNow("429")
            : new Delivery.Taken("T" + message.Id, SendStatus.Delivered);
        await rig.Text("hello");

        await rig.Text("HELP");
        await rig.Pass(Duration.FromMinutes(2));
        Assert.DoesNotContain(rig.Carrier.Carried, text => text.Class == SendClass.Help);
        await rig.Pass(Duration.FromMinutes(1));
        Assert.Contains(rig.Carrier.Carried, text => text.Class == SendClass.Help);

        await rig.Text("i want to kill myself");
        Assert.Contains(rig.Carrier.Carried, text => text.Class == SendClass.Safety);
    }

    [Fact]
    public async Task A_text_does_not_overtake_one_that_has_to_wait()
    {
        await using var rig = await Rig.At(MondayNoon);
        await rig.Text("STOP");
        await rig.Text("START");
        rig.Carrier.Carried.Clear();
        rig.Carrier.Answer = _ => new Delivery.NotNow("429");
        var (first, second) = (Row(1, "one"), Row(2, "two"));

        await rig.Store.Write(
            session =>
            {
                session.Insert(first);
                session.Insert(second);
                return ValueTask.FromResult(0);
            },
            TestContext.Current.CancellationToken);
        await rig.Rest();
        Assert.Equal(["one"], rig.SentTo(Rig.Anna));

        rig.Carrier.Answer = message => new Delivery.Taken("T" + message.Id, SendStatus.Delivered);
        await rig.Pass(Duration.FromMinutes(2));
        Assert.Equal(["one", "one", "two"], rig.SentTo(Rig.Anna));

        OutboundMessage Row(long id, string words) => new()
        {
            Id = id,
            ServiceId = rig.Service.Key,
            AddressId = 1000,
            Channel = Channel.Sms,
            To = Rig.Anna,
            Class = SendClass.StopOrStart,
            SendKey = "test:" + id,
            TextKey = "test",
            Words = words,
            CreatedAt = MondayNoon,
            DueAt = MondayNoon,
            ExpiresAt = MondayNoon + Duration.FromHours(1),
            Status = SendStatus.Queued,
        };
    }
}
