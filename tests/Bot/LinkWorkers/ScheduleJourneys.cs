using Companion.Bot.Tests.Hosting;
using Companion.Tests.Support;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Storage;
using Microsoft.Playwright;
using NodaTime;

namespace Companion.Bot.Tests.LinkWorkers;

/// <summary>Coming texts and the stop buttons, as a manager uses them in a browser.</summary>
public sealed class ScheduleJourneys(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Phone = "+447700900004";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_text_to_come_is_shown_and_a_stop_holds_it_until_it_is_lifted_without_JavaScript()
    {
        await using var app = await CompanionApp.Start();
        await Nudge(app);
        var page = await browser.Open(360, javaScript: false);
        await app.SignIn(page);
        await page.GotoAsync(app.Address + "/console/schedule");
        Assert.Contains("referral.nudge", await page.Locator("#texts tbody").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("1 texts to 1 people", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("7700", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await page.Locator("summary").ClickAsync();
        await page.Locator("form#stop").EvaluateAsync("form => form.noValidate = true");
        await page.Locator("#which").SelectOptionAsync("Nudge");
        await page.Locator("#reason").FillAsync("Wrong words went out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop these texts" }).ClickAsync();
        Assert.Contains("Tick the box", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await app.All<SendStop>());

        await page.Locator("#sure").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop these texts" }).ClickAsync();
        Assert.Contains("by Ellis Marsh: Wrong words went out", await page.Locator("[data-stop]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("These texts were stopped by Ellis Marsh: Wrong words went out", await page.Locator("#not-going").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Lift this stop" }).ClickAsync();
        Assert.Equal(0, await page.Locator("[data-stop]").CountAsync());
        Assert.NotNull(Assert.Single(await app.All<SendStop>()).LiftedAt);
    }

    [Fact]
    public async Task What_can_never_be_stopped_is_not_offered_and_not_taken()
    {
        await using var app = await CompanionApp.Start();
        var page = await browser.Open();
        await app.SignIn(page);
        await page.GotoAsync(app.Address + "/console/schedule");
        await page.Locator("summary").ClickAsync();
        var offered = await page.Locator("#which option").AllInnerTextsAsync();
        Assert.DoesNotContain(offered, name => name is "Safety" or "On call" or "Stop or start" or "Help" or "Link worker");
        Assert.Contains("are never stopped", await page.Locator("form#stop").InnerTextAsync(), StringComparison.Ordinal);

        await page.Locator("#which").EvaluateAsync("list => { list.options[1].value = 'Safety'; list.selectedIndex = 1; }");
        await page.Locator("#reason").FillAsync("Test");
        await page.Locator("#sure").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop these texts" }).ClickAsync();
        Assert.Contains("These texts are never stopped", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await Axe.Violations(page));
        Assert.Empty(await app.All<SendStop>());
    }

    [Fact]
    public async Task The_file_has_a_line_for_each_text_and_no_number()
    {
        await using var app = await CompanionApp.Start();
        await Nudge(app);
        using var manager = await app.SignedIn();
        using var file = await manager.Raw(new HttpRequestMessage(HttpMethod.Get, "/console/schedule?handler=Csv"));

        var lines = (await file.Content.ReadAsStringAsync(Cancel)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("case,due,at,class,text,segments,pence,outlook,over budget,reason", lines[0]);
        Assert.Contains(",nudge,referral.nudge,1,2.4,goes,no,", Assert.Single(lines[1..]), StringComparison.Ordinal);
        Assert.DoesNotContain("7700", string.Concat(lines), StringComparison.Ordinal);
    }

    // Tomorrow, or when the quiet hours of tomorrow end.
    private static async Task Nudge(CompanionApp app)
    {
        await app.Text(Phone, "hello");
        var (address, now) = ((await app.All<Address>()).Single(), app.Part<NodaTime.IClock>().GetCurrentInstant());
        await app.Part<IStore>().Write(
            session =>
            {
                session.Insert(new OutboundMessage
                {
                    Id = session.NextId(),
                    ServiceId = CompanionApp.Service,
                    AddressId = address.Id,
                    Channel = Channel.Sms,
                    To = Phone,
                    Class = SendClass.Nudge,
                    SendKey = "test:nudge",
                    TextKey = "referral.nudge",
                    Words = "Hello",
                    Segments = 1,
                    CreatedAt = now,
                    DueAt = now + Duration.FromDays(1),
                    ExpiresAt = now + Duration.FromDays(4),
                });
                return ValueTask.FromResult(0);
            },
            Cancel);
    }
}
