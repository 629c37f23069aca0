using System.Net;
using Companion.Bot.Tests.Hosting;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Receiving;

namespace Companion.Bot.Tests.Pages;

public sealed class ChatTests
{
    [Fact]
    public async Task The_first_visit_says_what_it_is_not_for_and_stores_nothing()
    {
        await using var app = await CompanionApp.Start();
        using var anna = new Visitor(app.Address);

        await anna.Open("/chat");

        Assert.Contains("call 999", anna.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("What happens to your words", anna.Page.Body.TextContent, StringComparison.Ordinal);
        Assert.Empty(await app.All<ChatSession>());
    }

    [Fact]
    public async Task Words_are_answered_on_the_page_that_follows()
    {
        await using var app = await CompanionApp.Start();
        using var anna = new Visitor(app.Address);
        await anna.Open("/chat");

        await anna.Say("hello");
        await anna.Say("Anna");

        Assert.Equal(["+ hello", "Hello from Shire Social Prescribing. What is your name?", "+ Anna", "Hello Anna. When were you born?"], anna.Lines);
        Assert.Equal("latest", anna.Page.QuerySelectorAll("#messages li")[2].Id);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_says_its_words_once()
    {
        await using var app = await CompanionApp.Start();
        using var anna = new Visitor(app.Address);
        await anna.Open("/chat");
        var (action, form) = (anna.Action(), await anna.Form(("Words", "hello")).ReadAsStringAsync(TestContext.Current.CancellationToken));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => anna.Raw(Post(action, form))));

        Assert.Single(await app.All<InboundMessage>());
        Assert.Single(await app.All<ChatSession>());
    }

    [Fact]
    public async Task An_old_form_with_other_words_is_a_new_message()
    {
        await using var app = await CompanionApp.Start();
        using var anna = new Visitor(app.Address);
        await anna.Open("/chat");
        await anna.Raw(Post(anna.Action(), await anna.Form(("Words", "hello")).ReadAsStringAsync(TestContext.Current.CancellationToken)));

        await anna.Say("Anna");

        Assert.Equal(2, (await app.All<InboundMessage>()).Count);
    }

    [Fact]
    public async Task An_empty_message_is_kindly_refused()
    {
        await using var app = await CompanionApp.Start();
        using var anna = new Visitor(app.Address);
        await anna.Open("/chat");

        await anna.Say("  \n ");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, anna.Status);
        Assert.Contains("Write a message", anna.Page.QuerySelector(".nhsuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Error:", anna.Page.Title, StringComparison.Ordinal);
        Assert.Empty(await app.All<InboundMessage>());
    }

    [Theory]
    [InlineData(Incoming.LongestKept + 1)]
    [InlineData(10 * 1024 * 1024)]
    public async Task A_message_that_is_too_long_is_refused_and_what_fits_stays_in_the_box(int length)
    {
        await using var app = await CompanionApp.Start();
        using var anna = new Visitor(app.Address);
        await anna.Open("/chat");

        await anna.Submit(("Words", "It began\u2019 in May. " + new string('a', length)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, anna.Status);
        Assert.Contains("too long", anna.Page.QuerySelector(".nhsuk-error-summary")!.TextContent, StringComparison.Ordinal);
        var box = anna.Page.QuerySelector("textarea")!.TextContent;
        Assert.StartsWith("It began\u2019 in May. aaa", box, StringComparison.Ordinal);
        Assert.Equal(Incoming.LongestKept, box.Length);
        Assert.Empty(await app.All<InboundMessage>());
    }

    [Fact]
    public async Task The_longest_message_goes_and_is_heard()
    {
        await using var app = await CompanionApp.Start();
        using var anna = new Visitor(app.Address);
        await anna.Open("/chat");

        await anna.Say(new string('\u20ac', Incoming.LongestKept - 30) + " i want to kill myself");

        Assert.Equal(HttpStatusCode.OK, anna.Status);
        Assert.Single(await app.All<HandOff>());
    }

    [Fact]
    public async Task A_script_is_asked_to_slow_down_and_its_words_stay_in_the_box()
    {
        await using var app = await CompanionApp.Start();
        using var anna = new Visitor(app.Address);
        await anna.Open("/chat");
        for (var said = 0; said < 40 && anna.Status != HttpStatusCode.TooManyRequests; said++)
        {
            await anna.Say($"again {said}");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, anna.Status);
        Assert.StartsWith("again", anna.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_are_shown_as_words_whatever_they_look_like()
    {
        await using var app = await CompanionApp.Start();
        using var anna = new Visitor(app.Address);
        await anna.Open("/chat");

        await anna.Say("<script>alert(1)</script> https://example.com <b>");

        Assert.Equal("+ <script>alert(1)</script> https://example.com <b>", anna.Lines[0]);
        Assert.Empty(anna.Page.QuerySelectorAll("#messages a, #messages b, #messages script"));
    }

    [Fact]
    public async Task Danger_is_answered_at_once_and_the_number_to_call_goes_onto_the_hand_off()
    {
        await using var app = await CompanionApp.Start();
        using var anna = new Visitor(app.Address);
        await anna.Open("/chat");

        await anna.Say("i want to kill myself");
        Assert.Contains(anna.Lines, line => line.Contains("999", StringComparison.Ordinal));
        Assert.Equal("What phone number can we call you on?", anna.Lines[^1]);
        await anna.Say("its 07700 900 456");

        Assert.Equal("+447700900456", Assert.Single(await app.All<HandOff>()).CallbackNumber);
        Assert.StartsWith("Thank you. We have your number.", anna.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_browsers_do_not_see_each_other()
    {
        await using var app = await CompanionApp.Start();
        using var anna = new Visitor(app.Address);
        using var bob = new Visitor(app.Address);
        await anna.Open("/chat");
        await anna.Say("hello");
        await bob.Open("/chat");

        Assert.Empty(bob.Lines);
        await bob.Say("hello");
        Assert.Equal(2, bob.Lines.Count);
    }

    [Fact]
    public async Task A_forged_cookie_opens_nothing()
    {
        await using var app = await CompanionApp.Start();
        using var anna = new Visitor(app.Address);
        await anna.Open("/chat");
        await anna.Say("hello");
        var session = Assert.Single(await app.All<ChatSession>());
        using var eve = new Visitor(app.Address);
        eve.Cookies.Add(new Uri(app.Address), new Cookie("companion-chat", app.Part<Links>().Sign(session.Id)));

        await eve.Open("/chat");

        Assert.Empty(eve.Lines);
    }

    [Fact]
    public async Task The_exit_forgets_the_chat_and_goes_elsewhere()
    {
        await using var app = await CompanionApp.Start();
        using var anna = new Visitor(app.Address);
        await anna.Open("/chat");
        await anna.Say("hello");

        using var plain = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false, CookieContainer = anna.Cookies });
        var answer = await plain.GetAsync($"{app.Address}/exit", TestContext.Current.CancellationToken);
        await anna.Open("/chat");

        Assert.Equal("https://www.bbc.co.uk/weather", answer.Headers.Location!.ToString());
        Assert.Empty(anna.Lines);
    }

    [Fact]
    public async Task A_post_without_the_forms_token_is_refused_with_a_page()
    {
        await using var app = await CompanionApp.Start();
        using var anna = new Visitor(app.Address);

        var answer = await anna.Raw(Post("/chat", "Words=hello&Service=sample&Form=00"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Go back and try again", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(await app.All<InboundMessage>());
    }

    private static HttpRequestMessage Post(string to, string form) => new(HttpMethod.Post, to)
    {
        Content = new StringContent(form, System.Text.Encoding.ASCII, "application/x-www-form-urlencoded"),
    };
}
