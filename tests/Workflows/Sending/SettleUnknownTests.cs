using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using NodaTime;

namespace Companion.Workflows.Tests.Sending;

/// <summary>Law 2: no text is sent twice, but a safety text of unknown outcome, once.</summary>
public sealed class SettleUnknownTests : IAsyncLifetime
{
    private static readonly Delivery Unclear = new Delivery.Unclear("The answer was lost.");
    private Rig rig = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        rig = await Rig.At(Instant.FromUtc(2026, 3, 10, 12, 0), dialogs: TestDialogs.Echo());

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    [Fact]
    public async Task What_the_provider_has_is_settled_and_not_sent_again()
    {
        await Unknown("Hello");
        Says(new Delivery.Taken("T9", SendStatus.Sent));

        await Pass(OthersWait);

        Assert.Equal((SendStatus.Sent, "T9", 1), await Row() is var row ? (row.Status, row.ProviderId, rig.Carrier.Carried.Count) : default);
    }

    [Fact]
    public async Task What_the_provider_refused_is_refused()
    {
        await Unknown("Hello");
        Says(new Delivery.Refused(30005, "The number is not in use.") { ProviderId = "T9" });

        await Pass(OthersWait);

        Assert.Equal((SendStatus.Undelivered, 30005), await Row() is var row ? (row.Status, row.ErrorCode) : default);
    }

    [Fact]
    public async Task What_the_provider_certainly_never_got_goes_again()
    {
        await Unknown("Hello");
        Says(new Delivery.NotNow("Never got it."));

        await Pass(OthersWait);

        Assert.Equal((SendStatus.Delivered, 2), ((await Row()).Status, rig.Carrier.Carried.Count));
    }

    [Fact]
    public async Task But_not_when_it_is_too_late_to_be_of_use()
    {
        await Unknown("Hello");
        Says(new Delivery.NotNow("Never got it."));

        await Pass(Duration.FromHours(13));

        Assert.Equal((SendStatus.Expired, 1), ((await Row()).Status, rig.Carrier.Carried.Count));
    }

    [Fact]
    public async Task What_the_provider_cannot_tell_is_never_sent_again_and_becomes_one_task()
    {
        await Unknown("Hello");

        await Pass(OthersWait);
        Assert.Empty(await rig.All<StaffTask>());

        for (var minute = 0; minute < 60; minute++)
        {
            await Pass(Duration.FromMinutes(1));
        }

        Assert.Equal((SendStatus.Unknown, 1), ((await Row()).Status, rig.Carrier.Carried.Count));
        var task = Assert.Single(await rig.All<StaffTask>());
        Assert.Equal("Phone", task.Kind);
        Assert.InRange(task.CreatedAt - (await Row()).DueAt, Duration.FromMinutes(15), Duration.FromMinutes(18));
    }

    [Fact]
    public async Task A_receipt_is_waited_for_before_anybody_is_asked()
    {
        await Unknown("Hello");
        rig.Carrier.Knows = (_, _) => throw new InvalidOperationException("asked too early");

        await Pass(OthersWait - Duration.FromSeconds(1));

        Assert.Equal(SendStatus.Unknown, (await Row()).Status);
    }

    [Fact]
    public async Task A_safety_text_unknown_for_thirty_seconds_is_sent_once_more_and_only_once()
    {
        await Unknown("I want to kill myself");
        var texts = rig.Carrier.Carried.Count(row => row.Class == SendClass.Safety);
        rig.Carrier.Answer = row => row.Class == SendClass.Safety ? Unclear : new Delivery.Taken("T" + row.Id, SendStatus.Delivered);

        await Pass(SettleUnknown.SafetyWaits - Duration.FromSeconds(1));
        Assert.Equal(texts, rig.Carrier.Carried.Count(row => row.Class == SendClass.Safety));

        await Pass(Duration.FromSeconds(1));
        Assert.Equal(2 * texts, rig.Carrier.Carried.Count(row => row.Class == SendClass.Safety));

        for (var minute = 0; minute < 20; minute++)
        {
            await Pass(Duration.FromMinutes(1));
        }

        Assert.Equal(2 * texts, rig.Carrier.Carried.Count(row => row.Class == SendClass.Safety));
    }

    [Fact]
    public async Task A_safety_text_the_provider_has_is_not_sent_again()
    {
        await Unknown("I want to kill myself");
        var texts = rig.Carrier.Carried.Count(row => row.Class == SendClass.Safety);
        rig.Carrier.Knows = (row, _) => Task.FromResult<Delivery?>(new Delivery.Taken("T" + row.Id));

        await Pass(SettleUnknown.SafetyWaits);

        Assert.Equal(texts, rig.Carrier.Carried.Count(row => row.Class == SendClass.Safety));
        Assert.All(
            (await rig.All<OutboundMessage>()).Where(row => row.Class == SendClass.Safety), row => Assert.Equal(SendStatus.Accepted, row.Status));
    }

    [Fact]
    public async Task A_row_whose_sender_died_is_asked_about_when_its_lease_is_over()
    {
        rig.Part<SendSwitch>().IsOn = false;
        await rig.Text("Hello");
        rig.Part<SendSwitch>().IsOn = true;
        Assert.Single((await rig.Part<SendDue>().Claim(10, Lane.Any, Cancel)).Rows); // and then the machine went dark
        Says(new Delivery.Taken("T9"));

        await Pass(ClaimDue.Lease - Duration.FromSeconds(1));
        Assert.Equal(SendStatus.Sending, (await Row()).Status);
        await Pass(Duration.FromSeconds(1));

        Assert.Equal((SendStatus.Accepted, 0), ((await Row()).Status, rig.Carrier.Carried.Count));
    }

    [Fact]
    public async Task A_claim_whose_lease_would_run_out_during_the_call_is_not_handed_over()
    {
        rig.Part<SendSwitch>().IsOn = false;
        await rig.Text("Hello");
        rig.Part<SendSwitch>().IsOn = true;
        var claimed = await rig.Part<SendDue>().Claim(10, Lane.Any, Cancel);
        rig.Clock.Now += ClaimDue.Lease - Duration.FromSeconds(10);

        await rig.Part<SendDue>().Carry(claimed.Rows, Cancel);

        Assert.Empty(rig.Carrier.Carried);
    }

    [Fact]
    public async Task A_receipt_that_comes_while_the_provider_is_asked_holds()
    {
        await Unknown("Hello");
        var id = (await Row()).Id;
        rig.Carrier.Knows = async (_, _) =>
        {
            await rig.Part<SettleDelivery>().Receipt(id, new Delivery.Taken("T9", SendStatus.Delivered), Cancel);
            return new Delivery.NotNow("Never got it.");
        };

        await Pass(OthersWait);

        Assert.Equal((SendStatus.Delivered, 1), ((await Row()).Status, rig.Carrier.Carried.Count));
    }

    [Fact]
    public async Task That_an_old_attempt_was_in_vain_says_nothing_of_a_newer_one()
    {
        rig.Part<SendSwitch>().IsOn = false;
        await rig.Text("Hello");
        rig.Part<SendSwitch>().IsOn = true;
        var row = Assert.Single((await rig.Part<SendDue>().Claim(10, Lane.Any, Cancel)).Rows);

        Assert.False(await rig.Part<SettleDelivery>().Handle(row.Id, row.ServiceId, row.AddressId, new Delivery.NotNow("late"), Cancel, attempt: 0));

        Assert.Equal(SendStatus.Sending, (await Row()).Status);
    }

    [Fact]
    public async Task The_ids_of_other_texts_to_the_number_are_known()
    {
        await rig.Text("Hello");
        await rig.Text("Hello", from: "+447700900124");
        await Unknown("Hello again");
        IReadOnlySet<string> told = new HashSet<string>();
        rig.Carrier.Knows = (_, known) =>
        {
            told = known;
            return Task.FromResult<Delivery?>(null);
        };

        await Pass(OthersWait);

        var first = (await rig.All<OutboundMessage>()).Where(row => row.To == Rig.Anna && row.ProviderId is not null);
        Assert.Equal(first.Select(row => row.ProviderId!).Order(), told.Order());
    }

    [Fact]
    public async Task Each_lane_claims_its_own()
    {
        rig.Part<SendSwitch>().IsOn = false;
        await rig.Text("Hello");
        await rig.Text("Hello", from: "chat-token", channel: Channel.WebChat);
        rig.Part<SendSwitch>().IsOn = true;

        Assert.Equal(Channel.WebChat, Assert.Single((await rig.Part<SendDue>().Claim(10, Lane.Others, Cancel)).Rows).Channel);
        Assert.Equal(Channel.Sms, Assert.Single((await rig.Part<SendDue>().Claim(10, Lane.Texts, Cancel)).Rows).Channel);
        Assert.Empty((await rig.Part<SendDue>().Claim(10, Lane.Any, Cancel)).Rows);
    }

    private static Duration OthersWait => SettleUnknown.OthersWait;

    private async Task Unknown(string words)
    {
        var usual = rig.Carrier.Answer;
        rig.Carrier.Answer = _ => Unclear;
        await rig.Text(words);
        rig.Carrier.Answer = usual;
    }

    private void Says(Delivery delivery) => rig.Carrier.Knows = (_, _) => Task.FromResult<Delivery?>(delivery);

    private async Task Pass(Duration by)
    {
        rig.Clock.Now += by;
        await rig.Part<SettleUnknown>().Handle(20, Cancel);
        await rig.Rest();
    }

    private async Task<OutboundMessage> Row() => Assert.Single(await rig.All<OutboundMessage>());
}
