using Companion.Bot.Tests.Hosting;
using Companion.Dialogs;
using Companion.Tests.Support;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Referrals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Companion.Bot.Tests.Dev;

/// <summary>
/// The shipped conversations from the first word to the console, through the pages alone. The pictures in README.md are taken here.
/// </summary>
public sealed class ReferralJourneys(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string First = "07700 900001";

    private static readonly string[] WholeReferral =
    [
        "Hello", "1", "Maureen Tester, 12 March 1954", "M1 1AE, Oak Lane Surgery",
        "I dont see anyone since Ray died and I am worried about the gas bill", "Y", "Getting back to my choir", "I live on my own",
        "Diabetes and a bad hip", "yes, A&E in May", "large print please", "mornings, by phone", "no", "yes", "1", "y", "y", "999 000 0018", "1", "1",
    ];

    // A chat has no number, so it asks for one.
    private static readonly string[] InChat = [.. WholeReferral[..4], "07700 900004", WholeReferral[4]];

    [Fact]
    public async Task A_whole_referral_by_text_stands_in_the_console_with_tier_cohort_and_reasons()
    {
        await using var app = await Shipped();
        var page = await browser.Open();
        await app.SignIn(page);
        await page.GotoAsync(app.Address + "/dev/phones?phone=07700900001");

        await Text(page, First, WholeReferral);
        var made = Assert.Single(await app.All<Case>());
        await Assertions.Expect(Answers(page, First).Last).ToContainTextAsync(made.Reference);

        await page.GotoAsync(app.Address + "/console/referrals");
        await page.Locator("#referrals").GetByRole(AriaRole.Link, new() { Name = made.Reference }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(made.Reference);
        var triage = page.GetByRole(AriaRole.Region, new() { Name = "Triage" });
        foreach (var shown in (string[])["Enhanced support", made.Cohort, .. made.Reasons.Split('\n')])
        {
            await Assertions.Expect(triage).ToContainTextAsync(shown);
        }

        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Person", Exact = true })).ToContainTextAsync("Maureen");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Getting back to my choir");
        await Screenshots.Take(page, "readme", "/referral", 1280, height: 1536);
    }

    [Fact]
    public async Task Danger_in_the_middle_of_a_referral_is_first_in_the_queue_until_somebody_accepts()
    {
        await using var app = await Shipped();
        var page = await browser.Open();
        await app.SignIn(page);
        await page.GotoAsync(app.Address + "/dev/phones?phone=07700900001&phone=07700900002&phone=07700900003");
        await Text(page, First, WholeReferral[..5]);
        await Text(page, "07700 900002", ["Hello", "can I talk to a person please"]);
        await Text(page, "07700 900003", [.. WholeReferral[..3], "i cant do this any more, i want to end my life"]);
        await Assertions.Expect(Answers(page, "07700 900003").Last).ToContainTextAsync("999");
        await Screenshots.Take(page, "readme", "/phones", 1280);

        await page.GotoAsync(app.Address + "/console");
        await Assertions.Expect(page.Locator("#urgent")).ToContainTextAsync("nobody has accepted", new() { IgnoreCase = true });
        var first = page.Locator("#handoffs tbody tr").First;
        await Assertions.Expect(first).ToContainTextAsync("Urgent");
        await Assertions.Expect(first).ToContainTextAsync((await app.All<HandOff>()).Single(waits => waits.Urgent).Reference);
        await Assertions.Expect(page.Locator("#handoffs tbody tr")).ToHaveCountAsync(2);
        await Screenshots.Take(page, "readme", "/queue", 1280, height: 820);
    }

    [Fact]
    public async Task In_the_chat_on_a_small_phone_every_answer_can_be_read()
    {
        await using var app = await Shipped();
        var page = await browser.Open(width: 360);
        await page.GotoAsync(app.Address + "/chat");
        var lines = page.Locator("#messages li");
        foreach (var (words, at) in InChat.Select((words, at) => (words, at)))
        {
            await page.GetByLabel("Your message").FillAsync(words);
            await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
            await Assertions.Expect(lines).ToHaveCountAsync(2 * (at + 1));
        }

        await Assertions.Expect(lines.Last).ToBeInViewportAsync();
        await Screenshots.Take(page, "readme", "/chat", 360, height: 880);
    }

    private static Task<CompanionApp> Shipped() => CompanionApp.Start(builder => builder.Services.AddSingleton(ShippedDialogs.Book()));

    private static ILocator Answers(IPage page, string phone) => page.GetByRole(AriaRole.Log, new() { Name = "Texts of " + phone }).Locator(".companion-bubble--theirs");

    // One answer comes to each text at least: at night whoever asks for a person is also told when one is there.
    private static async Task Text(IPage page, string phone, IReadOnlyList<string> texts)
    {
        for (var sent = 0; sent < texts.Count; sent++)
        {
            await page.GetByLabel("Text from " + phone).FillAsync(texts[sent]);
            await page.GetByRole(AriaRole.Button, new() { Name = "Send from " + phone }).ClickAsync();
            await Answers(page, phone).Nth(sent).WaitForAsync();
        }
    }
}
