using System.Web;
using System.Xml.Linq;
using Companion.Bot.Channels.Twilio;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using NodaTime;

namespace Companion.Bot.Tests.Channels;

public sealed class TwilioVoiceTests : IAsyncLifetime
{
    private const string DutyManager = "+447700900902";
    private FakeTwilio twilio = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => twilio = await FakeTwilio.Start();

    public ValueTask DisposeAsync() => twilio.DisposeAsync();

    [Fact]
    public async Task A_call_reads_the_words_out_twice_and_waits_for_a_key()
    {
        var delivery = await Voice().Carry(Call("Hand-off <A&B>. Press 1 to accept it."), Cancel);

        Assert.Equal(new Delivery.Taken("CA00000000000000000000000000000001"), delivery);
        var request = Assert.Single(twilio.Requests);
        Assert.Equal($"/2010-04-01/Accounts/{FakeTwilio.Account}/Calls.json", request.Path);
        var form = HttpUtility.ParseQueryString(request.Body);
        Assert.Equal("To From Twiml StatusCallback", string.Join(' ', form.AllKeys));
        Assert.Equal((DutyManager, "+447700900100", "https://companion.example/sms/status?m=77"), (form["To"], form["From"], form["StatusCallback"]));
        const string Say = "<Say voice=\"Polly.Amy\" language=\"en-GB\">Hand-off &lt;A&amp;B&gt;. Press 1 to accept it.</Say>";
        Assert.Equal(
            $"<Response><Gather numDigits=\"1\" action=\"https://companion.example/voice/accept?m=77\">{Say}{Say}</Gather></Response>",
            form["Twiml"]);
        Assert.Equal("Response", XElement.Parse(form["Twiml"]!).Name);
    }

    [Fact]
    public async Task A_call_whose_answer_is_lost_is_unclear_and_found_again()
    {
        twilio.Faults.Enqueue(Fault.CutAfterTaking);
        var (voice, call) = (Voice(), Call("Hello"));

        Assert.IsType<Delivery.Unclear>(await voice.Carry(call, Cancel));

        Assert.Equal(new Delivery.Taken(Assert.Single(twilio.Calls).Sid), await voice.Ask(call, new HashSet<string>(), Cancel));
        Assert.IsType<Delivery.NotNow>(await voice.Ask(call, new HashSet<string> { twilio.Calls[0].Sid }, Cancel));
    }

    [Theory]
    [InlineData("ringing", SendStatus.Accepted)]
    [InlineData("in-progress", SendStatus.Sent)]
    [InlineData("completed", SendStatus.Delivered)]
    [InlineData("no-answer", SendStatus.Undelivered)]
    [InlineData("busy", SendStatus.Undelivered)]
    public async Task What_became_of_a_call_comes_to_its_row(string status, SendStatus becomes)
    {
        await using var rig = await WebhookRig.Start();
        var row = await rig.OnItsWay(call => (call.Channel, call.To) = (Channel.Voice, DutyManager));

        var (code, _, _) = await rig.Post($"/sms/status?m={row.Id}", $"CallSid=CA7&CallStatus={status}");

        Assert.Equal(200, code);
        Assert.Equal((becomes, "CA7"), Assert.Single(await rig.All<OutboundMessage>()) is var stored ? (stored.Status, stored.ProviderId) : default);
    }

    private static OutboundMessage Call(string words)
    {
        var row = TwilioSmsTests.Row(DutyManager, words, channel: Channel.Voice);
        row.CreatedAt = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        return row;
    }

    private TwilioVoice Voice()
    {
        var settings = new TwilioSettings
        {
            AccountSid = FakeTwilio.Account,
            AuthToken = FakeTwilio.Token,
            From = "+447700900100",
            ApiBase = twilio.Address,
            PublicUrl = "https://companion.example",
        };
        var api = new TwilioApi(new HttpClient(), settings);
        var services = new ServiceBook(new Dictionary<string, ServiceSettings> { ["shire"] = TwilioSmsTests.Service("shire", "+447700900100") });
        return new TwilioVoice(api, new TwilioList(api, TimeProvider.System), settings, services);
    }
}
