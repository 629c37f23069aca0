using Companion.Bot.Tests.Dev;
using Companion.Bot.Tests.Hosting;
using Companion.Tests.Support;
using Companion.Workflows.OnCall;
using Companion.Workflows.Settings;
using Companion.Workflows.Workers;
using Microsoft.Playwright;

namespace Companion.Bot.Tests.LinkWorkers;

/// <summary>A manager enters workers, leave and the on-call list.</summary>
public sealed class TeamJourneys(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task A_manager_enters_somebody_who_is_away_next_week_without_JavaScript_on_a_small_phone()
    {
        await using var app = await CompanionApp.Start();
        var page = await browser.Open(360, javaScript: false);
        await app.SignIn(page);
        await page.GotoAsync(app.Address + "/console/team/new");
        await page.GetByLabel("Name, as colleagues know them").FillAsync("Mo Hill");
        await page.GetByLabel("Name, as people read it").FillAsync("Mo");
        await page.Locator("#email").FillAsync("mo.hill@example.org");
        await page.GetByLabel("Money").CheckAsync();
        await page.Locator("#hours").FillAsync("weekdays");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep this" }).ClickAsync();
        Assert.Contains("'weekdays' does not begin with days", await page.Locator("#hours-wrong").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await page.GetByLabel("Money").IsCheckedAsync());

        await page.Locator("#hours").FillAsync("Mon-Fri 09:00-12:30, 13:30-17:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep this" }).ClickAsync();
        Assert.Contains("Mo Hill", await page.Locator("#team").InnerTextAsync(), StringComparison.Ordinal);
        var mo = (await app.All<Worker>()).Single(worker => worker.Name == "Mo Hill");
        Assert.Equal(("money", "Mo"), (mo.Skills, mo.ShownName));

        await page.GotoAsync($"{app.Address}/console/team/{mo.Id}");
        await page.Locator("#from").FillAsync("2031-05-05");
        await page.Locator("#to").FillAsync("2031-05-09");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write leave down" }).ClickAsync();
        Assert.Contains("5 May 2031 to 9 May 2031", await page.Locator("#leaves").InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Take back" }).ClickAsync();
        Assert.Empty(await app.All<Leave>());

        await page.GetByRole(AriaRole.Button, new() { Name = "They have left" }).ClickAsync();
        Assert.DoesNotContain("Mo Hill", await page.Locator("#team").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_on_call_list_is_kept_whole_and_one_with_a_hole_is_refused()
    {
        await using var app = await CompanionApp.Start();
        using var manager = await app.SignedIn();
        await manager.Open("/console/on-call");
        Assert.Contains("These are configured", manager.Page.Body!.TextContent, StringComparison.Ordinal);
        await manager.Submit(("0-name", "Priya Nair"), ("0-text", "07700 900601"), ("0-call", ""), ("0-email", ""), ("0-hours", "Mon-Fri 09:00-17:00"));
        Assert.Contains("nobody would be on call on Monday at 00:00", manager.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await app.All<OnCallPerson>());

        await manager.Submit(("0-name", "Priya Nair"), ("0-text", "07700 900601"), ("0-call", ""), ("0-email", ""), ("0-hours", "always"), ("1-name", ""));
        Assert.Contains("The list is kept", manager.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("+447700900601", app.Part<ServiceBook>().Of(CompanionApp.Service).WhoIsOnCall.Single().Text);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task No_page_about_the_team_or_to_sign_in_has_a_violation(int width)
    {
        await using var app = await CompanionApp.Start();
        var page = await browser.Open(width);
        await page.GotoAsync(app.Address + "/console/sign-in?problem=unknown");
        await Check(page, "sign-in", width);
        await app.SignIn(page);
        var sam = (await app.All<Worker>()).First().Id;
        foreach (var path in new[] { "/console/team", "/console/team/new", $"/console/team/{sam}", "/console/on-call" })
        {
            await page.GotoAsync(app.Address + path);
            await Check(page, path, width);
        }
    }

    private static async Task Check(IPage page, string name, int width)
    {
        Assert.Empty(await Axe.Violations(page));
        await Screenshots.Take(page, "team", name, width);
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{name} scrolls sideways at {width} pixels");
    }
}
