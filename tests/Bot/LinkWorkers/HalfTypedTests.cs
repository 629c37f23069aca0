using System.Net;
using Companion.Bot.Tests.Dev;
using Companion.Bot.Tests.Hosting;
using Companion.Bot.Tests.Pages;
using Companion.Dialogs;
using Companion.Tests.Support;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Sending;
using Companion.Workflows.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Companion.Bot.Tests.LinkWorkers;

/// <summary>Whatever a link worker presses on the page of a conversation, what they were typing in another box is still there.</summary>
public sealed class HalfTypedTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Phone = "+447700900001";
    private const string Words = "I rang the council and they";
    private const string Note = "Her landlord is";

    [Fact]
    public async Task A_note_keeps_the_reply_and_a_reply_keeps_the_note()
    {
        await using var app = await Asked();
        using var sam = await PickedUp(app);

        await Press(sam, "Note", ("typed", Words), ("note", Note), ("came", "Rang her"));
        Assert.Equal((HttpStatusCode.OK, Words, "", "Rang her"), (sam.Status, Box(sam, "typed"), Box(sam, "note"), Box(sam, "came")));
        Assert.Contains("The note is kept", sam.Page.QuerySelector("#done")!.TextContent, StringComparison.Ordinal);

        await Press(sam, "Reply", ("typed", Words), ("note", "Another"), ("evenAtNight", "true"));
        Assert.Equal((HttpStatusCode.OK, "", "Another"), (sam.Status, Box(sam, "typed"), Box(sam, "note")));
        Assert.Contains("Sent to", sam.Page.QuerySelector("#done")!.TextContent, StringComparison.Ordinal);

        Assert.Equal(Note, (await app.All<HandOffNote>()).Single().Words);
        Assert.Equal($"Sam, link worker: {Words}", (await Sent(app)).Single());
    }

    [Theory]
    [InlineData("Return")]
    [InlineData("Transfer")]
    [InlineData("Clear")]
    public async Task Whoever_gives_it_away_or_closes_it_reads_what_they_did_not_send(string act)
    {
        await using var app = await Asked();
        using var sam = await PickedUp(app);
        var priya = (await app.All<Worker>()).Single(worker => worker.Name == Invented.Colleague);

        await Press(sam, act, ("typed", Words), ("note", Note), ("to", priya.Id.ToString()), ("outcome", HandOffOutcomes.All[0]));

        Assert.Equal((HttpStatusCode.OK, Words, Note), (sam.Status, Box(sam, "typed"), Box(sam, "note")));
        Assert.NotNull(sam.Page.QuerySelector("#typed[readonly]"));
        var handOff = (await app.All<HandOff>()).Single();
        Assert.True(handOff.ClearedAt is not null || handOff.OwnerId == priya.Id);
        Assert.Empty(await Sent(app));
        Assert.Empty(await app.All<HandOffNote>());
    }

    [Fact]
    public async Task Picking_up_keeps_a_note_and_a_refused_close_keeps_everything()
    {
        await using var app = await Asked();
        using var sam = await app.SignedIn(Invented.LinkWorker);
        await sam.Open($"/console/handoffs/{(await app.All<HandOff>()).Single().Id}");
        await sam.SubmitForm("PickUp", ("note", Note));
        Assert.Equal(Note, Box(sam, "note"));

        await Press(sam, "Clear", ("typed", Words), ("note", Note), ("came", "Rang her"), ("outcome", ""));
        Assert.Equal(HttpStatusCode.BadRequest, sam.Status);
        Assert.Equal((Words, Note, "Rang her"), (Box(sam, "typed"), Box(sam, "note"), Box(sam, "came")));

        await sam.SubmitForm("Clear", ("fence", "999"), ("typed", Words), ("came", "Rang her"), ("outcome", HandOffOutcomes.All[1]));
        Assert.Equal(HttpStatusCode.BadRequest, sam.Status);
        Assert.Equal((Words, "Rang her"), (Box(sam, "typed"), Box(sam, "came")));
        Assert.Equal(HandOffOutcomes.All[1], sam.Page.QuerySelector("#outcome option[selected]")!.GetAttribute("value"));
        Assert.Null((await app.All<HandOff>()).Single().ClearedAt);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Enter_on_a_tick_does_nothing_but_show_the_page_again(bool javaScript)
    {
        await using var app = await CompanionApp.Start(builder => builder.Services.AddSingleton(ShippedDialogs.Book()));
        await app.Text(Phone, "my partner hits me"); // whoever closes this has a box to tick
        var page = await browser.Open(360, javaScript: javaScript);
        await app.SignIn(page, Invented.LinkWorker);
        await page.GotoAsync($"{app.Address}/console/handoffs/{(await app.All<HandOff>()).Single().Id}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pick up" }).ClickAsync();
        await page.Locator("#typed").FillAsync(Words);
        await page.Locator("#note").FillAsync(Note);
        await page.Locator("#safe").FocusAsync();
        await page.Locator("#safe").PressAsync("Enter");
        await page.WaitForURLAsync("**handler=Again");
        Assert.Equal((Words, Note), (await page.Locator("#typed").InputValueAsync(), await page.Locator("#note").InputValueAsync()));
        Assert.Empty(await Sent(app));

        await page.GetByRole(AriaRole.Button, new() { Name = "Keep the note" }).ClickAsync();
        await page.GetByText("The note is kept").WaitForAsync();
        Assert.Equal(Words, await page.Locator("#typed").InputValueAsync());
        Assert.Empty(await Sent(app));
        Assert.Null((await app.All<HandOff>()).Single().ClearedAt);
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        if (javaScript)
        {
            Assert.Empty(await Axe.Violations(page));
            await Screenshots.Take(page, "conversation", "half-typed", 360);
        }
    }

    private static string Box(Visitor at, string id) => at.Page.QuerySelector($"#{id}")?.TextContent ?? "";

    private static Task Press(Visitor at, string act, params (string, string)[] typed) =>
        at.SubmitForm(act, [("fence", at.Hidden("fence")), .. typed]);

    private static async Task<IReadOnlyList<string>> Sent(CompanionApp app) =>
        [.. (await app.All<OutboundMessage>()).Where(row => row.Class == SendClass.LinkWorker).Select(row => row.Words)];

    private static async Task<CompanionApp> Asked()
    {
        var app = await CompanionApp.Start(builder => builder.Services.AddSingleton(ShippedDialogs.Book()));
        await app.Text(Phone, "hello");
        await app.Text(Phone, "can i talk to a person please");
        return app;
    }

    private static async Task<Visitor> PickedUp(CompanionApp app)
    {
        var sam = await app.SignedIn(Invented.LinkWorker);
        await sam.Open($"/console/handoffs/{(await app.All<HandOff>()).Single().Id}");
        await sam.SubmitForm("PickUp");
        return sam;
    }
}
