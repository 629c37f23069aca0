using System.Text.Json;
using Companion.Workflows.Summaries;
using Companion.Workflows.Summaries.Asking;
using NodaTime;

namespace Companion.Bot.Tests.Models;

/// <summary>A model that does what it is asked, over real HTTP and the official client.</summary>
public sealed class ModelDraftTests
{
    private const string Good = """
        {"sentences":[{"heading":"issues","sentence":"They owe the shop 300 pounds.","cites":["m2"]},
                      {"heading":"risks","sentence":"They wrote \"some days i want to die\".","cites":["m4"]}]}
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_good_draft_is_shown_with_its_model_prompt_tokens_cost_and_time(bool stream)
    {
        await using var rig = await ModelRig.Start(stream);
        rig.Server.Always = asking =>
        {
            rig.Time.Move(TimeSpan.FromSeconds(2));
            return asking.Say(Good);
        };

        var draft = await rig.Summarise(Talks.InDebt());

        Assert.Equal(
            new Origin(Writer.Model, Duration.FromSeconds(2), ModelServer.Model, "summary.v1", 812, 96, 0.299m),
            draft.Origin);
        Assert.Equal(["They owe the shop 300 pounds.", "They wrote \"some days i want to die\"."], draft.Sentences.Select(one => one.Text));
        Assert.All(draft.Sentences, one => Assert.Null(one.Fault));
        Assert.Equal(908, await rig.Spent());
    }

    [Fact]
    public async Task What_leaves_is_the_prompt_the_episode_as_data_and_a_strict_schema_with_the_key_in_its_header()
    {
        await using var rig = await ModelRig.Start();
        rig.Server.Always = asking => asking.Say(Good);
        await rig.Summarise(Talks.InDebt(), Purpose.PickedUp);

        using var request = JsonDocument.Parse(Assert.Single(rig.Server.Requests));
        var root = request.RootElement;
        var format = root.GetProperty("response_format");
        Assert.Equal("json_schema", format.GetProperty("type").GetString());
        Assert.True(format.GetProperty("json_schema").GetProperty("strict").GetBoolean());
        var cites = format.GetProperty("json_schema").GetProperty("schema").GetProperty("properties").GetProperty("sentences").GetProperty("items")
            .GetProperty("properties").GetProperty("cites").GetProperty("items").GetProperty("enum");
        Assert.Equal(["m1", "m2", "m3", "m4"], cites.EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(["system", "user"], root.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("role").GetString()));
        Assert.Equal(ModelServer.Model, root.GetProperty("model").GetString());
        Assert.Equal(800, root.GetProperty("max_completion_tokens").GetInt32());
        Assert.False(root.TryGetProperty("stream", out _));
        var head = Assert.Single(rig.Server.Heads);
        Assert.StartsWith("POST /v1/chat/completions\n", head, StringComparison.Ordinal);
        Assert.Contains("Authorization: Bearer " + ModelServer.Key, head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_streamed_question_asks_for_its_usage_too()
    {
        await using var rig = await ModelRig.Start(stream: true);
        rig.Server.Always = asking => asking.Say(Good);
        await rig.Summarise(Talks.InDebt());

        using var request = JsonDocument.Parse(Assert.Single(rig.Server.Requests));
        Assert.True(request.RootElement.GetProperty("stream").GetBoolean());
        Assert.True(request.RootElement.GetProperty("stream_options").GetProperty("include_usage").GetBoolean());
    }

    [Theory]
    [InlineData("```json\n", "\n```")]
    [InlineData("```\n", "```")]
    [InlineData("\n\n ", "\n")]
    public async Task A_fence_around_the_answer_is_taken_off(string before, string after)
    {
        await using var rig = await ModelRig.Start();
        rig.Server.Always = asking => asking.Say(before + Good + after);

        Assert.Equal(Writer.Model, (await rig.Summarise(Talks.InDebt())).Origin.Writer);
    }

    [Fact]
    public async Task A_sentence_that_fails_is_shown_struck_and_what_was_raised_is_added()
    {
        await using var rig = await ModelRig.Start();
        rig.Server.Always = asking => asking.Say(ModelRig.Answer(
            ("issues", "They owe the shop 300 pounds.", "m2"), ("issues", "They owe the shop 400 pounds.", "m2"), ("issues", "They live with [PERSON 7].", "m1")));

        var draft = await rig.Summarise(Talks.InDebt());

        Assert.Equal(Writer.Model, draft.Origin.Writer);
        Assert.Equal([null, Fault.WrongNumber], draft.Sentences.Take(2).Select(one => one.Fault));
        Assert.NotNull(draft.Sentences[2].Fault);
        Assert.Contains(draft.Sentences, one => one.Heading == Heading.Risks && one.Fault is null && one.Text.Contains("want to die", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_usage_from_its_provider_the_estimate_stays_put_down()
    {
        await using var rig = await ModelRig.Start();
        rig.Server.Always = asking => asking.Say(Good, withUsage: false);

        var draft = await rig.Summarise(Talks.InDebt());

        Assert.Equal((Writer.Model, 0), (draft.Origin.Writer, draft.Origin.TokensIn));
        Assert.InRange(await rig.Spent(), 2_500, 10_000);
    }

    [Fact]
    public async Task Where_a_service_has_no_model_turned_on_no_request_leaves()
    {
        await using var rig = await ModelRig.Start(configure: service => service.Summaries.Model = false);

        var draft = await rig.Summarise(Talks.InDebt());

        Assert.Equal((Writer.Extractive, null, null), (draft.Origin.Writer, draft.Origin.InsteadOf, draft.Origin.Model));
        Assert.Empty(rig.Server.Requests);
    }

    [Fact]
    public async Task A_model_that_is_turned_on_and_not_configured_is_said_on_the_draft()
    {
        await using var rig = await ModelRig.Start(model: settings => settings.ApiKey = "");

        var draft = await rig.Summarise(Talks.InDebt());

        Assert.Equal((Writer.Extractive, Why.Unconfigured), (draft.Origin.Writer, draft.Origin.InsteadOf));
        Assert.Empty(rig.Server.Requests);
    }
}
