using System.Net;
using System.Text.Json.Nodes;
using Companion.Workflows.StaffRooms;

namespace Companion.Bot.Tests.Teams;

public sealed class TokenTests
{
    [Fact]
    public async Task A_genuine_token_is_let_in_and_what_it_brings_is_stored_once()
    {
        await using var rig = await TeamsRig.Start();
        var activity = rig.Activity("typing", "a:1", "29:1", "e1");

        Assert.Equal(HttpStatusCode.Accepted, (await rig.Send(activity)).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await rig.Send(activity)).StatusCode);

        await rig.Rest();
        var kept = Assert.Single(await rig.App.All<StaffActivity>());
        Assert.Equal("Nothing", kept.Outcome);
        Assert.Empty(kept.Body);
    }

    [Fact]
    public async Task Whatever_is_wrong_with_a_token_nothing_enters_and_nothing_is_stored()
    {
        await using var rig = await TeamsRig.Start();
        var (mint, url) = (rig.Teams.Mint, rig.Teams.ServiceUrl);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var wrong = new Dictionary<string, string?>
        {
            ["none"] = null,
            ["no token at all"] = "nonsense",
            ["audience"] = mint.Token(url, claims => claims["aud"] = "33333333-0000-4000-8000-000000000000"),
            ["issuer"] = mint.Token(url, claims => claims["iss"] = "https://sts.windows.net/11111111-1111-4111-8111-111111111111/"),
            ["key"] = mint.Forged(url),
            ["unknown key"] = mint.Token(url, kid: "another"),
            ["expired"] = mint.Token(url, claims => claims["exp"] = now - 301),
            ["not yet valid"] = mint.Token(url, claims => claims["nbf"] = now + 600),
            ["without an end"] = mint.Token(url, claims => claims.Remove("exp")),
            ["alg none"] = mint.Token(url, alg: "none"),
            ["HS256 with the public key"] = mint.Token(url, alg: "HS256"),
            ["serviceUrl of another host"] = mint.Token("https://smba.trafficmanager.net/uk/"),
            ["without serviceUrl"] = mint.Token(url, claims => claims.Remove("serviceurl")),
            ["missing endorsements"] = mint.Token(url, kid: "bare"),
        };
        foreach (var (what, token) in wrong)
        {
            var status = (await rig.Send(rig.Activity("message", "a:1", "29:1", "e1"), token)).StatusCode;
            Assert.True(status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, $"{what}: {status}");
        }

        Assert.Empty(await rig.App.All<StaffActivity>());
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("http://127.0.0.1.evil.example/")]
    [InlineData("https://user@127.0.0.1/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    public async Task A_connector_that_is_not_allowed_is_refused_whatever_the_token_says(string serviceUrl)
    {
        await using var rig = await TeamsRig.Start();
        var activity = rig.Activity("message", "a:1", "29:1", "e1", changed => changed["serviceUrl"] = serviceUrl);

        var status = (await rig.Send(activity, rig.Teams.Mint.Token(serviceUrl))).StatusCode;

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Empty(await rig.App.All<StaffActivity>());
    }

    [Fact]
    public async Task A_key_vouches_only_for_the_channels_it_names()
    {
        await using var rig = await TeamsRig.Start();
        Assert.Equal(HttpStatusCode.Forbidden, (await rig.Send(rig.Activity("message", "a:1", "29:1", "e1", changed => changed["channelId"] = "directline"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await rig.Send(rig.Activity("message", "a:1", "29:1", "e1", changed => changed.Remove("channelId")))).StatusCode);
        Assert.Empty(await rig.App.All<StaffActivity>());
    }

    [Fact]
    public async Task Whoever_is_somebody_on_another_channel_is_nobody_here()
    {
        await using var rig = await TeamsRig.Start();
        var sam = await rig.Employ("Sam Okoye", inTeams: false);
        await rig.Send(rig.Personal(sam, "message", changed => (changed["channelId"], changed["text"]) = ("webchat", "hello")));
        await rig.Send(rig.Personal(sam, "message", changed => changed["channelData"]!["tenant"]!["id"] = "99999999-9999-4999-8999-999999999999"));
        await rig.Rest();
        Assert.Empty(await rig.App.All<StaffRoom>());
        Assert.Empty(rig.Teams.Posts);
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_and_what_is_too_large_is_not_read()
    {
        await using var rig = await TeamsRig.Start();
        var token = rig.Teams.Mint.Token(rig.Teams.ServiceUrl);
        foreach (var body in new[] { "", "{", "[]", "null", "{\"type\":5}", "{\"type\":\"message\"}", "{\"type\":\"message\",\"conversation\":{\"id\":\"\"}}", "{\"type\":\"message\",\"text\":\"\\ud800\",\"conversation\":{\"id\":\"a\"}}" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await rig.SendBody(body, token)).StatusCode);
        }

        var large = rig.Activity("message", "a:1", "29:1", "e1", changed => changed["text"] = new string('x', 300_000));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await rig.Send(large)).StatusCode);
        Assert.Empty(await rig.App.All<StaffActivity>());
    }

    [Fact]
    public async Task A_busy_hour_of_strangers_does_not_wear_out_the_keys()
    {
        await using var rig = await TeamsRig.Start();
        var wrong = rig.Teams.Mint.Token(rig.Teams.ServiceUrl, kid: "another");
        for (var call = 0; call < 20; call++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await rig.Send(new JsonObject { ["type"] = "message" }, wrong)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Accepted, (await rig.Send(rig.Activity("typing", "a:1", "29:1", "e1"))).StatusCode);
    }
}
