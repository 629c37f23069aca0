using System.Net;
using Companion.Bot.SignIn;
using Companion.Bot.Tests.Hosting;
using Companion.Bot.Tests.Pages;
using Companion.Workflows.Workers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace Companion.Bot.Tests.SignIn;

/// <summary>Who may open what.</summary>
public sealed class StaffDoorTests
{
    private static readonly string[] Pages =
    [
        "/console", "/console?cleared=true", "/console/referrals", "/console/referrals/1", "/console/referrals/1/number", "/console/referrals/1/first-contact",
        "/console/appointments", "/console/appointments/1", "/console/groups", "/console/groups/1", "/console/groups/edit", "/console/groups/edit/1",
        "/console/groups/sessions/1", "/console/unfinished", "/console/tasks", "/console/check-ins", "/console/schedule", "/console/schedule?handler=Csv",
        "/console/alerts", "/console/handoffs/1", "/Console/Team", "/console/team/new", "/console/team/1", "/console/on-call", "/outcomes", "/Outcomes/ons4.csv",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_signing_in_every_page_sends_to_the_sign_in_and_streams_answer_401()
    {
        await using var app = await CompanionApp.Start();
        using var client = Client(app);
        foreach (var path in Pages)
        {
            using var answer = await client.GetAsync(path, Cancel);
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{path}: {answer.StatusCode}");
            Assert.StartsWith("/console/sign-in?back=", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
            using var post = await client.PostAsync(path, new FormUrlEncodedContent([]), Cancel);
            Assert.True(post.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.MethodNotAllowed, $"POST {path}: {post.StatusCode}");
        }

        foreach (var path in new[] { "/console/events", "/console/handoffs/1/events" })
        {
            using var answer = await client.GetAsync(path, Cancel);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Every_way_into_the_console_has_a_policy_but_the_sign_in()
    {
        await using var app = await CompanionApp.Start();
        var open = app.Part<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(way => way.RoutePattern.RawText is { } path && (path.StartsWith("console", StringComparison.OrdinalIgnoreCase) || path.StartsWith("/console", StringComparison.OrdinalIgnoreCase)
                || path.TrimStart('/').StartsWith("outcomes", StringComparison.OrdinalIgnoreCase)))
            .Where(way => !way.Metadata.OfType<IAuthorizeData>().Any(rule => rule.Policy is not null))
            .Select(way => way.RoutePattern.RawText!.TrimStart('/'))
            .Distinct();
        Assert.Equal(["console/sign-in"], open);
    }

    [Theory]
    [InlineData(Invented.LinkWorker, 200, 403, 403)]
    [InlineData(Invented.Senior, 200, 403, 403)]
    [InlineData(Invented.Manager, 200, 200, 200)]
    [InlineData(Invented.Commissioner, 403, 403, 200)]
    public async Task Each_role_opens_what_is_its_own(string name, int console, int team, int outcomes)
    {
        await using var app = await CompanionApp.Start();
        using var somebody = await app.SignedIn(name);
        foreach (var path in new[] { "/console", "/console/referrals", "/console/appointments", "/console/groups", "/console/unfinished", "/console/tasks", "/console/check-ins", "/console/schedule", "/console/alerts" })
        {
            Assert.Equal((path, console), (path, await Status(somebody, path)));
        }

        foreach (var path in new[] { "/console/team", "/console/team/new", "/console/on-call" })
        {
            Assert.Equal((path, team), (path, await Status(somebody, path)));
        }

        foreach (var path in new[] { "/outcomes", "/outcomes/ons4.csv" })
        {
            Assert.Equal((path, outcomes), (path, await Status(somebody, path)));
        }

        Assert.Equal(console == 200 ? 404 : 403, await Status(somebody, "/console/handoffs/1/events"));
    }

    [Fact]
    public async Task What_a_role_may_not_open_says_so_kindly()
    {
        await using var app = await CompanionApp.Start();
        using var commissioner = await app.SignedIn(Invented.Commissioner);
        await commissioner.Open("/console");
        Assert.Equal(HttpStatusCode.Forbidden, commissioner.Status);
        Assert.Equal("This page is not for your role", commissioner.Heading);
    }

    [Fact]
    public async Task A_cookie_that_was_changed_or_cut_is_none()
    {
        await using var app = await CompanionApp.Start();
        using var sam = await app.SignedIn(Invented.LinkWorker);
        var whole = sam.Cookies.GetCookies(new Uri(app.Address))[StaffCookie.Name]!.Value;
        using var client = Client(app);
        foreach (var value in new[] { whole[..^5], whole[..20] + (whole[20] == 'A' ? 'B' : 'A') + whole[21..], "x", "" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/console");
            request.Headers.Add("Cookie", $"{StaffCookie.Name}={value}");
            using var answer = await client.SendAsync(request, Cancel);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Whoever_left_the_service_is_out_at_the_next_request_and_sign_out_ends_it_for_the_others()
    {
        await using var app = await CompanionApp.Start();
        using var sam = await app.SignedIn(Invented.LinkWorker);
        using var priya = await app.SignedIn(Invented.Colleague);
        var id = (await app.All<Worker>()).Single(worker => worker.Name == Invented.LinkWorker).Id;
        Assert.Null(await app.Part<WorkerLeaves>().Handle(CompanionApp.Service, id, Cancel));
        await sam.Open("/console");
        Assert.Equal("Sign in", sam.Heading);
        Assert.DoesNotContain(Invented.LinkWorker, sam.Page.Body!.TextContent, StringComparison.Ordinal);

        await priya.Open("/console");
        Assert.Equal("Hand-offs", priya.Heading);
        await priya.SignOut();
        await priya.Open("/console/tasks");
        Assert.Equal("Sign in", priya.Heading);
    }

    [Fact]
    public async Task The_cookie_is_kept_from_scripts_and_other_sites_and_the_way_back_stays_here()
    {
        await using var app = await CompanionApp.Start();
        using var sam = await app.SignedIn(Invented.LinkWorker);
        Assert.True(sam.Cookies.GetCookies(new Uri(app.Address))[StaffCookie.Name]!.HttpOnly);
        var me = (await app.All<Worker>()).First(worker => worker.Name == Invented.LinkWorker);
        foreach (var back in new[] { "https://evil.example/console", "//evil.example", "/\\evil.example", "/console\\evil", "/consolation", "/chat", "javascript:alert(1)", "/console\r\nX: 1" })
        {
            Assert.Equal("/console", WayBack.For(me, back));
        }

        Assert.Equal("/console/tasks?done=true", WayBack.For(me, "/console/tasks?done=true"));
    }

    private static async Task<int> Status(Visitor somebody, string path)
    {
        using var answer = await somebody.Raw(new HttpRequestMessage(HttpMethod.Get, path));
        return (int)answer.StatusCode;
    }

    private static HttpClient Client(CompanionApp app)
    {
        var client = new HttpClient(new HttpClientHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(app.Address) };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }
}
