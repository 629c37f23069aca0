using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Companion.Workflows.Summaries.Evaluating;

/// <summary>A case file that cannot be read: the message names the field.</summary>
public sealed class MalformedCaseException(string message) : Exception(message);

/// <summary>Reads case files as <c>docs/summaries.md</c> describes them, leniently: keys it does not know are passed over.</summary>
public static class CaseReader
{
    /// <summary>Reads one case.</summary>
    /// <exception cref="MalformedCaseException">Something that is needed is missing or of the wrong shape.</exception>
    public static CaseFile Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return Case(new Field(document.RootElement, "$"));
        }
        catch (JsonException wrong)
        {
            throw new MalformedCaseException($"it is no JSON (line {wrong.LineNumber + 1})");
        }
    }

    private static CaseFile Case(Field root)
    {
        var sources = root.Each("sources", required: true).Select(Source).ToList();
        if (sources.GroupBy(source => source.Id).FirstOrDefault(ids => ids.Count() > 1) is { } twice)
        {
            throw new MalformedCaseException($"$.sources: the id '{twice.Key}' stands twice");
        }

        var raised = root.Each("raised").Select(one => new Raised(Known(one, sources), one.Text("words"), one.Optional("kind") ?? "other")).ToList();
        var known = root.Each("known").Select(name => name.Value()).ToList();
        return new CaseFile(
            root.Text("id"),
            new Episode(root.Optional("language") ?? "en", sources, raised, known),
            [.. root.Each("facts").Select(Fact)],
            [.. root.Each("outputs").Select(Output)]);
    }

    private static string Known(Field raised, List<Source> sources)
    {
        var id = raised.Text("source");
        return sources.Exists(source => source.Id == id) ? id : throw new MalformedCaseException($"{raised.Path}.source: there is no source '{id}'");
    }

    private static Source Source(Field source) =>
        new(source.Text("id"), At(source), Named<Speaker>(source, "speaker"), source.Text("words", mayBeEmpty: true));

    private static Instant At(Field source) => OffsetDateTimePattern.ExtendedIso.Parse(source.Text("at")) is { Success: true } read
        ? read.Value.ToInstant()
        : throw new MalformedCaseException($"{source.Path}.at: no time as 2026-03-02T09:10:00Z");

    private static ReferenceFact Fact(Field fact) => new(
        Named<Heading>(fact, "heading"), fact.Text("fact"), [.. fact.Each("from", required: true).Select(id => id.Value())],
        [.. fact.Each("words").Select(word => word.Value())]);

    private static RecordedOutput Output(Field output) => new(
        output.Optional("model") ?? "unnamed",
        output.Optional("prompt") ?? "unnamed",
        [.. output.Each("sentences", required: true).Select(Sentence)],
        [.. output.Each("omits").Select(id => id.Value())]);

    private static RecordedSentence Sentence(Field sentence)
    {
        var proposed = new Proposed(
            Named<Heading>(sentence, "heading"), sentence.Text("text", mayBeEmpty: true), [.. sentence.Each("cites").Select(id => id.Value())]);
        return new RecordedSentence(proposed, Planted(sentence));
    }

    private static Fault? Planted(Field sentence)
    {
        if (sentence.Optional("fault") is not { } name || FaultNames.Letters(name) is "" or "none" or "sound" or "null")
        {
            return null;
        }

        return FaultNames.Of(name) ?? throw new MalformedCaseException($"{sentence.Path}.fault: there is no fault '{name}'");
    }

    private static T Named<T>(Field field, string name)
        where T : struct, Enum
    {
        var text = field.Text(name);
        return Enum.TryParse<T>(FaultNames.Letters(text), ignoreCase: true, out var value)
            ? value
            : throw new MalformedCaseException($"{field.Path}.{name}: there is no '{text}'");
    }
}
