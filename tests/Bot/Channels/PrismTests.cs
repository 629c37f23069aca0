using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Companion.Bot.Channels.Twilio;
using Companion.Tests.Support;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using NodaTime;

namespace Companion.Bot.Tests.Channels;

/// <summary>
/// Both directions validated by Prism against Twilio's OpenAPI. Run only when asked for: install <c>@stoplight/prism-cli</c> 5.14.2
/// somewhere, name that folder in COMPANION_PRISM, and run this test by its name with explicit tests on.
/// </summary>
public sealed class PrismTests
{
    [Fact(Explicit = true)]
    public async Task What_we_send_and_what_the_fake_answers_pass_through_Prism()
    {
        var folder = Environment.GetEnvironmentVariable("COMPANION_PRISM");
        Require.That(folder is not null, "needs COMPANION_PRISM");
        var spec = Require.Shared("clients", "twilio", "twilio-messages-openapi.strict.json");
        await using var twilio = await FakeTwilio.Start();
        var port = FreePort();
        using var prism = Process.Start(new ProcessStartInfo(
            "node",
            [
                Path.Combine(folder!, "node_modules/@stoplight/prism-cli/dist/index.js"), "proxy", "-h", "127.0.0.1",
                "-p", port.ToString(CultureInfo.InvariantCulture), "--errors", spec, twilio.Address,
            ])
        {
            UseShellExecute = false,
        })!;
        try
        {
            var (sms, row) = (Sms($"http://127.0.0.1:{port}"), TwilioSmsTests.Row(words: "Café £5 & more"));
            await Listening(port);

            var taken = Assert.IsType<Delivery.Taken>(await sms.Carry(row, TestContext.Current.CancellationToken));
            row.CreatedAt = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());

            Assert.Equal(taken, await sms.Ask(row, new HashSet<string>(), TestContext.Current.CancellationToken));
            twilio.Faults.Enqueue(Fault.OptedOut);
            Assert.Equal(21610, Assert.IsType<Delivery.Refused>(await sms.Carry(row, TestContext.Current.CancellationToken)).Code);
        }
        finally
        {
            prism.Kill();
        }
    }

    private static TwilioSms Sms(string address)
    {
        var settings = new TwilioSettings
        {
            AccountSid = FakeTwilio.Account,
            AuthToken = FakeTwilio.Token,
            From = "+447700900100",
            ApiBase = address,
            PublicUrl = "https://companion.example",
        };
        var api = new TwilioApi(new HttpClient(), settings);
        var book = new ServiceBook(new Dictionary<string, ServiceSettings> { ["shire"] = TwilioSmsTests.Service("shire", "+447700900100") });
        return new TwilioSms(api, new TwilioList(api, TimeProvider.System), settings, book, new StandingClock(Instant.FromUtc(2026, 3, 10, 12, 0)));
    }

    private static async Task Listening(int port)
    {
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, TestContext.Current.CancellationToken);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
