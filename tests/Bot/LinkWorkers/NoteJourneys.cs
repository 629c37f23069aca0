using Companion.Bot.Tests.Dev;
using Companion.Bot.Tests.Hosting;
using Companion.Dialogs;
using Companion.Tests.Support;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Notes;
using Companion.Workflows.Summaries;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;

namespace Companion.Bot.Tests.LinkWorkers;

/// <summary>A link worker and the note of a conversation, in a browser.</summary>
public sealed class NoteJourneys(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Phone = "+447700900123";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    public async Task A_link_worker_picks_up_reads_the_draft_opens_a_citation_edits_and_approves(int width, bool javaScript)
    {
        await using var app = await Asked();
        var page = await browser.Open(width, javaScript);
        await app.SignIn(page, Invented.LinkWorker);
        await page.GotoAsync($"{app.Address}/console/handoffs/{(await app.All<HandOff>()).Single().Id}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pick up" }).ClickAsync();
        await Drafted(app);
        await page.ReloadAsync();
        Assert.Contains("They wrote: \"can i talk to a person please\".", await page.Locator("#note-list").InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("visited on Monday", await page.Locator("#note-list").InnerTextAsync(), StringComparison.Ordinal);
        await Look(page, "hand-off", width, javaScript);

        await page.Locator("#note-list a").First.ClickAsync();
        Assert.Contains("This is a draft", await page.Locator("#stands").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Struck through: it tells of a plan that nobody made (visited).", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("They will be visited on Monday.", await page.Locator("main li s").First.InnerTextAsync());
        Assert.Contains("0.12p", await page.Locator("#origin-facts").InnerTextAsync(), StringComparison.Ordinal);
        var quoted = page.Locator(".companion-lines-of-note > li", new() { HasText = "can i talk to a person please\"." });
        await quoted.Locator("summary", new() { HasText = "What it rests on" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await quoted.Locator(".companion-talk__person", new() { HasText = "can i talk to a person please" }).WaitForAsync();
        await Look(page, "draft", width, javaScript);

        await quoted.Locator("summary", new() { HasText = "Change it" }).ClickAsync();
        await quoted.Locator("textarea").FillAsync("They asked for a person.");
        await quoted.GetByRole(AriaRole.Button, new() { Name = "Save the sentence" }).ClickAsync();
        Assert.Contains("The version before is kept", await page.Locator("#done").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Changed by Sam Okoye", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator("#version-list summary").Last.ClickAsync();
        await Look(page, "edited", width, javaScript);

        Assert.Contains("visited on Monday", await page.Locator("#left-out").InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve the note" }).ClickAsync();
        Assert.Contains("Approved by Sam Okoye", await page.Locator("#stands").InnerTextAsync(), StringComparison.Ordinal);
        await Look(page, "approved", width, javaScript);
        Assert.Equal(NoteStatus.Approved, (await app.All<Note>()).Single().Status);
        Assert.Equal(2, (await app.All<NoteVersion>()).Count);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task The_approved_note_stands_in_the_timeline_with_its_origin_and_leads_on(int width)
    {
        await using var app = await Noted.Start();
        var note = await Noted.OfCase(app);
        var page = await browser.Open(width);
        await app.SignIn(page, Invented.LinkWorker);
        await page.GotoAsync($"{app.Address}/console/notes/{note}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve the note" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "I will do it" }).ClickAsync();
        Assert.Contains("in the plan now", await page.Locator("#done").InnerTextAsync(), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Link, new() { Name = "Referral RX0101" }).ClickAsync();
        Assert.Contains("Picked up: what to know: approved by Sam Okoye.", await page.Locator("#timeline").InnerTextAsync(), StringComparison.Ordinal);
        await Look(page, "referral", width, javaScript: true);
        await page.GetByRole(AriaRole.Link, new() { Name = "Plan: goals, what matters, actions" }).ClickAsync();
        Assert.Contains("A link worker will call them.", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByLabel("In their own words").FillAsync("To sleep through");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add it to the plan" }).ClickAsync();
        await page.GetByText("To sleep through").First.WaitForAsync();
        await Look(page, "plan", width, javaScript: true);
        await page.GotoAsync($"{app.Address}/console/referrals/{(await app.All<Workflows.Referrals.Case>()).Single().Id}");
        await page.Locator("#timeline a", new() { HasText = "Picked up: what to know" }).ClickAsync();
        Assert.Contains("Our program, from the record and their own words", await page.Locator("#origin-facts").InnerTextAsync(), StringComparison.Ordinal);

        await page.GotoAsync($"{app.Address}/console/messages/{(await app.All<Workflows.Conversations.InboundMessage>())[0].Id}/forget");
        await Look(page, "forget", width, javaScript: true);
        await page.GetByRole(AriaRole.Button, new() { Name = "Forget it for good" }).ClickAsync();
        Assert.Contains("was forgotten", await page.Locator("#done").InnerTextAsync(), StringComparison.Ordinal);
        await page.GotoAsync($"{app.Address}/console/notes/{note}");
        Assert.Contains("This sentence was forgotten, as the person asked.", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Look(page, "forgotten", width, javaScript: true);
    }

    [Fact]
    public async Task A_blank_draft_says_that_risks_have_to_be_written()
    {
        await using var app = await CompanionApp.Start(builder => builder.Services.AddSingleton(ShippedDialogs.Book()).AddSingleton(new Summarisers(_ => new BlankPage())));
        var note = await Noted.OfCase(app);
        var page = await browser.Open(360);
        await app.SignIn(page, Invented.LinkWorker);
        await page.GotoAsync($"{app.Address}/console/notes/{note}");
        Assert.Contains("A note has to say what risks there are", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve the note" }).ClickAsync();
        Assert.Contains("Nothing stands under Risks", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        await Look(page, "no-risks", 360, javaScript: true);
        await page.GetByRole(AriaRole.Button, new() { Name = "Say that no risks are known" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve the note" }).ClickAsync();
        Assert.Contains("Approved by Sam Okoye", await page.Locator("#stands").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task Drafted(CompanionApp app)
    {
        while ((await app.All<Note>()).Exists(note => note.Status == NoteStatus.Asked))
        {
            await app.Part<DraftDue>().Handle(10, Cancel);
        }
    }

    private static async Task Look(IPage page, string what, int width, bool javaScript)
    {
        await Screenshots.Take(page, "note-", what, width);
        if (javaScript) // without it axe cannot look either
        {
            Assert.Empty(await Axe.Violations(page));
        }

        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width, $"{what} is wider than {width}");
    }

    private static async Task<CompanionApp> Asked()
    {
        var app = await CompanionApp.Start(builder => builder.Services.AddSingleton(ShippedDialogs.Book()).AddSingleton(QuotingSummariser.All));
        await app.Text(Phone, "hello");
        await app.Text(Phone, "can i talk to a person please");
        Assert.Single(await app.All<HandOff>());
        return app;
    }

    private sealed class BlankPage : ISummariser
    {
        public Task<Draft> Summarise(Episode episode, Purpose purpose, CancellationToken cancel) =>
            Task.FromResult(new Draft([], new Origin(Writer.Extractive, Duration.Zero)));
    }
}
