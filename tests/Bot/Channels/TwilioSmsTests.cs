using System.Text;
using Companion.Bot.Channels.Twilio;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using NodaTime;

namespace Companion.Bot.Tests.Channels;

public sealed class TwilioSmsTests : IAsyncLifetime
{
    private const string Path = $"/2010-04-01/Accounts/{FakeTwilio.Account}/Messages.json";
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 10, 12, 0);

    private FakeTwilio twilio = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => twilio = await FakeTwilio.Start();

    public ValueTask DisposeAsync() => twilio.DisposeAsync();

    [Fact]
    public async Task A_text_is_one_request_exactly_as_Twilio_describes_it()
    {
        var delivery = await Sms(twilio).Carry(Row(words: "Café £5 & more"), Cancel);

        Assert.Equal(new Delivery.Taken("SM00000000000000000000000000000001"), delivery);
        var request = Assert.Single(twilio.Requests);
        Assert.Equal("POST", request.Method);
        Assert.Equal(Path, request.Path);
        Assert.Equal("", request.Query);
        Assert.Equal("application/x-www-form-urlencoded", request.ContentType);
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(FakeTwilio.Account + ":" + FakeTwilio.Token)), request.Authorization);
        Assert.Equal(
            "To=%2B447700900123&From=%2B447700900100&Body=Caf%C3%A9+%C2%A35+%26+more"
            + "&StatusCallback=https%3A%2F%2Fcompanion.example%2Fsms%2Fstatus%3Fm%3D77&ValidityPeriod=3600",
            request.Body);
        var spec = new OpenApi();
        Assert.Empty(spec.Form(request.Path, request.Body));
        Assert.Empty(spec.Answer(request.Path, "post", request.Status, request.Answer));
    }

    [Fact]
    public async Task With_a_messaging_service_its_sid_goes_instead_of_a_number()
    {
        await Sms(twilio, settings => settings.MessagingServiceSid = "MG00000000000000000000000000000001").Carry(Row(), Cancel);

        var request = Assert.Single(twilio.Requests);
        Assert.Contains("MessagingServiceSid=MG00000000000000000000000000000001", request.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("From=", request.Body, StringComparison.Ordinal);
        Assert.Empty(new OpenApi().Form(request.Path, request.Body));
    }

    [Fact]
    public async Task With_several_services_each_texts_from_its_own_number()
    {
        await Sms(twilio, services: [Service("shire", "+447700900100"), Service("vale", "+447700900200")]).Carry(Row(service: "vale"), Cancel);

        Assert.Contains("From=%2B447700900200", Assert.Single(twilio.Requests).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatsapp_is_answered_from_whatsapp()
    {
        await Sms(twilio).Carry(Row(to: "whatsapp:+447700900123"), Cancel);

        var request = Assert.Single(twilio.Requests);
        Assert.StartsWith("To=whatsapp%3A%2B447700900123&From=whatsapp%3A%2B447700900100&", request.Body, StringComparison.Ordinal);
        Assert.Empty(new OpenApi().Form(request.Path, request.Body));
    }

    [Theory]
    [InlineData(-5, 1)]
    [InlineData(30, 30)]
    [InlineData(100_000, 36_000)]
    public async Task A_text_waits_at_Twilio_no_longer_than_it_is_of_use(int seconds, int validity)
    {
        var row = Row();
        row.ExpiresAt = Now + Duration.FromSeconds(seconds);

        await Sms(twilio).Carry(row, Cancel);

        var request = Assert.Single(twilio.Requests);
        Assert.EndsWith($"&ValidityPeriod={validity}", request.Body, StringComparison.Ordinal);
        Assert.Empty(new OpenApi().Form(request.Path, request.Body));
    }

    [Fact]
    public async Task Each_way_it_can_go_wrong_is_an_outcome()
    {
        var sms = Sms(twilio);
        var expected = new Dictionary<Fault, Delivery>
        {
            [Fault.OptedOut] = new Delivery.Refused(21610, "The person texted STOP: Twilio blocks our texts until they text START."),
            [Fault.Landline] = new Delivery.Refused(21635, "It is a landline: phone."),
            [Fault.UnknownCode] = new Delivery.Refused(29999, "Twilio refused it with code 29999."),
            [Fault.TooMany] = new Delivery.NotNow("Twilio takes no more just now.", Duration.FromSeconds(7)),
            [Fault.Unauthorised] = new Delivery.NotNow("Twilio does not accept our account or token."),
            [Fault.ServerError] = new Delivery.Unclear("Twilio answered with HTTP status 503."),
            [Fault.ServerErrorAfterTaking] = new Delivery.Unclear("Twilio answered with HTTP status 500."),
            [Fault.BrokenAnswerAfterTaking] = new Delivery.Unclear("Twilio's answer could not be read."),
            [Fault.CutAfterTaking] = new Delivery.Unclear("The connection to Twilio broke before it answered."),
            [Fault.CutBeforeTaking] = new Delivery.Unclear("The connection to Twilio broke before it answered."),
        };
        foreach (var (fault, delivery) in expected)
        {
            twilio.Faults.Enqueue(fault);
            Assert.Equal(delivery, await sms.Carry(Row(), Cancel));
        }

        Assert.Equal(3, twilio.Messages.Count); // no create was ever repeated
    }

    [Fact]
    public async Task A_timeout_after_the_request_left_is_unclear()
    {
        twilio.Faults.Enqueue(Fault.SilentAfterTaking);

        var delivery = await Sms(twilio, timeout: TimeSpan.FromMilliseconds(300)).Carry(Row(), Cancel);

        Assert.IsType<Delivery.Unclear>(delivery);
        Assert.Single(twilio.Messages);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9")] // nobody listens there
    [InlineData("http://no-such-host.invalid")]
    public async Task Without_a_connection_it_was_certainly_not_taken(string address) =>
        Assert.IsType<Delivery.NotNow>(await Sms(twilio, settings => settings.ApiBase = address).Carry(Row(), Cancel));

    internal static OutboundMessage Row(string to = "+447700900123", string words = "Hello", string service = "shire", Channel channel = Channel.Sms) => new()
    {
        Id = 77,
        ServiceId = service,
        Channel = channel,
        To = to,
        Class = SendClass.Reply,
        SendKey = "test",
        TextKey = "test",
        Words = words,
        CreatedAt = Now,
        DueAt = Now,
        ExpiresAt = Now + Duration.FromHours(1),
        Status = SendStatus.Sending,
    };

    internal static ServiceSettings Service(string key, string number)
    {
        var service = new ServiceSettings
        {
            Name = "Shire Social Prescribing",
            NeutralName = "Shire Links",
            Number = number,
            Phone = "01632 960 100",
            OnCall = new() { ["1"] = new OnCallSettings { Name = "Sam", Text = "+447700900901" } },
        };
        Assert.Empty(service.Prepare(key));
        return service;
    }

    internal static TwilioSms Sms(FakeTwilio twilio, Action<TwilioSettings>? configure = null, TimeSpan? timeout = null, params ServiceSettings[] services)
    {
        var settings = new TwilioSettings
        {
            AccountSid = FakeTwilio.Account,
            AuthToken = FakeTwilio.Token,
            From = "+447700900100",
            ApiBase = twilio.Address,
            PublicUrl = "https://companion.example",
        };
        configure?.Invoke(settings);
        var api = new TwilioApi(new HttpClient { Timeout = timeout ?? TwilioApi.Timeout }, settings);
        var book = new ServiceBook((services.Length > 0 ? services : [Service("shire", "+447700900100")]).ToDictionary(service => service.Key));
        return new TwilioSms(api, new TwilioList(api, TimeProvider.System), settings, book, new StandingClock(Now));
    }
}
