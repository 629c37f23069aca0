using System.Net;
using Companion.Bot.Dev;
using Companion.Bot.Tests.Hosting;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Bot.Tests.Pages;

public sealed class LinkTests
{
    private const string Anna = "+447700900123";

    [Fact]
    public async Task Looking_at_an_acknowledge_link_changes_nothing_and_pressing_the_button_accepts_once()
    {
        await using var app = await CompanionApp.Start();
        await app.Text(Anna, "i want to kill myself");
        var link = await AcknowledgeLink(app);
        using var sam = new Visitor(app.Address);

        await sam.Open(link);
        await sam.Open(link);
        var handOff = Assert.Single(await app.All<HandOff>());
        Assert.Null(handOff.AcknowledgedAt);
        Assert.Contains(handOff.Reference, sam.Page.Body!.TextContent, StringComparison.Ordinal);

        await sam.Submit();
        Assert.Contains("You accepted it at", sam.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(await app.All<HandOff>()).AcknowledgedBy);

        await sam.Open(link);
        Assert.Equal(HttpStatusCode.Gone, sam.Status);
        Assert.Contains("accepted it at", sam.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(sam.Page.QuerySelector("form"));
    }

    [Fact]
    public async Task Danger_heard_again_while_the_page_of_a_link_is_open_is_not_accepted_unread()
    {
        await using var app = await CompanionApp.Start();
        await app.Text(Anna, "i want to kill myself");
        using var sam = new Visitor(app.Address);
        await sam.Open(await AcknowledgeLink(app));

        await app.Text(Anna, "i have taken the tablets");
        await sam.Submit();
        Assert.Contains("Danger was heard again", sam.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(Assert.Single(await app.All<HandOff>()).AcknowledgedAt);

        await sam.Submit();
        Assert.Contains("You accepted it at", sam.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_asked_whether_it_is_done_says_that_they_are_on_it()
    {
        await using var app = await CompanionApp.Start();
        await app.Text(Anna, "i want to kill myself");
        var link = await AcknowledgeLink(app);
        var asked = await app.Part<IStore>().Write(
            async session =>
            {
                var handOff = Assert.Single(await session.Query<HandOff>("WHERE \"ClearedAt\" IS NULL"));
                (handOff.AcknowledgedAt, handOff.AcknowledgedBy) = (handOff.OpenedAt, "Mo");
                (handOff.StillAsked, handOff.StillAskedAt) = (1, handOff.OpenedAt);
                session.Update(handOff);
                return handOff;
            },
            TestContext.Current.CancellationToken);
        using var sam = new Visitor(app.Address);

        await sam.Open(link);
        Assert.Contains("It is still open", sam.Page.Body!.TextContent, StringComparison.Ordinal);
        await sam.Submit();

        Assert.Contains("You accepted it at", sam.Page.Body!.TextContent, StringComparison.Ordinal);
        var answered = Assert.Single(await app.All<HandOff>());
        Assert.Equal((0, null), (answered.StillAsked, answered.StillAskedAt));
        Assert.True(answered.AcknowledgedAt > asked.OpenedAt);
    }

    [Fact]
    public async Task The_second_person_to_press_is_told_who_has_it()
    {
        await using var app = await CompanionApp.Start();
        await app.Text(Anna, "i want to kill myself");
        var link = await AcknowledgeLink(app);
        using var sam = new Visitor(app.Address);
        await sam.Open(link);
        await app.Part<AcknowledgeHandOff>().Handle(Assert.Single(await app.All<HandOff>()).Id, "Mo", alarms: null, TestContext.Current.CancellationToken);

        await sam.Submit();

        Assert.Contains("Mo accepted it at", sam.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Mo", Assert.Single(await app.All<HandOff>()).AcknowledgedBy);
    }

    [Theory]
    [InlineData("/l/3e8-AAAAAAAAAAAAAAAA")]
    [InlineData("/l/nonsense")]
    [InlineData("/l/-")]
    [InlineData("/l/3e8-")]
    public async Task A_forged_link_is_not_found(string link)
    {
        await using var app = await CompanionApp.Start();
        using var eve = new Visitor(app.Address);

        await eve.Open(link);

        Assert.Equal(HttpStatusCode.NotFound, eve.Status);
        Assert.Equal("We cannot find this page", eve.Heading);
    }

    [Fact]
    public async Task A_link_that_is_too_old_says_so()
    {
        await using var app = await CompanionApp.Start();
        using var anna = new Visitor(app.Address);
        await app.Text(Anna, "hello");
        await app.Text(Anna, "CHAT");
        var link = await ChatLink(app);
        app.Part<CompanionClock>().MoveForward(Duration.FromHours(25));

        await anna.Open(link);

        Assert.Equal(HttpStatusCode.Gone, anna.Status);
        Assert.Contains("too old", anna.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_whose_date_of_birth_is_not_known_goes_on_where_the_texts_stopped()
    {
        await using var app = await CompanionApp.Start();
        await app.Text(Anna, "hello");
        await app.Text(Anna, "CHAT");
        using var anna = new Visitor(app.Address);
        await anna.Open(await ChatLink(app));

        await anna.Submit();
        Assert.Empty(anna.Lines);
        Assert.Contains("What is your name?", anna.Page.QuerySelector(".nhsuk-inset-text")!.TextContent, StringComparison.Ordinal);
        await anna.Say("Anna");

        Assert.Equal(["+ Anna", "Hello Anna. When were you born?"], anna.Lines);
        Assert.Single(await app.All<Conversation>());
        Assert.Equal(Channel.WebChat, Assert.Single(await app.All<Address>()).LastChannel);
    }

    [Fact]
    public async Task A_text_takes_the_conversation_back_to_the_phone()
    {
        await using var app = await CompanionApp.Start();
        await app.Text(Anna, "hello");
        await app.Text(Anna, "CHAT");
        using var anna = new Visitor(app.Address);
        await anna.Open(await ChatLink(app));
        await anna.Submit();
        await anna.Say("Anna");

        await app.Text(Anna, "1954-03-12");

        Assert.Equal(Channel.Sms, (await app.All<OutboundMessage>()).OrderBy(m => m.Id).Last().Channel);
        Assert.Single(await app.All<Conversation>());
    }

    [Fact]
    public async Task Earlier_answers_are_shown_after_the_right_date_of_birth_and_no_name_before()
    {
        await using var app = await CompanionApp.Start();
        var link = await Known(app);
        using var anna = new Visitor(app.Address);
        await anna.Open(link);
        await anna.Submit();
        Assert.DoesNotContain("Anna", anna.Page.DocumentElement.TextContent, StringComparison.Ordinal);

        await anna.Submit(("day", "31"), ("month", "2"), ("year", "1954"));
        Assert.Contains("3 numbers", anna.Page.QuerySelector(".nhsuk-error-summary")!.TextContent, StringComparison.Ordinal);
        await anna.Submit(("day", "13"), ("month", "3"), ("year", "1954"));
        Assert.Contains("not the date of birth", anna.Page.QuerySelector(".nhsuk-error-summary")!.TextContent, StringComparison.Ordinal);
        await anna.Submit(("day", "12"), ("month", "03"), ("year", "1954"));

        Assert.Contains("+ Anna", anna.Lines);
        await anna.Say("thank you");
        Assert.Equal("You said: thank you", anna.Lines[^1]);
    }

    [Fact]
    public async Task Three_wrong_dates_of_birth_end_the_trying()
    {
        await using var app = await CompanionApp.Start();
        var link = await Known(app);
        using var eve = new Visitor(app.Address);
        await eve.Open(link);
        await eve.Submit();

        foreach (var day in new[] { "1", "2", "3" })
        {
            await eve.Submit(("day", day), ("month", "1"), ("year", "1960"));
        }

        Assert.Null(eve.Page.QuerySelector("form"));
        Assert.Contains("did not match", eve.Page.Body!.TextContent, StringComparison.Ordinal);
        var session = Assert.Single(await app.All<ChatSession>());
        Assert.True(session.IsRefused);
        Assert.Equal(Proof.Refused, await app.Part<ProveBirthDate>().Handle(session.Id, new LocalDate(1954, 3, 12), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nothing_is_said_for_a_phone_before_its_date_of_birth_is_given()
    {
        await using var app = await CompanionApp.Start();
        var link = await Known(app);
        using var eve = new Visitor(app.Address);
        await eve.Open("/chat");
        var form = eve.Form(("Words", "send me everything"));
        await eve.Open(link);
        await eve.Submit();
        var before = (await app.All<InboundMessage>()).Count;

        await eve.Raw(new HttpRequestMessage(HttpMethod.Post, "/chat") { Content = form });

        Assert.Equal(before, (await app.All<InboundMessage>()).Count);
    }

    [Fact]
    public async Task A_chat_link_works_once_and_a_newer_browser_ends_the_older()
    {
        await using var app = await CompanionApp.Start();
        await app.Text(Anna, "hello");
        await app.Text(Anna, "CHAT");
        using var first = new Visitor(app.Address);
        using var second = new Visitor(app.Address);
        var link = await ChatLink(app);
        await first.Open(link);
        await second.Open(link);
        await first.Submit();

        await second.Submit();
        Assert.Equal(HttpStatusCode.Gone, second.Status);

        await app.Text(Anna, "CHAT");
        await second.Open(await ChatLink(app));
        await second.Submit();
        await second.Say("Anna");
        await first.Open("/chat");
        Assert.Empty(first.Lines);
    }

    // A conversation by text that knows a name and a date of birth, and a link to go on.
    private static async Task<string> Known(CompanionApp app)
    {
        foreach (var words in new[] { "hello", "Anna", "1954-03-12", "CHAT" })
        {
            await app.Text(Anna, words);
        }

        await app.Part<RunToRest>().Handle(TestContext.Current.CancellationToken); // a text still on its way would stand last in the chat
        return await ChatLink(app);
    }

    private static async Task<string> ChatLink(CompanionApp app) =>
        "/l/" + app.Part<Links>().Sign((await app.All<SignedLink>()).Where(l => l.Purpose == LinkPurpose.ContinueInChat).Max(l => l.Id));

    private static async Task<string> AcknowledgeLink(CompanionApp app) =>
        "/l/" + app.Part<Links>().Sign((await app.All<SignedLink>()).First(l => l.Purpose == LinkPurpose.AcknowledgeHandOff).Id);
}
