using System.Text.RegularExpressions;
using Companion.Bot.Tests.Hosting;
using Companion.Dialogs;
using Companion.Tests.Support;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Referrals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Companion.Bot.Tests.Pages;

/// <summary>Journeys in a real browser.</summary>
public sealed class JourneyTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private static readonly string[] WholeReferral =
    [
        "Hello", "1", "Sam Hill, 12 March 1954", "M1 1AE, Oak Lane", "07700 900456", "I am lonely and worried about bills", "Y", "Seeing my friends again",
        "I live alone", "Diabetes and a bad hip", "yes, A&E in May", "large print please", "mornings, by phone", "no", "yes", "1", "y", "y",
        "999 000 0018", "1", "1",
    ];

    [Fact]
    public async Task Without_JavaScript_a_person_starts_at_the_start_page_and_is_answered()
    {
        await using var app = await CompanionApp.Start();
        var page = await browser.Open(width: 360, javaScript: false);
        await page.GotoAsync(app.Address);
        await page.GetByRole(AriaRole.Button, new() { Name = "Start chat" }).ClickAsync();

        await Say(page, "hello");
        await Assertions.Expect(Lines(page)).ToHaveCountAsync(2);
        await Say(page, "Anna");

        await Assertions.Expect(Lines(page).Last).ToContainTextAsync("Hello Anna. When were you born?");
        Assert.EndsWith("#latest", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_JavaScript_a_whole_referral_ends_as_a_case_with_tier_cohort_and_reasons()
    {
        await using var app = await CompanionApp.Start(builder => builder.Services.AddSingleton(ShippedDialogs.Book()));
        var page = await browser.Open(width: 360, javaScript: false);
        await page.GotoAsync(app.Address + "/chat");

        foreach (var words in WholeReferral)
        {
            await Say(page, words);
        }

        var made = Assert.Single(await app.All<Case>());
        await Assertions.Expect(Lines(page).Last).ToContainTextAsync(made.Reference);
        await Assertions.Expect(Lines(page)).ToHaveCountAsync(2 * WholeReferral.Length); // one answer to each message
        Assert.Equal(("Sam", "Hill", "M1 1AE"), (made.GivenName, made.FamilyName, made.Postcode));
        Assert.All([made.Tier, made.Cohort, made.Reasons], Assert.NotEmpty);
    }

    [Fact]
    public async Task With_JavaScript_the_answer_comes_without_a_new_page_and_the_box_keeps_the_focus()
    {
        await using var app = await CompanionApp.Start();
        var page = await browser.Open(width: 360);
        await page.GotoAsync(app.Address + "/chat");
        await page.EvaluateAsync("() => { window.sameName = 'same page'; }");

        await Say(page, "hello");
        await Assertions.Expect(Lines(page)).ToHaveCountAsync(2);
        await Say(page, "Anna");

        await Assertions.Expect(Lines(page)).ToHaveCountAsync(4);
        await Assertions.Expect(page.GetByLabel("Your message")).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByLabel("Your message")).ToHaveValueAsync("");
        Assert.Equal("same page", await page.EvaluateAsync<string>("() => window.sameName"));
        Assert.Equal("polite", await page.GetByRole(AriaRole.Log).GetAttributeAsync("aria-live"));
    }

    [Fact]
    public async Task What_happens_elsewhere_appears_by_itself()
    {
        await using var app = await CompanionApp.Start();
        var page = await browser.Open();
        await page.GotoAsync(app.Address + "/chat");
        await Say(page, "hello");
        await Assertions.Expect(Lines(page)).ToHaveCountAsync(2);
        var session = Assert.Single(await app.All<ChatSession>());

        await app.Part<SayInChat>().Handle(
            new ChatWords(session.Id, session.ServiceId, "00000000", "Bob"), TestContext.Current.CancellationToken);

        await Assertions.Expect(Lines(page)).ToHaveCountAsync(4);
        await Assertions.Expect(Lines(page).Nth(3)).ToContainTextAsync("Hello Bob");
    }

    [Fact]
    public async Task After_a_lost_connection_the_words_are_still_there_and_go_once()
    {
        await using var app = await CompanionApp.Start();
        var page = await browser.Open();
        await page.GotoAsync(app.Address + "/chat");
        var lost = true;
        await page.RouteAsync("**/chat", async route =>
        {
            // The request arrives and its answer is lost, the first time.
            if (route.Request.Method == "POST" && lost)
            {
                lost = false;
                await route.FetchAsync(new() { MaxRedirects = 0 });
                await route.AbortAsync();
            }
            else
            {
                await route.ContinueAsync();
            }
        });

        await Say(page, "hello");
        await Assertions.Expect(page.Locator("#status")).ToContainTextAsync("did not go");
        await Assertions.Expect(page.GetByLabel("Your message")).ToHaveValueAsync("hello");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        await Assertions.Expect(Lines(page)).ToHaveCountAsync(2);
        Assert.Single(await app.All<InboundMessage>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_exit_leaves_at_once_and_back_shows_nothing(bool javaScript)
    {
        await using var app = await CompanionApp.Start();
        var page = await browser.Open(width: 360, javaScript);
        await page.RouteAsync("https://www.bbc.co.uk/**", route => route.FulfillAsync(new() { Body = "<title>Weather</title>" }));
        await page.GotoAsync(app.Address);
        await page.GotoAsync(app.Address + "/chat");
        await Say(page, "my secret");
        await Assertions.Expect(Lines(page)).ToHaveCountAsync(2);

        await page.GetByRole(AriaRole.Link, new() { Name = "Exit this page" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync("https://www.bbc.co.uk/weather", new() { Timeout = 15_000 });
        await page.GoBackAsync();

        // The page asks for itself anew, so what it shows is waited for.
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("body")).Not.ToContainTextAsync("my secret");
    }

    [Fact]
    public async Task Esc_three_times_leaves()
    {
        await using var app = await CompanionApp.Start();
        var page = await browser.Open();
        await page.RouteAsync("https://www.bbc.co.uk/**", route => route.FulfillAsync(new() { Body = "<title>Weather</title>" }));
        await page.GotoAsync(app.Address + "/chat");

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#exit-status")).ToHaveTextAsync("Press Esc 2 more times to leave this page.");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Escape"); // once too often, as a frightened person does: it must not stop the leaving

        await Assertions.Expect(page).ToHaveURLAsync("https://www.bbc.co.uk/weather", new() { Timeout = 15_000 });
    }

    [Fact]
    public async Task The_whole_chat_can_be_used_by_keyboard()
    {
        await using var app = await CompanionApp.Start();
        var page = await browser.Open();
        await page.GotoAsync(app.Address);
        await TabTo(page, "Start chat");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/chat"), new() { Timeout = 15_000 });

        await TabTo(page, "Your message");
        await page.Keyboard.TypeAsync("hello");
        await TabTo(page, "Send");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(Lines(page)).ToHaveCountAsync(2);
        await Assertions.Expect(page.GetByLabel("Your message")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_text_leads_to_a_link_and_the_link_to_the_same_conversation()
    {
        await using var app = await CompanionApp.Start();
        foreach (var words in new[] { "hello", "Anna", "1954-03-12", "CHAT" })
        {
            await app.Text("+447700900123", words);
        }

        var link = (await app.All<SignedLink>()).Single();
        var page = await browser.Open(width: 360, javaScript: false);
        await page.GotoAsync($"{app.Address}/l/{app.Part<Links>().Sign(link.Id)}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on here" }).ClickAsync();
        await page.GetByLabel("Day").FillAsync("12");
        await page.GetByLabel("Month").FillAsync("3");
        await page.GetByLabel("Year").FillAsync("1954");
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Say(page, "thank you");

        await Assertions.Expect(Lines(page).Last).ToContainTextAsync("You said: thank you");
        Assert.Single(await app.All<Conversation>());
    }

    private static ILocator Lines(IPage page) => page.Locator("#messages li");

    private static async Task Say(IPage page, string words)
    {
        await page.GetByLabel("Your message").FillAsync(words);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
    }

    private static async Task TabTo(IPage page, string name)
    {
        for (var presses = 0; presses < 30; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            var focused = page.Locator(":focus");
            var label = await focused.EvaluateAsync<string>("e => (e.labels && e.labels.length ? e.labels[0] : e).textContent.trim()");
            if (label.StartsWith(name, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"The Tab key never came to '{name}'.");
    }
}
