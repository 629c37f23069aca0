using Companion.Workflows.Conversations;
using Companion.Workflows.People;
using Companion.Workflows.Receiving;
using Companion.Workflows.Sending;
using NodaTime;

namespace Companion.Workflows.Tests.HandOffs;

/// <summary>What the bot says while a link worker holds the conversation: nothing, but what leaves the person waiting in the dark.</summary>
public sealed class WhileHeldTests
{
    private static readonly Instant Evening = Instant.FromUtc(2026, 11, 27, 18, 0); // a Friday

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_their_link_worker_is_in_the_bot_is_silent()
    {
        await using var rig = await Rig.At(Desk.Monday);
        await rig.PickedUpBy(await rig.AskedForAPerson(), await rig.Employ("Sam Okoye"));
        var before = rig.SentTo(Rig.Anna).Count;

        await rig.Text("my boiler is broken");
        await rig.Pass(Duration.FromMinutes(2));

        Assert.Equal(before, rig.SentTo(Rig.Anna).Count);
    }

    [Fact]
    public async Task Whose_link_worker_is_away_hears_once_an_absence_when_their_words_will_be_read()
    {
        await using var rig = await Rig.At(Desk.Monday);
        await rig.PickedUpBy(await rig.AskedForAPerson(), await rig.Employ("Sam Okoye"));
        rig.Clock.Now = Evening;
        var before = rig.SentTo(Rig.Anna).Count;

        await rig.Text("are you there?");
        await rig.Text("sam?");
        await rig.Rest();

        var said = Assert.Single(rig.SentTo(Rig.Anna).Skip(before));
        Assert.StartsWith("Sam is not here just now and will read your words on Monday 30 November.", said, StringComparison.Ordinal);
        Assert.Contains("116 123", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_night_whoever_has_just_written_is_answered()
    {
        await using var rig = await Rig.At(Desk.Monday);
        await rig.PickedUpBy(await rig.AskedForAPerson(), await rig.Employ("Sam Okoye"));
        rig.Clock.Now = Instant.FromUtc(2026, 11, 24, 3, 0);
        var before = rig.SentTo(Rig.Anna).Count;

        await rig.Text("i cant sleep");
        await rig.Rest();

        Assert.Contains("will read your words today", Assert.Single(rig.SentTo(Rig.Anna).Skip(before)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_works_late_is_not_called_away()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var hold = await rig.PickedUpBy(await rig.AskedForAPerson(), await rig.Employ("Sam Okoye"));
        rig.Clock.Now = Evening;
        await rig.Reply(hold, "I am still here", evenAtNight: true);
        var before = rig.SentTo(Rig.Anna).Count;

        await rig.Pass(Duration.FromMinutes(5));
        await rig.Text("thank you sam");
        await rig.Rest();

        Assert.DoesNotContain(rig.SentTo(Rig.Anna).Skip(before), words => words.Contains("not here", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_picture_is_said_once_a_hold_not_to_be_seen_here()
    {
        await using var rig = await Rig.At(Desk.Monday);
        await rig.PickedUpBy(await rig.AskedForAPerson(), await rig.Employ("Sam Okoye"));
        var before = rig.SentTo(Rig.Anna).Count;

        await Picture("MM1");
        await Picture("MM2");
        await rig.Rest();

        Assert.StartsWith("Sorry, we cannot see pictures", Assert.Single(rig.SentTo(Rig.Anna).Skip(before)), StringComparison.Ordinal);
        Assert.Equal(2, (await rig.All<InboundMessage>()).Count(message => message.Attachments == 1)); // and the link worker sees that they came

        Task<Receipt> Picture(string id) => rig.Part<ReceiveMessage>().Handle(new Incoming("shire", Channel.Sms, id, Rig.Anna, "") { Attachments = 1 }, Cancel);
    }

    [Theory]
    [InlineData("HELP")]
    [InlineData("STOP")]
    [InlineData("i cant go on like this")]
    public async Task Words_that_have_their_own_answer_get_only_that(string words)
    {
        await using var rig = await Rig.At(Desk.Monday);
        await rig.PickedUpBy(await rig.AskedForAPerson(), await rig.Employ("Sam Okoye"));
        rig.Clock.Now = Evening;

        await rig.Text(words);
        await rig.Rest();

        Assert.DoesNotContain(await rig.All<OutboundMessage>(), row => row.Class == SendClass.WhileHeld);
    }

    [Fact]
    public async Task Nothing_of_it_is_said_after_STOP_or_to_danger()
    {
        await using var rig = await Rig.At(Desk.Monday);
        await rig.PickedUpBy(await rig.AskedForAPerson(), await rig.Employ("Sam Okoye"));
        rig.Clock.Now = Evening;

        await rig.Text("i want to kill myself");
        await rig.Rest();
        Assert.DoesNotContain(rig.SentTo(Rig.Anna), words => words.Contains("is not here just now", StringComparison.Ordinal));

        await rig.Text("STOP");
        await rig.Text("hello?");
        await rig.Rest();
        Assert.DoesNotContain(rig.SentTo(Rig.Anna), words => words.Contains("is not here just now", StringComparison.Ordinal));
    }
}
