using System.Net;
using Companion.Bot.Assets;
using Companion.Bot.Tests.Hosting;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Companion.Bot.Tests.Pages;

public sealed class PageTests
{
    [Fact]
    public async Task The_start_page_says_what_it_is_not_for_and_shows_the_ways_in()
    {
        await using var app = await CompanionApp.Start();
        using var anna = new Visitor(app.Address);

        await anna.Open("/");

        var words = anna.Page.Body!.TextContent;
        Assert.Contains("call 999", words, StringComparison.Ordinal);
        Assert.Contains("07700 900100", words, StringComparison.Ordinal);
        Assert.Contains("01632 960 100", words, StringComparison.Ordinal);
        Assert.StartsWith("/chat", anna.Page.QuerySelector(".nhsuk-button[role=button]")!.GetAttribute("href"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task With_several_services_the_start_page_asks_which()
    {
        await using var app = await CompanionApp.Start(builder =>
        {
            var vale = new ServiceSettings { Name = "Vale Links", NeutralName = "Vale", Number = "+447700900200", Phone = "01632 960 200" };
            Assert.Empty(vale.Prepare("vale"));
            var shire = new ServiceSettings { Name = "Shire Links", NeutralName = "Shire", Number = "+447700900100", Phone = "01632 960 100" };
            Assert.Empty(shire.Prepare("sample"));
            builder.Services.AddSingleton(new ServiceBook(new Dictionary<string, ServiceSettings> { ["sample"] = shire, ["vale"] = vale }));
        });
        using var anna = new Visitor(app.Address);

        await anna.Open("/chat");
        Assert.Equal("Choose your service", anna.Heading);
        await anna.Open("/chat?service=vale");
        await anna.Say("hello");

        Assert.Equal("Hello from Vale Links. What is your name?", anna.Lines[1]);
        await anna.Open("/?service=nobody");
        Assert.Equal(HttpStatusCode.NotFound, anna.Status);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/chat")]
    [InlineData("/nowhere")]
    [InlineData("/assets/companion.css")]
    [InlineData("/health/live")]
    public async Task Every_answer_has_the_security_headers(string path)
    {
        await using var app = await CompanionApp.Start();
        using var anna = new Visitor(app.Address);

        var answer = await anna.Raw(new HttpRequestMessage(HttpMethod.Get, path));

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Assets_are_kept_for_a_year_under_their_version_and_travel_compressed()
    {
        await using var app = await CompanionApp.Start();
        using var anna = new Visitor(app.Address);
        await anna.Open("/");

        foreach (var sheet in anna.Page.QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")!))
        {
            var answer = await anna.Raw(new HttpRequestMessage(HttpMethod.Get, sheet) { Headers = { { "Accept-Encoding", "gzip, br" } } });
            Assert.Equal("public, max-age=31536000, immutable", answer.Headers.GetValues("Cache-Control").Single());
            Assert.Equal("br", answer.Content.Headers.ContentEncoding.Single());
        }
    }

    [Fact]
    public void Style_sheets_ask_nobody_else_for_anything()
    {
        var assets = new PageAssets();
        var sheet = assets.Find("nhsuk.css");
        Companion.Tests.Support.Require.That(sheet is not null, "needs nhsuk-frontend: install Node 20 and npm and build again");

        var css = System.Text.Encoding.UTF8.GetString(sheet!.For("").Bytes);

        Assert.DoesNotContain("//assets", css, StringComparison.Ordinal);
        Assert.DoesNotContain("@font-face", css, StringComparison.Ordinal);
        Assert.DoesNotContain("Frutiger", css, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_of_ours_is_told_kindly_to_people()
    {
        await using var app = await CompanionApp.Start();
        await app.Part<IStore>().Write(
            session =>
            {
                session.Execute("DROP TABLE \"ChatSessions\"");
                return ValueTask.FromResult(true);
            },
            TestContext.Current.CancellationToken);
        using var anna = new Visitor(app.Address);
        anna.Cookies.Add(new Uri(app.Address), new Cookie("companion-chat", app.Part<Companion.Workflows.HandOffs.Links>().Sign(7, "chat")));

        await anna.Open("/chat");

        Assert.Equal(HttpStatusCode.InternalServerError, anna.Status);
        Assert.Equal("Sorry, something went wrong", anna.Heading);
        Assert.DoesNotContain("ChatSessions", anna.Page.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_not_there_says_so()
    {
        await using var app = await CompanionApp.Start();
        using var anna = new Visitor(app.Address);

        await anna.Open("/nowhere");

        Assert.Equal(HttpStatusCode.NotFound, anna.Status);
        Assert.Equal("We cannot find this page", anna.Heading);
    }

    [Fact]
    public async Task A_form_made_by_one_Companion_is_taken_by_another_with_the_same_key()
    {
        await using var one = await CompanionApp.Start(null, "--Links:Key=a key of at least thirty-two characters");
        await using var other = await CompanionApp.Start(null, "--Links:Key=a key of at least thirty-two characters");
        using var anna = new Visitor(one.Address);
        await anna.Open("/chat");
        using var elsewhere = new Visitor(other.Address);
        foreach (Cookie cookie in anna.Cookies.GetAllCookies())
        {
            elsewhere.Cookies.Add(new Uri(other.Address), new Cookie(cookie.Name, cookie.Value));
        }

        var answer = await elsewhere.Raw(new HttpRequestMessage(HttpMethod.Post, "/chat") { Content = anna.Form(("Words", "hello")) });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single(await other.All<Companion.Workflows.Conversations.InboundMessage>());
    }
}
