using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Companion.Bot.Tests.Hosting;
using Companion.Tests.Support;
using Companion.Workflows.StaffRooms;

namespace Companion.Bot.Tests.Teams;

public sealed class PlaygroundReplayTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_recorded_request_of_a_real_client_is_answered_as_the_protocol_asks()
    {
        var recorded = JsonNode.Parse(await File.ReadAllTextAsync(Require.Shared("clients", "teams", "playground-requests.json"), Cancel))!.AsArray();
        await using var app = await CompanionApp.Start();
        await using var connector = await FakeConnector.Start(); // which knows nobody; were there none, everybody would be looked up again and again
        using var http = new HttpClient { BaseAddress = new Uri(app.Address) };
        var sent = 0;
        foreach (var request in recorded.Where(one => (string?)one!["dir"] == "playground->bot"))
        {
            using var call = new HttpRequestMessage(new HttpMethod((string)request!["method"]!), (string?)request["url"]);
            if (request["body"] is JsonObject body)
            {
                body["serviceUrl"] = connector.ServiceUrl;
                call.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
            }

            using var answer = await http.SendAsync(call, Cancel);
            var expected = request["body"] is not JsonObject said ? HttpStatusCode.OK
                : (string?)said["type"] == "invoke" ? HttpStatusCode.OK
                : HttpStatusCode.Accepted;
            Assert.Equal(expected, answer.StatusCode);
            sent++;
        }

        Assert.InRange(sent, 20, 36);
        for (var tries = 0; tries < 200 && (await app.All<StaffActivity>()).Exists(one => one.DoneAt is null); tries++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancel);
        }

        Assert.All(await app.All<StaffActivity>(), one => Assert.NotEqual(SettleActivity.Failed, one.Outcome ?? SettleActivity.Failed));
    }

    [Fact]
    public async Task Without_an_app_only_this_machine_itself_is_let_in_and_only_for_a_connector_on_it()
    {
        await using var app = await CompanionApp.Start();
        using var http = new HttpClient { BaseAddress = new Uri(app.Address) };
        Assert.Equal(HttpStatusCode.Accepted, await Post("http://localhost:1/_connector"));
        Assert.Equal(HttpStatusCode.Forbidden, await Post("https://evil.example/"));
        http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        Assert.Equal(HttpStatusCode.Forbidden, await Post("http://localhost:1/_connector"));
        http.DefaultRequestHeaders.Remove("X-Forwarded-For");
        http.DefaultRequestHeaders.Host = "companion.example";
        Assert.Equal(HttpStatusCode.Forbidden, await Post("http://localhost:1/_connector"));

        async Task<HttpStatusCode> Post(string serviceUrl)
        {
            var activity = new JsonObject { ["type"] = "typing", ["id"] = "1", ["channelId"] = "msteams", ["serviceUrl"] = serviceUrl, ["conversation"] = new JsonObject { ["id"] = "c" } };
            using var body = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync("/api/messages", body, Cancel);
            return answer.StatusCode;
        }
    }
}
