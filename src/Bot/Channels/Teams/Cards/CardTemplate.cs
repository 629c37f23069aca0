using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Companion.Bot.Pages;

namespace Companion.Bot.Channels.Teams.Cards;

/// <summary>
/// A card's template (the .json beside this file) filled in. "@key" is a text of Texts/en.json with the values put in; "${name}" is a value; an
/// element with "$when" is there only when that value is something, and one with "$each" once for each of that list.
/// </summary>
public sealed partial class CardTemplate
{
    private readonly PageWords words;
    private readonly JsonObject template;

    /// <summary>The template of a name.</summary>
    public CardTemplate(string name, PageWords words)
    {
        this.words = words;
        using var stream = typeof(CardTemplate).Assembly.GetManifestResourceStream($"Companion.Bot.Channels.Teams.Cards.{name}.json")
            ?? throw new InvalidOperationException($"There is no card '{name}'.");
        template = JsonNode.Parse(stream)!.AsObject();
    }

    /// <summary>The card with these values.</summary>
    public JsonObject Fill(IReadOnlyDictionary<string, object?> values) => (JsonObject)Walk(template, values)!;

    /// <summary>Text that no Markdown runs in where a TextBlock shows it.</summary>
    public static string Plain(string text) => Marks().Replace(text.Replace("{{", "{ {", StringComparison.Ordinal), @"\$0");

    private JsonNode? Walk(JsonNode? node, IReadOnlyDictionary<string, object?> values) => node switch
    {
        JsonObject one => Filled(one, values),
        JsonArray list => new JsonArray([.. list.SelectMany(item => Items(item, values))]),
        JsonValue value when value.TryGetValue<string>(out var text) => Text(text, values),
        null => null,
        _ => node.DeepClone(),
    };

    private JsonObject Filled(JsonObject one, IReadOnlyDictionary<string, object?> values)
    {
        var filled = new JsonObject();
        foreach (var (name, value) in one.Where(property => property.Key is not ("$when" or "$each")))
        {
            if ((value is not JsonObject inner || IsThere(inner, values)) && Walk(value, values) is { } there)
            {
                filled[name] = there;
            }
        }

        return filled;
    }

    private IEnumerable<JsonNode?> Items(JsonNode? item, IReadOnlyDictionary<string, object?> values)
    {
        if (item is not JsonObject one)
        {
            return [Walk(item, values)];
        }

        if (!IsThere(one, values))
        {
            return [];
        }

        return one["$each"] is { } list
            ? (values.GetValueOrDefault((string)list!) as IEnumerable<IReadOnlyDictionary<string, object?>> ?? []).Select(each => Walk(one, Within(values, each)))
            : [Walk(one, values)];
    }

    private static bool IsThere(JsonObject one, IReadOnlyDictionary<string, object?> values) =>
        one["$when"] is not { } when || values.GetValueOrDefault((string)when!) switch
        {
            null or false or "" => false,
            IEnumerable<IReadOnlyDictionary<string, object?>> list => list.Any(),
            _ => true,
        };

    private static Dictionary<string, object?> Within(IReadOnlyDictionary<string, object?> outer, IReadOnlyDictionary<string, object?> inner)
    {
        var all = new Dictionary<string, object?>(outer);
        foreach (var (name, value) in inner)
        {
            all[name] = value;
        }

        return all;
    }

    private JsonNode? Text(string text, IReadOnlyDictionary<string, object?> values)
    {
        if (text.StartsWith('@'))
        {
            return words.With(text[1..], [.. values.Where(value => value.Value is string).Select(value => (value.Key, Plain((string)value.Value!)))]);
        }

        if (text.StartsWith("${", StringComparison.Ordinal) && text.EndsWith('}'))
        {
            return values.GetValueOrDefault(text[2..^1]) switch
            {
                null => null,
                JsonNode node => node.DeepClone(),
                bool isSo => isSo,
                var value => value.ToString(),
            };
        }

        return text;
    }

    [GeneratedRegex(@"[\\`*_\[\]<>~#|]")]
    private static partial Regex Marks();
}
