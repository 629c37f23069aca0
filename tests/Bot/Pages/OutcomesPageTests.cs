using System.Net;
using Companion.Bot.Tests.Dev;
using Companion.Bot.Tests.Hosting;
using Companion.Bot.Tests.LinkWorkers;
using Companion.Tests.Support;
using Companion.Workflows.CheckIns;
using Companion.Workflows.Storage;
using Microsoft.Playwright;
using NodaTime;

namespace Companion.Bot.Tests.Pages;

/// <summary>What managers and commissioners see, in a browser and as a download.</summary>
public sealed class OutcomesPageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private static readonly LocalDate Spring = new(2026, 3, 2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task The_page_has_its_figures_and_charts_and_no_violation(int width)
    {
        await using var app = await CompanionApp.Start();
        await Plant(app);
        var page = await browser.Open(width);
        await app.SignIn(page);
        var wrong = new List<string>();
        page.Console += (_, said) => wrong.AddRange(said.Type is "error" ? [said.Text] : []);
        page.PageError += (_, error) => wrong.Add(error);
        page.Request += (_, request) => wrong.AddRange(request.Url.StartsWith(app.Address, StringComparison.Ordinal) || request.Url.StartsWith("data:", StringComparison.Ordinal) ? [] : [request.Url]);

        await page.GotoAsync(app.Address + "/outcomes");

        var satisfied = await page.Locator("#change-satisfied tbody tr").First.InnerTextAsync();
        Assert.Matches(@"(?s)Week 3.*12.*4\.00.*6\.00.*\+2\.00.*\+2\.00 to \+2\.00", satisfied);
        Assert.Matches(@"(?s)Week 3.*12.*7\.00.*5\.00.*-2\.00", await page.Locator("#change-anxious tbody tr").First.InnerTextAsync());
        var words = await page.Locator("main").InnerTextAsync();
        Assert.Contains("they do not prove that the service caused a change", words, StringComparison.Ordinal);
        Assert.Contains("Day 0 is the day the referral was completed", words, StringComparison.Ordinal);
        Assert.Contains("Week 3: moved to a better band 12, stayed 0, moved to a worse band 0.", words, StringComparison.Ordinal);
        Assert.Contains("No reply: 8", words, StringComparison.Ordinal);
        Assert.Contains("4.00 among those who answered again, and 2.00 among those who did not", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Robin", words, StringComparison.Ordinal);
        Assert.DoesNotContain("RX0", words, StringComparison.Ordinal);
        Assert.Equal(4, await page.Locator("canvas[role=img]").CountAsync());
        await page.GetByText("Week 3: from band to band").First.ClickAsync();
        Assert.Empty(await Axe.Violations(page));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        Assert.Empty(wrong);
        await Screenshots.Take(page, "outcomes", "", width);
    }

    [Fact]
    public async Task Without_JavaScript_the_period_is_chosen_and_the_tables_stand_alone()
    {
        await using var app = await CompanionApp.Start();
        await Plant(app);
        var page = await browser.Open(360, javaScript: false);
        await app.SignIn(page);
        await page.GotoAsync(app.Address + "/outcomes");
        await page.GetByLabel("Day 0 from").FillAsync("2026-03-03");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();

        Assert.Contains("People: 0.", await page.Locator("#people").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("2026-03-03", await page.GetByLabel("Day 0 from").InputValueAsync());
        Assert.Equal(0, await page.Locator("canvas").CountAsync());
        await page.GotoAsync(app.Address + "/outcomes?from=2026-03-02&to=2026-03-02");
        Assert.Contains("People: 20.", await page.Locator("#people").InnerTextAsync(), StringComparison.Ordinal);
        await Screenshots.Take(page, "outcomes", "-plain", 360);
    }

    [Theory]
    [InlineData("from=yesterday", "Write the day as year, month and day")]
    [InlineData("from=2026-04-01&to=2026-03-31", "The last day is before the first")]
    [InlineData("service=<b>", "There is no such service")]
    public async Task What_cannot_be_read_is_told_in_words(string query, string sentence)
    {
        await using var app = await CompanionApp.Start();
        using var manager = await app.SignedIn();

        await manager.Open("/outcomes?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, manager.Status);
        Assert.Contains(sentence, manager.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        using var answer = await manager.Raw(new HttpRequestMessage(HttpMethod.Get, "/outcomes/ons4.csv?" + query));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Three_people_cannot_be_seen_on_the_page_or_in_the_download()
    {
        await using var app = await CompanionApp.Start();
        await Planted.People(app.Part<IStore>(), 201, 3, Spring, new PlantedWave(0, CheckInStatus.Complete, 4, 4, 4, 7), new PlantedWave(3, CheckInStatus.Complete, 6, 6, 6, 5));
        using var manager = await app.SignedIn();

        await manager.Open("/outcomes");
        var file = await (await manager.Raw(new HttpRequestMessage(HttpMethod.Get, "/outcomes/ons4.csv"))).Content.ReadAsStringAsync(Cancel);

        Assert.Contains("People: [c].", manager.Page.QuerySelector("#people")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("6.00", manager.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("sample,ons4,satisfied,higher,3,pairs,,[c]\r\n", file, StringComparison.Ordinal);
        Assert.DoesNotMatch(@",[1-4]\r\n", file);
        Assert.DoesNotContain("6.00", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_download_has_every_figure_of_the_page()
    {
        await using var app = await CompanionApp.Start();
        await Plant(app);
        using var manager = await app.SignedIn();
        await manager.Open("/outcomes?from=2026-03-02");
        using var answer = await manager.Raw(new HttpRequestMessage(HttpMethod.Get, manager.Page.QuerySelector("a[href*='ons4.csv']")!.GetAttribute("href")));

        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancel);
        Assert.NotEqual(0xEF, bytes[0]);
        var lines = System.Text.Encoding.UTF8.GetString(bytes).Split("\r\n");
        Assert.Equal("service,instrument,item,better,week,measure,of,value", lines[0]);
        foreach (var line in new[]
        {
            "sample,ons4,,,,people,,20", "sample,ons4,satisfied,higher,0,baseline,,20", "sample,ons4,satisfied,higher,3,pairs,,12",
            "sample,ons4,satisfied,higher,3,mean_change,,2.00", "sample,ons4,anxious,lower,3,mean_change,,-2.00",
            "sample,ons4,satisfied,higher,3,missing_because,NoReply,8", "sample,ons4,satisfied,higher,3,answered_by,phone,12",
            "sample,ons4,satisfied,higher,3,moved,low to medium,12", "sample,ons4,satisfied,higher,3,mean_before_of_those_without_an_answer,,2.00",
            "sample,ons4,,,,day_zero_from,,2026-03-02",
        })
        {
            Assert.Contains(line, lines);
        }
    }

    private static async Task Plant(CompanionApp app)
    {
        var store = app.Part<IStore>();
        await Planted.People(store, 201, 12, Spring, new PlantedWave(0, CheckInStatus.Complete, 4, 5, 6, 7), new PlantedWave(3, CheckInStatus.Complete, 6, 7, 6, 5) { Mode = "phone" });
        await Planted.People(store, 301, 8, Spring, new PlantedWave(0, CheckInStatus.Complete, 2, 2, 2, 9), new PlantedWave(3, CheckInStatus.Missed) { Reason = "It was not answered to the end." });
    }
}
