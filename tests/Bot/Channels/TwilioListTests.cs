using Companion.Workflows.Sending;
using NodaTime;

namespace Companion.Bot.Tests.Channels;

public sealed class TwilioListTests : IAsyncLifetime
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 10, 12, 0);

    private FakeTwilio twilio = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => twilio = await FakeTwilio.Start();

    public ValueTask DisposeAsync() => twilio.DisposeAsync();

    [Fact]
    public async Task Asked_what_became_of_a_text_it_finds_the_one_nobody_else_has()
    {
        var sms = TwilioSmsTests.Sms(twilio);
        var made = Now.ToDateTimeOffset();
        var earlier = twilio.Hold(Fields("Hello"), made.AddSeconds(1));
        var other = twilio.Hold(Fields("Goodbye"), made.AddSeconds(2));
        var ours = twilio.Hold(Fields("Hello"), made.AddSeconds(3), status: "sent");
        twilio.Hold(Fields("Hello"), made.AddDays(-3));
        twilio.Hold(Fields("Hello"), made.AddSeconds(4), direction: "inbound");

        var found = await sms.Ask(TwilioSmsTests.Row(), new HashSet<string> { earlier.Sid, other.Sid }, Cancel);

        Assert.Equal(new Delivery.Taken(ours.Sid, SendStatus.Sent), found);
        var request = Assert.Single(twilio.Requests);
        var spec = new OpenApi();
        Assert.Empty(spec.Query(request.Path, request.Query));
        Assert.Empty(spec.Answer(request.Path, "get", request.Status, request.Answer));
    }

    [Fact]
    public async Task A_text_that_failed_there_is_found_with_its_reason()
    {
        var item = twilio.Hold(Fields("Hello"), Now.ToDateTimeOffset(), status: "undelivered");
        item.ErrorCode = 30003;

        Assert.Equal(
            new Delivery.Refused(30003, "The phone could not be reached: off, out of range, or gone.") { ProviderId = item.Sid },
            await TwilioSmsTests.Sms(twilio).Ask(TwilioSmsTests.Row(), new HashSet<string>(), Cancel));
    }

    [Fact]
    public async Task When_the_whole_list_lacks_it_Twilio_never_got_it()
    {
        twilio.PageSize = 2;
        for (var at = 0; at < 5; at++)
        {
            twilio.Hold(Fields("Goodbye"), Now.ToDateTimeOffset().AddSeconds(at));
        }

        Assert.IsType<Delivery.NotNow>(await TwilioSmsTests.Sms(twilio).Ask(TwilioSmsTests.Row(), new HashSet<string>(), Cancel));
        Assert.Equal(3, twilio.Requests.Count);
    }

    [Fact]
    public async Task The_list_is_read_no_further_than_the_text_is_old()
    {
        twilio.PageSize = 2;
        for (var at = 0; at < 9; at++)
        {
            twilio.Hold(Fields("Hello"), Now.ToDateTimeOffset().AddDays(-at - 1));
        }

        Assert.IsType<Delivery.NotNow>(await TwilioSmsTests.Sms(twilio).Ask(TwilioSmsTests.Row(), new HashSet<string>(), Cancel));
        Assert.Single(twilio.Requests);
    }

    [Fact]
    public async Task A_list_that_cannot_be_had_says_nothing()
    {
        Enumerable.Repeat(Fault.ServerError, 3).ToList().ForEach(twilio.Faults.Enqueue);

        Assert.Null(await TwilioSmsTests.Sms(twilio).Ask(TwilioSmsTests.Row(), new HashSet<string>(), Cancel));
    }

    [Fact]
    public async Task Only_reading_is_tried_again()
    {
        twilio.Faults.Enqueue(Fault.TooMany);
        var ours = twilio.Hold(Fields("Hello"), Now.ToDateTimeOffset());

        Assert.Equal(new Delivery.Taken(ours.Sid, SendStatus.Delivered), await TwilioSmsTests.Sms(twilio).Ask(TwilioSmsTests.Row(), new HashSet<string>(), Cancel));
    }

    private static Dictionary<string, string> Fields(string body) => new() { ["To"] = "+447700900123", ["Body"] = body };
}
