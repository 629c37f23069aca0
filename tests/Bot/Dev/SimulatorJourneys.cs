using Companion.Bot.Tests.Hosting;
using Companion.Tests.Support;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Sending;
using Microsoft.Playwright;

namespace Companion.Bot.Tests.Dev;

/// <summary>The simulator as somebody uses it, in a browser.</summary>
public sealed class SimulatorJourneys(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Danger = "i want to kill myself";

    private static readonly string[] AlwaysOnCall = ["--Services:sample:OnCall:1:Hours=always", "--Services:sample:OnCall:2:Hours=always"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_text_is_answered_on_the_phone_with_what_it_cost(bool javaScript)
    {
        await using var app = await CompanionApp.Start();
        var page = await browser.Open(javaScript: javaScript);
        await Text(page, app, Danger);
        Assert.Equal(Danger, await page.Locator(".companion-bubble--mine .companion-bubble__words").InnerTextAsync());
        var answer = page.Locator(".companion-bubble--theirs");
        Assert.Contains("999", await answer.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Safety", await answer.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("2 segments, 4.8p + VAT", await answer.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Delivered", await answer.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Phones_stand_side_by_side_and_each_shows_its_own_texts()
    {
        await using var app = await CompanionApp.Start();
        var page = await browser.Open();
        await page.GotoAsync(app.Address + "/dev/phones?phone=07700900001&phone=%2B447700900002");
        await page.GetByLabel("Text from 07700 900002").FillAsync("hello");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send from 07700 900002" }).ClickAsync();
        await page.Locator("#screen-447700900002 .companion-bubble--theirs").WaitForAsync();
        Assert.Equal(0, await page.Locator("#screen-447700900001 .companion-bubble").CountAsync());
    }

    [Fact]
    public async Task What_comes_from_elsewhere_appears_without_a_reload()
    {
        await using var app = await CompanionApp.Start();
        var page = await browser.Open();
        await page.GotoAsync(app.Address + "/dev/phones?phone=07700900001");
        await page.GetByLabel("Text from 07700 900001").FillAsync("half a sen");
        await app.Text("+447700900001", Danger);
        await page.Locator(".companion-bubble--theirs").WaitForAsync();
        Assert.Equal("half a sen", await page.GetByLabel("Text from 07700 900001").InputValueAsync());
    }

    [Fact]
    public async Task After_STOP_the_network_carries_nothing_until_START_and_danger_becomes_a_phone_task()
    {
        await using var app = await CompanionApp.Start();
        var page = await browser.Open();
        await app.SignIn(page);
        await Text(page, app, "STOP");
        Assert.Contains("carries nothing more", await page.Locator(".companion-bubble__network").InnerTextAsync(), StringComparison.Ordinal);
        await Text(page, app, Danger);
        Assert.Contains("this person has opted out", await page.Locator(".companion-bubble--lost").InnerTextAsync(), StringComparison.Ordinal);
        await page.GotoAsync(app.Address + "/console");
        Assert.Contains("Could not be texted: phone", await page.Locator("#urgent").InnerTextAsync(), StringComparison.Ordinal);

        await Text(page, app, "START");
        await Text(page, app, Danger);
        Assert.Equal(1, await page.Locator(".companion-bubble--theirs").CountAsync());
    }

    [Fact]
    public async Task Moving_the_clock_climbs_the_ladder_and_pressing_1_ends_it()
    {
        await using var app = await CompanionApp.Start(settings: AlwaysOnCall);
        var page = await browser.Open();
        await Text(page, app, Danger);
        Assert.Equal(["Sam (link worker)"], await Told(app));

        await Move(page, "+5 min");
        Assert.Equal(["Sam (link worker)", "Duty manager"], await Told(app));

        await Move(page, "+15 min");
        Assert.Equal(4, (await Told(app)).Count);

        await page.GotoAsync(app.Address + "/dev/oncall");
        await page.GetByRole(AriaRole.Button, new() { Name = "Press 1" }).First.ClickAsync();
        await page.GetByText("was accepted").First.WaitForAsync();
        Assert.Equal("Duty manager", (await app.All<HandOff>()).Single().AcknowledgedBy);

        await Move(page, "+15 min");
        Assert.Equal(4, (await Told(app)).Count(name => name is "Sam (link worker)" or "Duty manager"));

        await Move(page, "+1 day");
        Assert.True((await Told(app)).Count > 4, "Whoever accepted it is asked what came of it, and the others are told again when they do not say.");
    }

    [Fact]
    public async Task The_link_in_a_text_to_somebody_on_call_accepts()
    {
        await using var app = await CompanionApp.Start(settings: AlwaysOnCall);
        var page = await browser.Open(width: 360);
        await Text(page, app, Danger);
        await page.GotoAsync(app.Address + "/dev/oncall");
        await page.Locator(".companion-bubble a").First.ClickAsync();
        await page.Locator("main form button").ClickAsync();
        await page.Locator("main form").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Equal("Sam (link worker)", (await app.All<HandOff>()).Single().AcknowledgedBy);
    }

    [Fact]
    public async Task A_busy_network_keeps_texts_in_the_outbox_with_the_reason()
    {
        await using var app = await CompanionApp.Start();
        var page = await browser.Open();
        await page.GotoAsync(app.Address + "/dev/faults");
        await page.GetByLabel("Busy").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Set the network" }).ClickAsync();
        await Text(page, app, "hello");
        Assert.Contains("busy", await page.Locator(".companion-bubble--lost").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);

        await page.GotoAsync(app.Address + "/dev/outbox?status=Queued");
        Assert.Contains("The simulated network is busy.", await page.Locator("#outbox").InnerTextAsync(), StringComparison.Ordinal);
        await page.GotoAsync(app.Address + "/dev/outbox?status=Delivered");
        Assert.Contains("Nothing here.", await page.Locator("#outbox").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_sending_switched_off_everything_waits_and_goes_when_it_is_on_again()
    {
        await using var app = await CompanionApp.Start();
        var page = await browser.Open();
        await page.GotoAsync(app.Address + "/dev/faults");
        await page.GetByRole(AriaRole.Button, new() { Name = "Switch sending off" }).ClickAsync();
        await page.GetByText("Sending is off").WaitForAsync();
        await Text(page, app, "hello");
        Assert.Equal(SendStatus.Queued, (await app.All<OutboundMessage>()).Single().Status);

        await page.GotoAsync(app.Address + "/dev/faults");
        await page.GetByRole(AriaRole.Button, new() { Name = "Switch sending on" }).ClickAsync();
        await page.GetByText("Sending is on").WaitForAsync();
        Assert.Equal(SendStatus.Delivered, (await app.All<OutboundMessage>()).Single().Status);
    }

    [Fact]
    public async Task Only_numbers_that_nobody_has_are_simulated()
    {
        await using var app = await CompanionApp.Start();
        var page = await browser.Open();
        await page.GotoAsync(app.Address + "/dev/phones?phone=07911123456");
        Assert.Equal(0, await page.Locator(".companion-phone").CountAsync());
        Assert.Contains("nobody has them", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task No_page_of_the_simulator_has_a_violation(int width)
    {
        await using var app = await CompanionApp.Start(settings: AlwaysOnCall);
        var page = await browser.Open(width);
        await Text(page, app, Danger);
        await Text(page, app, "STOP");
        string[] paths = ["/dev", "/dev/phones?phone=07700900001&phone=07700900002", "/dev/phones?phone=1", "/dev/outbox", "/dev/oncall", "/dev/faults"];
        foreach (var path in paths)
        {
            await page.GotoAsync(app.Address + path);
            Assert.Empty(await Axe.Violations(page));
            await Screenshots.Take(page, "dev", path, width);
            Assert.True(
                await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{path} scrolls sideways at {width} pixels");
        }
    }

    private static async Task Text(IPage page, CompanionApp app, string words)
    {
        await page.GotoAsync(app.Address + "/dev/phones?phone=07700900001");
        await page.GetByLabel("Text from 07700 900001").FillAsync(words);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send from 07700 900001" }).ClickAsync();
        await page.Locator(".companion-bubble--mine").GetByText(words, new() { Exact = true }).Last.WaitForAsync();
    }

    // The page comes when everything due on the way is done.
    private static Task Move(IPage page, string button) => page.RunAndWaitForResponseAsync(
        () => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync(),
        answer => answer.Request.IsNavigationRequest && answer.Ok);

    // Everybody who was told, in order.
    private static async Task<List<string>> Told(CompanionApp app) => (await app.All<HandOffEvent>())
        .Where(happened => happened.Kind == "Told")
        .OrderBy(happened => happened.At)
        .Select(happened => happened.Detail!)
        .ToList();
}
