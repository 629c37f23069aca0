using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Companion.Workflows.Conversations;
using Companion.Workflows.Safety;

namespace Companion.Bot.Tests.Channels;

public sealed class RefusedCallTests
{
    private const string Path = "/sms/inbound";
    private const string Hello = "MessageSid=SM1&From=%2B447700900123&To=%2B447700900100&NumMedia=0&Body=Hello+%C2%A3";

    [Fact]
    public async Task Refused_calls_get_403_and_are_counted_and_leave_no_trace_of_their_words()
    {
        await using var rig = await WebhookRig.Start();
        var good = FakeTwilio.Sign(WebhookRig.Public + Path, Hello);

        Assert.Equal(403, (await rig.Post(Path, Hello, "")).Status);
        Assert.Equal(403, (await rig.Post(Path, Hello.Replace("Hello", "Hallo", StringComparison.Ordinal), good)).Status);
        Assert.Equal(403, (await rig.Post(Path + "?x=1", Hello, good)).Status);
        Assert.Equal(403, (await rig.Post("/sms/status", Hello, good)).Status);
        Assert.Equal(403, (await rig.Post(Path, Hello, FakeTwilio.Sign(WebhookRig.Public + Path, Hello, "another token"))).Status);
        Assert.Equal(403, (await rig.Post(Path, Hello, FakeTwilio.Sign("https://elsewhere.example" + Path, Hello))).Status);

        Assert.Equal(
            ["/sms/inbound no signature", "/sms/inbound wrong signature", "/sms/inbound wrong signature", "/sms/status wrong signature", "/sms/inbound wrong signature", "/sms/inbound wrong signature"],
            rig.Refused);
        Assert.Empty(await rig.All<InboundMessage>());
        Assert.Empty(await rig.All<Alert>());
        Assert.DoesNotContain("Hallo", rig.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("447700900123", rig.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_let_in()
    {
        await using var rig = await WebhookRig.Start(settings => settings.AuthToken = "");

        Assert.Equal(403, (await rig.Post(Path, Hello)).Status);
        Assert.Equal(403, (await rig.Post("/sms/status?m=1", "MessageSid=SM1&MessageStatus=sent")).Status);
        Assert.Equal(403, (await rig.Post("/voice/accept?m=1", "Digits=1")).Status);
        Assert.Equal(403, (await rig.Post(Path, Hello, FakeTwilio.Sign(WebhookRig.Public + Path, Hello, ""))).Status);
    }

    [Theory]
    [InlineData("From=%2B447700900123&To=%2B447700900100&Body=secret", "MessageSid")]
    [InlineData("MessageSid=SM%001&From=%2B447700900123&To=%2B447700900100&Body=secret", "MessageSid")]
    [InlineData("MessageSid=SM1&To=%2B447700900100&Body=secret", "From")]
    [InlineData("MessageSid=SM1&From=a%00b&To=%2B447700900100&Body=secret", "From")]
    [InlineData("MessageSid=SM1&From=%2B447700900123&Body=secret", "To")]
    [InlineData("messagesid=SM1&from=%2B447700900123&to=%2B447700900100&Body=secret", "MessageSid")]
    [InlineData("", "MessageSid")]
    [InlineData("&&&=%%%", "MessageSid")]
    public async Task A_signed_form_without_what_is_needed_gets_a_sentence_and_an_alert(string form, string missing)
    {
        await using var rig = await WebhookRig.Start();

        var (status, body, _) = await rig.Post(Path, form);

        Assert.Equal(400, status);
        Assert.StartsWith(missing + " is missing", body, StringComparison.Ordinal);
        var alert = Assert.Single(await rig.All<Alert>());
        Assert.Contains(missing, alert.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", rig.Log.Text + alert.Detail + alert.Words, StringComparison.Ordinal);
        Assert.Empty(await rig.All<InboundMessage>());
    }

    [Fact]
    public async Task A_body_of_a_megabyte_is_refused_unread()
    {
        await using var rig = await WebhookRig.Start();

        var (status, body, _) = await rig.Post(Path, Hello + new string('x', 1_000_000));

        Assert.Equal((413, "The body is larger than 64 kB."), (status, body));
        Assert.Equal(["/sms/inbound too large"], rig.Refused);
    }

    [Fact]
    public async Task A_large_body_without_a_length_is_refused_where_it_grows_too_long()
    {
        await using var rig = await WebhookRig.Start();
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes(Hello + new string('x', 200_000)));
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new StreamContent(stream) };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("X-Twilio-Signature", FakeTwilio.Sign(WebhookRig.Public + Path, Hello));

        using var response = await rig.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(413, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_call_signed_by_the_hash_of_its_body_is_checked_by_it()
    {
        await using var rig = await WebhookRig.Start();
        var path = Path + "?bodySHA256=" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("{}")));

        Assert.Equal(400, await Json("{}")); // genuine, but no text
        Assert.Equal(403, await Json("{ }"));

        async Task<int> Json(string body)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, new MediaTypeHeaderValue("application/json")) };
            request.Headers.Add("X-Twilio-Signature", FakeTwilio.Sign(WebhookRig.Public + path, ""));
            using var response = await rig.Http.SendAsync(request, TestContext.Current.CancellationToken);
            return (int)response.StatusCode;
        }
    }
}
