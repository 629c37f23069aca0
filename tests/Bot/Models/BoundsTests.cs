using System.Text.Json;
using Companion.Workflows.Summaries;
using Companion.Workflows.Summaries.Asking;

namespace Companion.Bot.Tests.Models;

/// <summary>Very much, very little, and nothing at all.</summary>
public sealed class BoundsTests
{
    // 48,000 letters of data and the prompt, at three a token, and the answer.
    private const int MostTokens = 22_000;

    [Theory]
    [InlineData(500, 160)]
    [InlineData(500, 5_000)]
    [InlineData(5_000, 20)]
    public async Task A_long_conversation_is_asked_about_within_a_limit_with_its_newest_and_its_dangerous_messages(int messages, int letters)
    {
        await using var rig = await ModelRig.Start();
        rig.Server.Always = asking => asking.Say(ModelRig.Answer(("issues", "They owe the shop 300 pounds.", $"m{messages}")), withUsage: false);
        var words = Enumerable.Range(0, messages - 2).Select(_ => string.Join(' ', Enumerable.Repeat("tired", letters / 6)));

        var draft = await rig.Summarise(Talks.Of(["Margaret Okafor"], ["some days i want to die", .. words, "I owe the shop 300 pounds"]).WithRaised("m1", "want to die"));

        Assert.Equal(Writer.Model, draft.Origin.Writer);
        Assert.InRange(await rig.Spent(), 2_500, MostTokens);
        using var request = JsonDocument.Parse(Assert.Single(rig.Server.Requests));
        var data = JsonSerializer.Deserialize<JsonElement>(request.RootElement.GetProperty("messages")[1].GetProperty("content").GetString()!);
        var ids = data.GetProperty("sources").EnumerateArray().Select(source => source.GetProperty("id").GetString()).ToList();
        Assert.Equal(("m1", $"m{messages}"), (ids[0], ids[^1]));
    }

    // A name or an emoji is longer in the question than in the message, and danger may have been heard in all of them.
    [Theory]
    [InlineData("Jo ", false)]
    [InlineData("😢 so tired ", false)]
    [InlineData("\"\u0001", false)]
    [InlineData("i want to die ", true)]
    public async Task Whatever_makes_a_question_longer_it_stays_within_the_limit(string repeated, bool raised)
    {
        await using var rig = await ModelRig.Start();
        rig.Server.Always = asking => asking.Say(ModelRig.Answer(("issues", "They owe the shop 300 pounds.", "m500")), withUsage: false);
        var episode = Talks.Of(["Jo Hill"], [.. Enumerable.Repeat(string.Concat(Enumerable.Repeat(repeated, 60)), 499), "I owe the shop 300 pounds"]);
        foreach (var source in raised ? episode.Sources.SkipLast(1).ToList() : [])
        {
            episode = episode.WithRaised(source.Id, "want to die");
        }

        var draft = await rig.Summarise(episode);

        Assert.True(raised || draft.Origin.Writer == Writer.Model);
        Assert.InRange(await rig.Spent(), 2_500, MostTokens);
        Assert.InRange(Assert.Single(rig.Server.Requests).Length, 10_000, 200_000);
        Assert.Equal(raised ? 499 : 0, draft.Sentences.Count(sentence => sentence.Heading == Heading.Risks && sentence.Fault is null && sentence.Text.Contains("want to die", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData]
    [InlineData("")]
    [InlineData("😢", "😢😢😢", "👍🏽")]
    [InlineData("...", "?")]
    public async Task Without_a_word_of_anybody_no_request_leaves(params string[] words)
    {
        await using var rig = await ModelRig.Start();

        var draft = await rig.Summarise(Talks.Of(["Margaret Okafor"], words));

        Assert.Equal((Writer.Extractive, Why.Nothing), (draft.Origin.Writer, draft.Origin.InsteadOf));
        Assert.Empty(rig.Server.Requests);
        Assert.Equal(0, await rig.Spent());
        Assert.Contains(draft.Sentences, sentence => sentence.Heading == Heading.Risks);
    }

    [Fact]
    public async Task Emoji_among_words_come_through_whole()
    {
        await using var rig = await ModelRig.Start();
        rig.Server.Always = asking => asking.Say(ModelRig.Answer(("issues", "They wrote \"im so tired 😢👨‍👩‍👧\".", "m1")));

        var draft = await rig.Summarise(Talks.Of(["Margaret Okafor"], "im so tired 😢👨‍👩‍👧"));

        Assert.Equal("im so tired 😢👨‍👩‍👧", new Sent(Assert.Single(rig.Server.Requests)).Words[0]);
        Assert.Equal((Writer.Model, "They wrote \"im so tired 😢👨‍👩‍👧\"."), (draft.Origin.Writer, draft.Sentences[0].Text));
    }
}
