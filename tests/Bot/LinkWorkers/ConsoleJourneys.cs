using Companion.Bot.Dev;
using Companion.Bot.Tests.Dev;
using Companion.Bot.Tests.Hosting;
using Companion.Tests.Support;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using Companion.Workflows.Safety;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Microsoft.Playwright;
using NodaTime;

namespace Companion.Bot.Tests.LinkWorkers;

/// <summary>The console as a link worker uses it, in a browser.</summary>
public sealed class ConsoleJourneys(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Danger = "hello, i want to kill myself tonight";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_has_a_banner_until_somebody_accepts()
    {
        await using var app = await CompanionApp.Start();
        await app.Text("+447700900001", Danger);
        await app.Part<MoveClock>().By(Duration.FromMinutes(12), Cancel);
        var handOff = (await app.All<HandOff>()).Single();
        var page = await browser.Open();
        await app.SignIn(page);
        foreach (var path in new[] { "/console", "/console/referrals", "/console/unfinished", "/console/tasks", "/console/check-ins", "/console/schedule", "/console/alerts" })
        {
            await page.GotoAsync(app.Address + path);
            var banner = await page.Locator("#urgent").InnerTextAsync();
            Assert.Contains(handOff.Reference, banner, StringComparison.Ordinal);
            Assert.Contains("12 minutes", banner, StringComparison.Ordinal);
        }

        await page.Locator("#urgent a").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await page.GetByText("Accepted by Ellis Marsh").First.WaitForAsync();
        Assert.Equal("", (await page.Locator("#urgent").InnerTextAsync()).Trim());

        var told = (await app.All<HandOffEvent>()).Count(happened => happened.Kind == "Told");
        await app.Part<MoveClock>().By(Duration.FromMinutes(45), Cancel);
        Assert.Equal(told, (await app.All<HandOffEvent>()).Count(happened => happened.Kind == "Told"));
    }

    [Fact]
    public async Task A_hand_off_shows_the_words_that_were_heard_and_by_which_rule()
    {
        await using var app = await CompanionApp.Start();
        await app.Text("+447700900001", Danger);
        var hit = (await app.All<SafetyHit>())[0];
        var page = await Open(app, "/console", 1280);
        await page.Locator("#handoffs a").ClickAsync();
        Assert.Contains("kill myself", await page.Locator("mark").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains(hit.Rule, await page.Locator("#talked").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("07700 900001", await page.Locator("#stands").InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("7700", page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain("kill", await page.TitleAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clearing_needs_an_outcome_and_ends_the_pause()
    {
        await using var app = await CompanionApp.Start();
        await app.Text("+447700900001", Danger);
        var handOff = (await app.All<HandOff>()).Single();
        var page = await Open(app, $"/console/handoffs/{handOff.Id}", 1280, javaScript: false);
        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        Assert.Contains("Say what came of it", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Null((await app.All<HandOff>()).Single().ClearedAt);

        await page.Locator("#outcome").SelectOptionAsync("Spoke with the person: safe now");
        await page.Locator("#came").FillAsync("Sister is with them");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await page.GetByText("Closed by Ellis Marsh").First.WaitForAsync();
        Assert.Equal("Spoke with the person: safe now. Sister is with them", (await app.All<HandOff>()).Single().Outcome);
    }

    [Fact]
    public async Task A_referral_shows_every_section_with_the_reasons_for_what_is_missing_and_always_the_risks()
    {
        await using var app = await CompanionApp.Start();
        var id = await Referral(app);
        var page = await Open(app, "/console/referrals", 1280);
        var row = page.Locator("#referrals tbody tr");
        Assert.Contains("Maya Tester", await row.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Unpaid carer", await row.InnerTextAsync(), StringComparison.Ordinal);
        await row.Locator("a").ClickAsync();

        var record = await page.Locator("main").InnerTextAsync();
        foreach (var title in new[] { "Risks", "Triage", "Person", "GP practice", "Referral details", "About the person", "Individual requirements", "Consent" })
        {
            Assert.Contains(title, record, StringComparison.Ordinal);
        }

        Assert.Contains("No known risks", record, StringComparison.Ordinal);
        Assert.Contains("Not given: declined", record, StringComparison.Ordinal);
        Assert.Contains("999 000 0018", record, StringComparison.Ordinal);
        Assert.EndsWith($"/console/referrals/{id}", page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain("Maya", await page.TitleAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_death_is_written_down_without_JavaScript_on_a_small_phone()
    {
        await using var app = await CompanionApp.Start();
        var path = $"/console/referrals/{await Referral(app)}";
        var page = await Open(app, path, 360, javaScript: false);
        await page.Locator("#how").FillAsync("Her daughter phoned on Monday");
        await page.Locator("form.companion-act").EvaluateAsync("form => form.noValidate = true");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write it down" }).ClickAsync();
        Assert.Contains("Say what you found out", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("Her daughter phoned on Monday", await page.Locator("#how").InputValueAsync());

        await page.GetByLabel("Agreed to texts").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Write it down" }).ClickAsync();
        Assert.Contains("That is known already", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);

        // The keyboard is enough.
        await page.GetByLabel("Died").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write it down" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var line = page.Locator("#findings li");
        await line.WaitForAsync();
        Assert.Contains("07700 900002: died. Her daughter phoned on Monday", await line.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("by Ellis Marsh", await line.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(AddressTrouble.Died, (await app.All<Address>()).Single(address => address.Value == "+447700900002").Trouble);
        Assert.All(await app.All<Conversation>(), talk => Assert.Equal("died", talk.CloseReason));
    }

    [Fact]
    public async Task A_finding_that_makes_no_sense_is_refused_on_a_page_without_a_violation()
    {
        await using var app = await CompanionApp.Start();
        var page = await Open(app, $"/console/referrals/{await Referral(app)}", 360);
        await page.GetByLabel("Nothing is wrong any more").CheckAsync();
        await page.Locator("#how").FillAsync("It never was");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write it down" }).ClickAsync();
        await page.GetByRole(AriaRole.Alert).WaitForAsync();
        Assert.Contains("That is known already", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await Axe.Violations(page));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        Assert.Empty(await app.All<AddressFinding>());
    }

    [Fact]
    public async Task A_referral_that_stopped_half_way_is_listed_apart()
    {
        await using var app = await CompanionApp.Start();
        await app.Text("+447700900003", "hello");
        await app.Text("+447700900003", "Maya Tester");
        var page = await Open(app, "/console/unfinished", 1280);
        Assert.Contains("07700 900003", await page.Locator("#unfinished tbody").InnerTextAsync(), StringComparison.Ordinal);
        await page.GotoAsync(app.Address + "/console/referrals");
        Assert.Equal(0, await page.Locator("#referrals tbody").CountAsync());
    }

    [Fact]
    public async Task A_task_is_done_once()
    {
        await using var app = await CompanionApp.Start();
        app.Part<SimulatedPhones>().Fault = PhoneFault.Refuses;
        await app.Text("+447700900001", Danger);
        await app.Part<RunToRest>().Handle(Cancel);
        var page = await Open(app, "/console/tasks", 1280);
        Assert.Contains("phone", await page.Locator("#tasks tbody").InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Done" }).First.ClickAsync();
        await page.GetByText("There is nothing to do.").WaitForAsync();
        await page.GetByText("Show what is done").ClickAsync();
        Assert.Contains("Ellis Marsh", await page.Locator("#tasks tbody").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task No_page_of_the_console_has_a_violation(int width)
    {
        await using var app = await CompanionApp.Start();
        var referral = await Referral(app);
        app.Part<SimulatedPhones>().Fault = PhoneFault.Refuses;
        await app.Text("+447700900001", Danger);
        await app.Part<RunToRest>().Handle(Cancel);
        await Alert(app);
        var handOff = (await app.All<HandOff>()).Single().Id;
        var page = await browser.Open(width);
        await app.SignIn(page);
        string[] paths =
        [
            "/console", "/console/referrals", $"/console/referrals/{referral}", "/console/unfinished", "/console/tasks", "/console/check-ins", "/console/schedule", "/console/alerts",
            $"/console/handoffs/{handOff}",
        ];
        foreach (var path in paths)
        {
            await page.GotoAsync(app.Address + path);
            Assert.Empty(await Axe.Violations(page));
            await Screenshots.Take(page, "console", path, width);
            Assert.True(
                await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{path} scrolls sideways at {width} pixels");
        }
    }

    private async Task<IPage> Open(CompanionApp app, string path, int width, bool javaScript = true)
    {
        var page = await browser.Open(width, javaScript);
        await app.SignIn(page);
        await page.GotoAsync(app.Address + path);
        return page;
    }

    private static Task<bool> Alert(CompanionApp app) => app.Part<IStore>().Write(
        session =>
        {
            session.Insert(new Alert
            {
                Id = session.NextId(),
                ServiceId = CompanionApp.Service,
                At = app.Part<CompanionClock>().GetCurrentInstant(),
                Kind = "UnknownNumber",
                Detail = "A text came to a number of no service.",
                Words = "is this the right number",
                From = "+447700900009",
            });
            return ValueTask.FromResult(true);
        },
        Cancel);

    private static async Task<long> Referral(CompanionApp app)
    {
        var receipt = await app.Text("+447700900002", "hello");
        var now = app.Part<CompanionClock>().GetCurrentInstant();
        return await app.Part<IStore>().Write(
            session =>
            {
                var id = session.NextId();
                session.Insert(new Case
                {
                    Id = id,
                    ServiceId = CompanionApp.Service,
                    PersonId = 1,
                    AddressId = receipt.AddressId,
                    ConversationId = id,
                    Reference = "AB23CD",
                    ReferredAt = now,
                    HearBackBy = now + Duration.FromDays(5),
                    Method = "Self referral",
                    GivenName = "Maya",
                    FamilyName = "Tester",
                    BirthDate = new LocalDate(1954, 3, 12),
                    NhsNumber = "9990000018",
                    Phone = "+447700900002",
                    Needs = "loneliness,domestic_abuse",
                    Risks = "",
                    Skipped = "matters: declined\nhobbies: unknown",
                    Tier = "LinkWorker",
                    Cohort = "Unpaid carer",
                    Reasons = "Looks after her husband\nLives with a long-term condition",
                });
                return ValueTask.FromResult(id);
            },
            Cancel);
    }
}
