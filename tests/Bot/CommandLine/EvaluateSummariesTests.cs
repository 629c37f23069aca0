using System.CommandLine;
using System.Text.Json;
using Companion.Bot.CommandLine;
using Companion.Bot.Tests.Models;
using Companion.Workflows.Summaries.Asking;
using NodaTime;

namespace Companion.Bot.Tests.CommandLine;

public sealed class EvaluateSummariesTests : IDisposable
{
    private const string Case = """
        { "id": "debt-01", "sources": [{"id": "m1", "at": "2026-03-02T09:10:00Z", "speaker": "person", "words": "I owe the shop 300 pounds"}],
          "facts": [{"heading": "issues", "fact": "owes 300", "from": ["m1"], "words": ["300"]}],
          "outputs": [{"model": "example", "prompt": "summary.v1", "sentences": [
            {"heading": "issues", "text": "She owes a shop £400.", "cites": ["m1"], "fault": "wrongNumber"},
            {"heading": "issues", "text": "She owes a shop £300.", "cites": ["m1"], "fault": null}]}] }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("companion-cases-").FullName;
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_writes_what_was_caught_by_kind_and_by_model_as_a_table()
    {
        Write("debt-01.json", Case);

        Assert.Equal(0, await Run("evaluate", "summaries", "--cases", folder));

        Assert.Equal("", error.ToString());
        Assert.Contains("planted faults caught         1 of 1 (100.0 %)\n", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("sound sentences struck        0 of 1 (0.0 %)\n", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("facts covered (extractive)    1 of 1 (100.0 %)\n", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("WrongNumber", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("example summary.v1", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_writes_one_JSON_object_when_asked()
    {
        Write("debt-01.json", Case);

        Assert.Equal(0, await Run("evaluate", "summaries", "--cases", folder, "--json"));

        using var json = JsonDocument.Parse(output.ToString());
        Assert.Equal(1, json.RootElement.GetProperty("cases").GetInt32());
        Assert.Equal(1, json.RootElement.GetProperty("caught").GetProperty("rate").GetDouble());
        Assert.Equal("wrongNumber", json.RootElement.GetProperty("kinds")[0].GetProperty("fault").GetString());
        Assert.Equal("example", json.RootElement.GetProperty("outputs")[0].GetProperty("model").GetString());
    }

    [Fact]
    public async Task A_malformed_file_is_named_with_its_field_and_the_rest_still_runs()
    {
        Write("a.json", Case.Replace("\"speaker\": \"person\", ", "", StringComparison.Ordinal));
        Write("b.json", "{ no json");
        Write("c.json", Case);

        Assert.Equal(2, await Run("evaluate", "summaries", "--cases", folder));

        Assert.Contains("a.json: $.sources[0].speaker is missing", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("b.json: it is no JSON", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("cases                         1\n", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_cases_is_said()
    {
        Assert.Equal(1, await Run("evaluate", "summaries", "--cases", Path.Combine(folder, "nowhere")));

        Assert.Contains("there is no case file in", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("", output.ToString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_configured_model_is_asked_for_a_draft_of_each_case_and_measured_under_its_name_and_prompt(bool asJson)
    {
        Write("debt-01.json", Case);
        await using var server = await ModelServer.Start();
        server.Always = asking => asking.Say(ModelRig.Answer(
            ("issues", "They owe the shop 300 pounds.", "m1"), ("issues", "They owe the shop 400 pounds.", "m1"), ("issues", "They should ring 300 shops.", "m1")));
        var settings = new ModelSettings { Endpoint = server.Endpoint, ApiKey = ModelServer.Key, Name = "asked-for", PencePerMillionTokensIn = 250, PencePerMillionTokensOut = 1_000 };

        Assert.Equal(0, await EvaluateSummariesVerb.Run(folder, asJson, settings, output, error, Cancel));

        Assert.Equal("", error.ToString());
        Assert.Single(server.Requests);
        if (asJson)
        {
            using var json = JsonDocument.Parse(output.ToString());
            var asked = json.RootElement.GetProperty("asked");
            Assert.Equal((ModelServer.Model, "summary.v1"), (asked.GetProperty("model").GetString(), asked.GetProperty("prompt").GetString()));
            return;
        }

        Assert.Contains($"""
            asked: {ModelServer.Model} summary.v1
              cases it drafted            1 of 1 (100.0 %)
              facts covered               1 of 1 (100.0 %)
              sentences struck            2 of 3 (66.7 %)
              struck, yet hold a fact     1 of 3 (33.3 %)
              tokens read, written        812, 96 (0.30p)
            """ + "\n", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_fails_covers_nothing_and_the_reason_is_counted()
    {
        Write("debt-01.json", Case);
        await using var server = await ModelServer.Start();
        server.Always = asking => asking.Say("no JSON at all");

        Assert.Equal(0, await EvaluateSummariesVerb.Run(folder, false, new ModelSettings { Endpoint = server.Endpoint, ApiKey = ModelServer.Key, Name = "asked-for" }, output, error, Cancel));

        Assert.Contains("  cases it drafted            0 of 1 (0.0 %)\n  facts covered               none\n", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("  draft.instead.nonsense      1\n", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_configured_model_it_says_which_key_is_missing()
    {
        Write("debt-01.json", Case);

        Assert.Equal(1, await EvaluateSummariesVerb.Run(folder, false, new ModelSettings { Endpoint = "https://api.example/v1", Name = "asked-for" }, output, error, Cancel));

        Assert.Equal("evaluate: Model:ApiKey is not set (environment variable Model__ApiKey)." + Environment.NewLine, error.ToString());
        Assert.Equal("", output.ToString());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Write(string name, string json) => File.WriteAllText(Path.Combine(folder, name), json);

    private Task<int> Run(params string[] args) => Verbs.Run(
        Verbs.Of(_ => Task.FromResult(0), () => new LocalDate(2026, 11, 23)), args, new InvocationConfiguration { Output = output, Error = error })
        .WaitAsync(Cancel);
}
