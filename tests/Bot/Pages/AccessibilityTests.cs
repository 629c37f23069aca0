using Companion.Bot.Tests.Hosting;
using Companion.Tests.Support;
using Companion.Workflows.HandOffs;
using Microsoft.Playwright;

namespace Companion.Bot.Tests.Pages;

/// <summary>Every page through axe at the width of a small phone and of a desk, with screenshots to look at in artifacts/.</summary>
public sealed class AccessibilityTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task No_page_has_a_violation_or_asks_a_third_party(int width)
    {
        await using var app = await CompanionApp.Start();
        var page = await browser.Open(width);
        var foreign = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(app.Address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                foreign.Add(request.Url);
            }
        };
        var wrong = new List<string>();

        await Visit("start", "/");
        await Visit("chat-first", "/chat");
        await Say("hello");
        await Say("Anna, and this is a rather long answer that has to wrap on a small phone without making the page wider");
        await Look("chat");
        await page.GetByLabel("Your message").FillAsync(" ");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await page.Locator(".nhsuk-error-summary").WaitForAsync();
        await Look("chat-error");
        await Say("i want to kill myself");
        await Look("chat-danger");
        await Visit("not-found", "/nowhere");
        await Visit("error", "/error/500");
        var accept = await Link(LinkPurpose.AcknowledgeHandOff);
        await Visit("hand-off", accept);
        await page.GetByRole(AriaRole.Button, new() { Name = "I accept" }).ClickAsync();
        await Look("hand-off-accepted");
        await Visit("hand-off-taken", accept);
        foreach (var words in new[] { "hello", "Anna", "1954-03-12", "CHAT" })
        {
            await app.Text("+447700900123", words);
        }

        var go = await Link(LinkPurpose.ContinueInChat);
        await Visit("continue", go);
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on here" }).ClickAsync();
        await Look("prove");
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Look("prove-error");
        await Visit("continue-used", go);

        Assert.Empty(wrong);
        Assert.Empty(foreign);

        async Task Visit(string name, string to)
        {
            await page.GotoAsync(app.Address + to);
            await Look(name);
        }

        async Task Look(string name)
        {
            var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "pages")).FullName;
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}.png"), FullPage = true });
            wrong.AddRange((await Axe.Violations(page)).Select(violation => $"{name}: {violation}"));
            if (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") > width)
            {
                wrong.Add($"{name}: wider than {width} pixels");
            }
        }

        async Task Say(string words)
        {
            var lines = page.Locator("#messages li");
            var before = await lines.CountAsync();
            await page.GetByLabel("Your message").FillAsync(words);
            await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
            await Assertions.Expect(lines.Nth(before + 1)).ToBeVisibleAsync();
        }

        async Task<string> Link(LinkPurpose purpose) =>
            "/l/" + app.Part<Links>().Sign((await app.All<SignedLink>()).First(link => link.Purpose == purpose).Id);
    }
}
