using Companion.Dialogs.Words;
using Companion.Workflows.Summaries;
using Companion.Workflows.Summaries.Evaluating;

namespace Companion.Workflows.Tests.Summaries;

public sealed class CaseReaderTests
{
    private const string Whole = """
        { "id": "debt-01", "language": "en", "about": "x", "more": 1,
          "sources": [{"id": "m1", "at": "2026-03-02T09:10:00Z", "speaker": "PERSON", "words": "i owe 300"}],
          "raised": [{"source": "m1", "words": "i owe 300", "kind": "other"}], "known": ["Jean Smith"],
          "facts": [{"heading": "issues", "fact": "owes 300", "from": ["m1"], "words": ["300"]}],
          "outputs": [{"model": "m", "prompt": "summary.v1", "omits": ["m1"], "sentences": [
            {"heading": "issues", "text": "Owes 400.", "cites": ["m1"], "fault": "FAULT"},
            {"heading": "social context", "text": "Owes 300.", "cites": ["m1"], "fault": null}]}] }
        """;

    [Theory]
    [InlineData("wrongNumber", Fault.WrongNumber)]
    [InlineData("wrong score", Fault.WrongNumber)]
    [InlineData("wrong_score", Fault.WrongNumber)]
    [InlineData("Score", Fault.WrongNumber)]
    [InlineData("dropped-negation", Fault.DroppedNegation)]
    [InlineData("OTHERPERSONSMESSAGE", Fault.OtherPersonsMessage)]
    [InlineData("other person's message", Fault.OtherPersonsMessage)]
    [InlineData("none", null)]
    public void A_fault_goes_by_its_name_or_as_people_say_it(string name, Fault? fault) =>
        Assert.Equal(fault, CaseReader.Read(Whole.Replace("FAULT", name, StringComparison.Ordinal)).Outputs[0].Sentences[0].Planted);

    [Theory]
    [InlineData("\"wrongNumber\"", "\"colour\"", "$.outputs[0].sentences[0].fault: there is no fault 'colour'")]
    [InlineData("\"words\": \"i owe 300\"}],\n", "\"word\": \"i owe 300\"}],\n", "$.sources[0].words is missing")]
    [InlineData("2026-03-02T09:10:00Z", "yesterday", "$.sources[0].at: no time as 2026-03-02T09:10:00Z")]
    [InlineData("\"PERSON\"", "\"ghost\"", "$.sources[0].speaker: there is no 'ghost'")]
    [InlineData("\"source\": \"m1\"", "\"source\": \"m7\"", "$.raised[0].source: there is no source 'm7'")]
    [InlineData("\"known\": [\"Jean Smith\"]", "\"known\": \"Jean\"", "$.known is no list")]
    [InlineData("\"id\": \"debt-01\",", "", "$.id is missing")]
    public void What_is_wrong_with_a_case_names_its_field(string part, string spoilt, string message)
    {
        var json = Whole.ReplaceLineEndings("\n").Replace("FAULT", "wrongNumber", StringComparison.Ordinal);
        Assert.Contains(part, json, StringComparison.Ordinal);

        Assert.Equal(message, Assert.Throws<MalformedCaseException>(() => CaseReader.Read(json.Replace(part, spoilt, StringComparison.Ordinal))).Message);
    }

    [Fact]
    public void An_evaluation_counts_what_was_caught_and_what_was_left_out()
    {
        var report = new EvaluateSummaries(new ExtractiveSummariser(new TextBook(typeof(WorkflowParts).Assembly)))
            .Handle([CaseReader.Read(Whole.Replace("FAULT", "wrongNumber", StringComparison.Ordinal))]);

        Assert.Equal(new Share(2, 2), report.Caught);
        Assert.Equal(new Share(0, 1), report.CaughtFalsely);
        Assert.Equal(new Share(1, 1), report.Coverage);
        Assert.Equal([Fault.WrongNumber, Fault.DroppedRisk], report.Kinds.Select(kind => kind.Fault));
        Assert.Equal(("m", "summary.v1"), (report.Outputs[0].Model, report.Outputs[0].Prompt));
    }
}
