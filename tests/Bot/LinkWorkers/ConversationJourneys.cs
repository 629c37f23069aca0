using Companion.Bot.Tests.Dev;
using Companion.Bot.Tests.Hosting;
using Companion.Dialogs;
using Companion.Tests.Support;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Sending;
using Companion.Workflows.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Companion.Bot.Tests.LinkWorkers;

/// <summary>A link worker talks with somebody from the console.</summary>
public sealed class ConversationJourneys(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Phone = "+447700900001";

    [Fact]
    public async Task A_link_worker_picks_up_replies_reads_the_answer_without_reloading_notes_and_gives_it_back()
    {
        await using var app = await Asked();
        var page = await browser.Open();
        await app.SignIn(page, Invented.LinkWorker);
        await page.GotoAsync(app.Address + "/console");
        await page.Locator("#handoffs a").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Pick up" }).ClickAsync();
        await page.GetByText("You hold this conversation").WaitForAsync();

        await Say(page, "Hello, this is Sam. How can I help?");
        Assert.Contains("Sent to", await page.Locator("#done").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Sam, link worker: Hello, this is Sam. How can I help?", await Texts(app), StringComparison.Ordinal);
        Assert.Contains("Sam Okoye, link worker", await page.Locator("#talked").InnerTextAsync(), StringComparison.Ordinal);

        await app.Text(Phone, "my boiler is broken and i have no money");
        await page.Locator("#talked").GetByText("my boiler is broken").WaitForAsync(); // by itself

        await page.Locator("#note").FillAsync("Ask about the council's fund");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep the note" }).ClickAsync();
        await page.GetByText("The note is kept").WaitForAsync();
        Assert.Contains("Ask about the council's fund", await page.Locator(".companion-talk__note").InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("council's fund", await Texts(app), StringComparison.Ordinal);
        Assert.Empty(await Axe.Violations(page));
        await Screenshots.Take(page, "conversation", "held", 1280);

        await page.GetByRole(AriaRole.Button, new() { Name = "Give it back to the bot" }).ClickAsync();
        await page.GetByText("The bot has the conversation again").WaitForAsync();
        Assert.Contains("You are back with the automatic texts of Shire Links", await Texts(app), StringComparison.Ordinal);
        Assert.NotNull((await app.All<HandOff>()).Single().ClearedAt);
    }

    [Fact]
    public async Task The_same_without_JavaScript_on_a_small_phone_by_keyboard_alone()
    {
        await using var app = await Asked();
        var page = await browser.Open(360, javaScript: false);
        await app.SignIn(page, Invented.LinkWorker);
        await page.GotoAsync(app.Address + "/console");
        await Press(page.Locator("#handoffs a"));
        await Press(page.GetByRole(AriaRole.Button, new() { Name = "Pick up" }));
        await page.Locator("#typed").FocusAsync();
        await page.Keyboard.TypeAsync("Hello there");
        await Press(page.GetByRole(AriaRole.Button, new() { Name = "Send" }));
        if (await page.GetByRole(AriaRole.Button, new() { Name = "Send all the same" }).CountAsync() > 0)
        {
            await Press(page.GetByRole(AriaRole.Button, new() { Name = "Send all the same" }));
        }

        Assert.Contains("Sent to", await page.Locator("#done").InnerTextAsync(), StringComparison.Ordinal);
        await app.Text(Phone, "hello back");
        await Press(page.GetByRole(AriaRole.Link, new() { Name = "Show this page anew" }));
        Assert.Contains("hello back", await page.Locator("#talked").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await Screenshots.Take(page, "conversation", "held", 360);
    }

    [Fact]
    public async Task The_second_worker_sees_who_holds_it_and_has_no_box()
    {
        await using var app = await Asked();
        var (sam, priya) = (await browser.Open(), await browser.Open());
        await app.SignIn(sam, Invented.LinkWorker);
        await app.SignIn(priya, Invented.Colleague);
        var path = $"{app.Address}/console/handoffs/{(await app.All<HandOff>()).Single().Id}";
        await sam.GotoAsync(path);
        await priya.GotoAsync(path);
        await sam.GetByRole(AriaRole.Button, new() { Name = "Pick up" }).ClickAsync();

        await priya.GetByText("Sam Okoye holds this conversation").First.WaitForAsync(); // by itself
        Assert.Equal(0, await priya.Locator("#typed").CountAsync());
        Assert.Equal(0, await priya.GetByRole(AriaRole.Button, new() { Name = "Pick up" }).CountAsync());

        await priya.GotoAsync(app.Address + "/console?part=Others");
        Assert.Contains("Sam Okoye holds it", await priya.Locator("#handoffs").InnerTextAsync(), StringComparison.Ordinal);
        await priya.GotoAsync(app.Address + "/console?part=Waiting");
        Assert.Equal(0, await priya.Locator("#handoffs tbody").CountAsync());
    }

    [Fact]
    public async Task Whoever_lost_the_conversation_keeps_the_words_they_typed_and_nothing_is_sent()
    {
        await using var app = await Asked();
        var handOff = (await app.All<HandOff>()).Single();
        using var sam = await app.SignedIn(Invented.LinkWorker);
        await sam.Open($"/console/handoffs/{handOff.Id}");
        await sam.SubmitForm("PickUp");
        var (fence, key) = (sam.Hidden("fence"), sam.Hidden("key"));
        var priya = (await app.All<Worker>()).Single(worker => worker.Name == Invented.Colleague);
        await sam.SubmitForm("Transfer", ("fence", fence), ("to", priya.Id.ToString()));

        await sam.SubmitForm("Reply", ("fence", fence), ("key", key), ("typed", "These words took me a while"));

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, sam.Status);
        Assert.Contains("Priya Nair holds this conversation", sam.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("These words took me a while", sam.Page.QuerySelector("#typed")!.TextContent);
        Assert.DoesNotContain(await app.All<OutboundMessage>(), row => row.Class == SendClass.LinkWorker);
    }

    [Fact]
    public async Task A_double_press_sends_once_and_other_words_on_a_kept_page_are_another_reply()
    {
        await using var app = await Asked();
        using var sam = await app.SignedIn(Invented.LinkWorker);
        await sam.Open($"/console/handoffs/{(await app.All<HandOff>()).Single().Id}");
        await sam.SubmitForm("PickUp");
        var (fence, key) = (sam.Hidden("fence"), sam.Hidden("key"));
        (string, string)[] reply = [("fence", fence), ("key", key), ("typed", "Hello"), ("evenAtNight", "true")];

        await sam.SubmitForm("Reply", reply);
        await sam.SubmitForm("Reply", reply);
        await sam.SubmitForm("Note", ("note", "Kind"));
        await sam.SubmitForm("Note", ("note", "Kind"));
        await sam.SubmitForm("Reply", ("fence", fence), ("key", key), ("typed", "Hello again"), ("evenAtNight", "true"));

        Assert.Equal(["Sam, link worker: Hello", "Sam, link worker: Hello again"],
            (await app.All<OutboundMessage>()).Where(row => row.Class == SendClass.LinkWorker).OrderBy(row => row.Id).Select(row => row.Words));
        Assert.Single(await app.All<HandOffNote>());
    }

    [Fact]
    public async Task A_quick_reply_is_the_services_own_sentence()
    {
        await using var app = await Asked("--Services:sample:HandOffs:QuickReplies:1=I will phone you this afternoon.", "--Services:sample:QuietHours=03:00-03:01");
        using var sam = await app.SignedIn(Invented.LinkWorker);
        await sam.Open($"/console/handoffs/{(await app.All<HandOff>()).Single().Id}");
        await sam.SubmitForm("PickUp");
        await sam.SubmitForm("Reply", ("fence", sam.Hidden("fence")), ("key", sam.Hidden("key")), ("quick", "1"), ("typed", "half a sen"), ("evenAtNight", "true"));

        Assert.Contains("Sam, link worker: I will phone you this afternoon.", await Texts(app), StringComparison.Ordinal);
        Assert.Equal("half a sen", sam.Page.QuerySelector("#typed")!.TextContent);
    }

    [Fact]
    public async Task At_night_the_reply_waits_for_a_second_press()
    {
        await using var app = await Asked("--Services:sample:QuietHours=00:00-23:59", "--Services:sample:Groups:RemindAt=23:59");
        using var sam = await app.SignedIn(Invented.LinkWorker);
        await sam.Open($"/console/handoffs/{(await app.All<HandOff>()).Single().Id}");
        await sam.SubmitForm("PickUp");
        await sam.SubmitForm("Reply", ("fence", sam.Hidden("fence")), ("key", sam.Hidden("key")), ("typed", "It cannot wait"));
        Assert.Contains("does not text people at this hour", sam.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Send all the same", sam.Page.QuerySelector("button[name=evenAtNight]")!.TextContent);

        await sam.SubmitForm("Reply", ("fence", sam.Hidden("fence")), ("key", sam.Hidden("key")), ("typed", "It cannot wait"), ("evenAtNight", "true"));
        Assert.Contains("It cannot wait", await Texts(app), StringComparison.Ordinal);
    }

    private static async Task Say(IPage page, string words)
    {
        await page.Locator("#typed").FillAsync(words);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        var anyway = page.GetByRole(AriaRole.Button, new() { Name = "Send all the same" });
        await page.Locator("#done").Or(anyway).First.WaitForAsync();
        if (await anyway.CountAsync() > 0)
        {
            await anyway.ClickAsync(); // the tests run at any hour
            await page.Locator("#done").WaitForAsync();
        }
    }

    private static async Task Press(ILocator what)
    {
        await what.FocusAsync();
        await what.PressAsync("Enter");
    }

    private static async Task<string> Texts(CompanionApp app) =>
        string.Join('\n', (await app.All<OutboundMessage>()).OrderBy(row => row.Id).Where(row => row.To == Phone).Select(row => row.Words));

    // Somebody wrote; a colleague opened a hand-off for them, as "talk to a person" does.
    private static async Task<CompanionApp> Asked(params string[] settings)
    {
        var app = await CompanionApp.Start(builder => builder.Services.AddSingleton(ShippedDialogs.Book()), settings);
        await app.Text(Phone, "hello");
        await app.Text(Phone, "can i talk to a person please");
        Assert.Single(await app.All<HandOff>());
        return app;
    }
}
