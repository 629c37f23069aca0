using System.Net;
using Companion.Bot.Dev;
using Companion.Bot.Tests.Hosting;
using Companion.Tests.Support;
using Companion.Workflows.HandOffs;
using NodaTime;

namespace Companion.Bot.Tests.LinkWorkers;

public sealed class PostgresPagesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_of_the_console_and_the_simulator_reads_PostgreSQL_as_well()
    {
        await using var app = await CompanionApp.Start(
            settings: ["--Storage:Provider=PostgreSql", $"--Storage:ConnectionString={PostgresServer.NewDatabase()}"]);
        app.Part<SimulatedPhones>().Fault = PhoneFault.Refuses;
        await app.Text("+447700900001", "i want to kill myself");
        await app.Part<MoveClock>().By(Duration.FromMinutes(20), Cancel);
        var handOff = (await app.All<HandOff>()).Single();
        using var client = new HttpClient(new HttpClientHandler { UseProxy = false });
        string[] paths =
        [
            "/console", "/console?cleared=true", $"/console/handoffs/{handOff.Id}", "/console/referrals", "/console/unfinished", "/console/tasks",
            "/console/tasks?done=true", "/console/alerts", "/console/schedule", "/console/schedule?handler=Csv", "/dev", "/dev/phones?phone=07700900001", "/dev/outbox", "/dev/outbox?status=Refused&page=2",
            "/dev/oncall", "/dev/faults",
        ];
        foreach (var path in paths)
        {
            using var answer = await client.GetAsync(app.Address + path, Cancel);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        }
    }
}
