using System.Net;
using Companion.Bot.Dev;
using Companion.Bot.Hosting;
using Companion.Bot.Tests.Hosting;
using Companion.Workflows.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Companion.Bot.Tests.Dev;

public sealed class DevGateTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    public async Task The_simulator_opens_on_this_machine_by_each_of_its_names(string name)
    {
        await using var app = await CompanionApp.Start();
        Assert.Equal(HttpStatusCode.OK, await Status(app.Address, "/dev", host: $"{name}:{new Uri(app.Address).Port}"));
    }

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("X-Forwarded-Host")]
    [InlineData("x-forwarded-proto")]
    [InlineData("X-Original-Host")]
    [InlineData("X-Real-IP")]
    [InlineData("Forwarded")]
    [InlineData("Via")]
    public async Task Nothing_is_there_for_what_was_forwarded(string header)
    {
        await using var app = await CompanionApp.Start();
        Assert.Equal(HttpStatusCode.NotFound, await Status(app.Address, "/dev", header: header));
        Assert.Equal(HttpStatusCode.NotFound, await Status(app.Address, "/DEV/phones?phone=07700900001", header: header));
    }

    [Theory]
    [InlineData("companion.example")]
    [InlineData("localhost.companion.example")]
    [InlineData("127.0.0.1:1")]
    [InlineData("localhost")]
    public async Task Nothing_is_there_for_another_host_or_port(string host)
    {
        await using var app = await CompanionApp.Start();
        Assert.Equal(HttpStatusCode.NotFound, await Status(app.Address, "/dev", host));
    }

    [Theory]
    [InlineData("10.0.0.7", false)]
    [InlineData("203.0.113.9", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    public void Only_this_machine_is_let_in(string remote, bool isLetIn)
    {
        var http = new DefaultHttpContext();
        (http.Connection.RemoteIpAddress, http.Connection.LocalPort) = (IPAddress.Parse(remote), 5080);
        http.Request.Host = new HostString("localhost", 5080);
        Assert.Equal(isLetIn, DevGate.IsFromHere(http));
    }

    [Fact]
    public async Task In_Production_there_is_no_simulator_and_the_console_is_shut()
    {
        var folder = Directory.CreateTempSubdirectory("companion-production-").FullName;
        string[] args =
        [
            "--Urls=http://127.0.0.1:0", $"--Storage:Folder={folder}", $"--Links:Key={new string('k', 40)}", "--Links:BaseUrl=https://companion.example",
            $"--Twilio:AccountSid=AC{new string('0', 32)}", "--Twilio:AuthToken=a-token-for-tests", "--Twilio:From=+447700900456",
            "--Twilio:PublicUrl=https://companion.example", "--Email:Smtp=127.0.0.1:9", "--Email:From=companion@companion.example",
        ];
        await using (var app = Serve.Build(args, environment: Environments.Production))
        {
            await app.Services.GetRequiredService<IStore>().Migrate(Cancel);
            await app.StartAsync(Cancel);
            var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
            foreach (var path in new[] { "/dev", "/dev/phones", "/dev/outbox", "/dev/clock", "/console", "/Console/referrals", "/console/handoffs/1", "/outcomes", "/Outcomes/ons4.csv" })
            {
                Assert.Equal(HttpStatusCode.NotFound, await Status(address, path));
            }

            Assert.Equal(HttpStatusCode.OK, await Status(address, "/health/live"));
            Assert.Null(app.Services.GetService<SimulatedPhones>());
            await app.StopAsync(Cancel);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<HttpStatusCode> Status(string address, string path, string? host = null, string? header = null)
    {
        using var client = new HttpClient(new HttpClientHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, address + path);
        request.Headers.Host = host;
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation(header, "203.0.113.9");
        }

        using var answer = await client.SendAsync(request, Cancel);
        return answer.StatusCode;
    }
}
