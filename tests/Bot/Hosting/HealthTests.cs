using System.Net;
using System.Text.Json;
using Companion.Bot.Channels;
using Companion.Bot.Tests.Channels;
using Companion.Workflows.Sending;

namespace Companion.Bot.Tests.Hosting;

public sealed class HealthTests
{
    private static readonly Delivery Failed = new Delivery.NotNow("Nobody answers.");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_provider_that_takes_nothing_is_told_of_and_forgotten_once_it_takes_again()
    {
        await using var twilio = await FakeTwilio.Start();
        await using var app = await CompanionApp.Start(null, Configured(twilio));
        Assert.Equal("""{"status":"ready"}""", await Ready(app));

        for (var fault = 0; fault < ProviderHealth.TroubleAfter; fault++)
        {
            twilio.Faults.Enqueue(Fault.Unauthorised);
        }

        foreach (var number in new[] { "+447700900001", "+447700900002", "+447700900003" })
        {
            await app.Text(number, "hello");
        }

        var degraded = await Until(app, "degraded");
        Assert.StartsWith("Twilio has taken none of the last 3 messages", degraded.GetProperty("reasons")[0].GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("7700", degraded.ToString(), StringComparison.Ordinal);
        await Until(app, "ready"); // what waited was tried again, and taken
    }

    [Fact]
    public async Task A_mail_server_that_cannot_be_reached_is_told_of()
    {
        await using var app = await CompanionApp.Start(null, "--Email:Smtp=127.0.0.1:9", "--Email:From=companion@companion.example");
        var mail = app.Part<IEnumerable<ICarrier>>().First(carrier => carrier.Carries(Workflows.People.Channel.Email));
        for (var attempt = 0; attempt < ProviderHealth.TroubleAfter; attempt++)
        {
            await mail.Carry(TwilioSmsTests.Row("sam@example.org", channel: Workflows.People.Channel.Email), Cancel);
        }

        Assert.Contains("E-mail has taken none of the last 3 messages", await Ready(app), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_failures_are_a_hiccup_and_old_ones_say_nothing()
    {
        var time = new StandingTime();
        var health = new ProviderHealth(time);
        health.Tell("Twilio", Failed);
        health.Tell("Twilio", Failed);
        Assert.Empty(health.Reasons());

        time.Now += TimeSpan.FromMinutes(4);
        health.Tell("Twilio", Failed);
        Assert.Equal(["Twilio has taken none of the last 3 messages, for 4 minutes."], health.Reasons());

        time.Now += ProviderHealth.Lately + TimeSpan.FromSeconds(1);
        Assert.Empty(health.Reasons());
        health.Tell("Twilio", Failed);
        Assert.Empty(health.Reasons()); // counted from anew
    }

    [Fact]
    public void A_refusal_is_about_its_message_and_one_provider_says_nothing_of_another()
    {
        var health = new ProviderHealth(new StandingTime());
        for (var at = 0; at < ProviderHealth.TroubleAfter; at++)
        {
            health.Tell("Twilio", new Delivery.Refused(21635, "It is a landline: phone."));
            health.Tell("E-mail", new Delivery.Unclear("The mail server did not answer in time."));
        }

        health.Tell("Twilio", new Delivery.Taken("SM1"));

        Assert.StartsWith("E-mail", Assert.Single(health.Reasons()), StringComparison.Ordinal);
    }

    private static string[] Configured(FakeTwilio twilio) =>
    [
        $"--Twilio:AccountSid={FakeTwilio.Account}", $"--Twilio:AuthToken={FakeTwilio.Token}", "--Twilio:From=+447700900100",
        $"--Twilio:ApiBase={twilio.Address}", "--Twilio:PublicUrl=https://companion.example", "--Twilio:MessagesPerSecond=100",
    ];

    private static async Task<string> Ready(CompanionApp app)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(app.Address + "/health/ready"), Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    private static async Task<JsonElement> Until(CompanionApp app, string status)
    {
        for (var look = 0; look < 200; look++)
        {
            var answer = JsonDocument.Parse(await Ready(app)).RootElement;
            if (answer.GetProperty("status").GetString() == status)
            {
                return answer;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Cancel);
        }

        throw new TimeoutException($"It was never {status}.");
    }

    private sealed class StandingTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
