using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Companion.Workflows.Summaries.Asking;

/// <summary>How an answer has to look: sentences with a heading and the ids they stand on.</summary>
internal static class AnswerFormat
{
    // Providers take no more names in one schema than some hundreds; the checks find unknown ones in any case.
    private const int MostNamedIds = 200;

    /// <summary>The headings by the names a model knows them by: "about_me".</summary>
    public static readonly IReadOnlyDictionary<string, Heading> Headings =
        Enum.GetValues<Heading>().ToDictionary(heading => JsonNamingPolicy.SnakeCaseLower.ConvertName(heading.ToString()), StringComparer.Ordinal);

    /// <summary>The format for an episode whose sources have these ids.</summary>
    public static ChatResponseFormat For(IEnumerable<string> ids)
    {
        var known = ids.ToList();
        var cite = new JsonObject { ["type"] = "string" };
        if (known.Count is > 0 and <= MostNamedIds)
        {
            cite["enum"] = Names(known);
        }

        var sentence = Closed(new()
        {
            ["heading"] = new JsonObject { ["type"] = "string", ["enum"] = Names(Headings.Keys) },
            ["sentence"] = new JsonObject { ["type"] = "string" },
            ["cites"] = new JsonObject { ["type"] = "array", ["items"] = cite },
        });
        var schema = Closed(new() { ["sentences"] = new JsonObject { ["type"] = "array", ["items"] = sentence } });
        return ChatResponseFormat.ForJsonSchema(JsonSerializer.SerializeToElement(schema), "case_note", "A draft of a case note, sentence by sentence.");
    }

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => (JsonNode)name)]);

    private static JsonObject Closed(JsonObject properties) => new()
    {
        ["type"] = "object",
        ["required"] = Names(properties.Select(property => property.Key)),
        ["properties"] = properties,
        ["additionalProperties"] = false,
    };
}
