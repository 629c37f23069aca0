using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Safety;
using Companion.Workflows.Sending;

namespace Companion.Bot.Tests.Channels;

public sealed class StatusWebhookTests
{
    [Theory]
    [InlineData("queued", SendStatus.Accepted)]
    [InlineData("sending", SendStatus.Accepted)]
    [InlineData("sent", SendStatus.Sent)]
    [InlineData("delivered", SendStatus.Delivered)]
    [InlineData("read", SendStatus.Delivered)]
    public async Task A_receipt_moves_its_row_even_before_our_own_call_came_back(string status, SendStatus becomes)
    {
        await using var rig = await WebhookRig.Start();
        var row = await rig.OnItsWay();

        Assert.Equal((200, "<Response></Response>", "text/xml"), await Receipt(rig, row, status));

        var stored = Assert.Single(await rig.All<OutboundMessage>());
        Assert.Equal((becomes, "SM7"), (stored.Status, stored.ProviderId));
    }

    [Fact]
    public async Task A_failure_is_kept_with_its_code_in_words()
    {
        await using var rig = await WebhookRig.Start();
        var row = await rig.OnItsWay();

        await Receipt(rig, row, "undelivered", "&ErrorCode=30005");

        var stored = Assert.Single(await rig.All<OutboundMessage>());
        Assert.Equal((SendStatus.Undelivered, 30005, "The number is not in use."), (stored.Status, stored.ErrorCode, stored.Reason));
    }

    [Fact]
    public async Task Receipts_doubled_and_out_of_order_move_a_row_one_way_only()
    {
        await using var rig = await WebhookRig.Start();
        var row = await rig.OnItsWay();

        foreach (var status in (string[])["sent", "sent", "delivered", "sent", "queued", "failed", "delivered"])
        {
            Assert.Equal(200, (await Receipt(rig, row, status)).Status);
        }

        Assert.Equal(SendStatus.Delivered, Assert.Single(await rig.All<OutboundMessage>()).Status);
    }

    [Fact]
    public async Task A_receipt_for_what_we_never_sent_is_alerted_and_not_asked_for_again()
    {
        await using var rig = await WebhookRig.Start();

        Assert.Equal(200, (await rig.Post("/sms/status?m=999999", "MessageSid=SM7&MessageStatus=sent")).Status);
        Assert.Equal(200, (await rig.Post("/sms/status?m=x", "MessageSid=SM8&MessageStatus=sent")).Status);
        Assert.Equal(200, (await rig.Post("/sms/status", "MessageSid=SM9&MessageStatus=sent")).Status);

        Assert.Equal(["SM7", "SM8", "SM9"], (await rig.All<Alert>()).Select(alert => alert.Detail.Split(' ', ',')[4]).Order());
    }

    [Fact]
    public async Task An_unknown_status_is_logged_by_its_ids_and_changes_nothing()
    {
        await using var rig = await WebhookRig.Start();
        var row = await rig.OnItsWay();

        Assert.Equal(200, (await Receipt(rig, row, "teleported", "&ErrorCode=12345")).Status);

        Assert.Equal(SendStatus.Sending, Assert.Single(await rig.All<OutboundMessage>()).Status);
        Assert.Contains("SM7, error code 12345", rig.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_without_a_sid_gets_a_sentence()
    {
        await using var rig = await WebhookRig.Start();

        Assert.Equal((400, "MessageSid is missing or is not a sid."), (await rig.Post("/sms/status?m=1", "MessageStatus=sent")) is var (status, body, _) ? (status, body) : default);
    }

    [Fact]
    public async Task The_end_of_an_earlier_copy_is_not_the_end_of_the_later_one()
    {
        await using var rig = await WebhookRig.Start();
        var row = await rig.OnItsWay(sent => (sent.Status, sent.ProviderId) = (SendStatus.Accepted, "SM8"));

        await Receipt(rig, row, "failed", "&ErrorCode=30003");

        Assert.Equal(SendStatus.Accepted, Assert.Single(await rig.All<OutboundMessage>()).Status);
    }

    [Fact]
    public async Task Pressing_one_during_a_call_accepts_the_hand_off_in_the_name_of_whoever_was_called()
    {
        await using var rig = await WebhookRig.Start();
        await rig.Post("/sms/inbound", "MessageSid=SM1&From=%2B447700900123&To=%2B447700900100&Body=I+want+to+kill+myself");
        var call = Assert.Single(await rig.All<OutboundMessage>(), row => row.Channel == Channel.Voice);

        var (status, twiml, type) = await rig.Post($"/voice/accept?m={call.Id}", "CallSid=CA1&Digits=1&To=%2B447700900902");

        Assert.Equal((200, "text/xml"), (status, type));
        Assert.StartsWith("<Response><Say voice=\"Polly.Amy\" language=\"en-GB\">Thank you.", twiml, StringComparison.Ordinal);
        var handOff = Assert.Single(await rig.All<HandOff>());
        Assert.Equal("Duty manager", handOff.AcknowledgedBy);
        Assert.NotNull(handOff.AcknowledgedAt);
        Assert.Null(handOff.ClearedAt);
    }

    [Theory]
    [InlineData("Digits=2")]
    [InlineData("Digits=")]
    [InlineData("")]
    public async Task Another_key_accepts_nothing_and_says_so(string form)
    {
        await using var rig = await WebhookRig.Start();
        await rig.Post("/sms/inbound", "MessageSid=SM1&From=%2B447700900123&To=%2B447700900100&Body=I+want+to+kill+myself");
        var call = Assert.Single(await rig.All<OutboundMessage>(), row => row.Channel == Channel.Voice);

        var (_, twiml, _) = await rig.Post($"/voice/accept?m={call.Id}", form);

        Assert.Contains("Nothing was accepted.", twiml, StringComparison.Ordinal);
        Assert.Null(Assert.Single(await rig.All<HandOff>()).AcknowledgedAt);
    }

    [Fact]
    public async Task A_call_we_never_made_accepts_nothing()
    {
        await using var rig = await WebhookRig.Start();

        var (status, twiml, _) = await rig.Post("/voice/accept?m=999999", "CallSid=CA1&Digits=1");

        Assert.Equal(200, status);
        Assert.Contains("Nothing was accepted.", twiml, StringComparison.Ordinal);
    }

    private static Task<(int Status, string Body, string? Type)> Receipt(WebhookRig rig, OutboundMessage row, string status, string more = "") =>
        rig.Post($"/sms/status?m={row.Id}", $"MessageSid=SM7&MessageStatus={status}&To=%2B447700900123{more}");
}
