using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Web;
using Companion.Tests.Support;

namespace Companion.Bot.Tests.Channels;

/// <summary>Twilio's published OpenAPI, with what its prose says made strict: what is wrong with a request or an answer.</summary>
internal sealed class OpenApi
{
    private readonly JsonElement root = JsonDocument.Parse(
        File.ReadAllText(Require.Shared("clients", "twilio", "twilio-messages-openapi.strict.json"))).RootElement;

    /// <summary>What is wrong with a form posted to a path; a path that is not described is wrong.</summary>
    public IReadOnlyList<string> Form(string path, string form)
    {
        var fields = HttpUtility.ParseQueryString(form);
        var json = JsonSerializer.SerializeToElement(fields.AllKeys.ToDictionary(key => key!, key => fields[key]));
        return Operation(path, "post", out var operation)
            ? Problems(operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/x-www-form-urlencoded").GetProperty("schema"), json, "form")
            : [$"{path} is not described"];
    }

    /// <summary>What is wrong with the query of a list.</summary>
    public IReadOnlyList<string> Query(string path, string query)
    {
        if (!Operation(path, "get", out var operation))
        {
            return [$"{path} is not described"];
        }

        var known = operation.GetProperty("parameters").EnumerateArray()
            .Where(parameter => parameter.GetProperty("in").GetString() == "query")
            .ToDictionary(parameter => parameter.GetProperty("name").GetString()!, parameter => parameter.GetProperty("schema"));
        var given = HttpUtility.ParseQueryString(query);
        return given.AllKeys.SelectMany(key => known.TryGetValue(key!, out var schema)
            ? Problems(schema, JsonSerializer.SerializeToElement(given[key]), key!)
            : [$"{key}: not described"]).ToList();
    }

    /// <summary>What is wrong with an answer.</summary>
    public IReadOnlyList<string> Answer(string path, string method, int status, string body) =>
        Operation(path, method, out var operation)
            && operation.GetProperty("responses").TryGetProperty(status.ToString(CultureInfo.InvariantCulture), out var response)
            ? Problems(response.GetProperty("content").GetProperty("application/json").GetProperty("schema"), JsonDocument.Parse(body).RootElement, "answer")
            : [$"{method} {path} {status} is not described"];

    private bool Operation(string path, string method, out JsonElement operation)
    {
        foreach (var described in root.GetProperty("paths").EnumerateObject())
        {
            var pattern = "^" + Regex.Replace(Regex.Escape(described.Name), @"\\\{[^}]*}", "[^/]+") + "$";
            if (Regex.IsMatch(path, pattern) && described.Value.TryGetProperty(method, out operation))
            {
                return true;
            }
        }

        operation = default;
        return false;
    }

    private List<string> Problems(JsonElement schema, JsonElement value, string at)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Problems(Resolve(reference.GetString()!), value, at);
        }

        if (value.ValueKind == JsonValueKind.Null)
        {
            return schema.TryGetProperty("nullable", out var nullable) && nullable.GetBoolean() ? [] : [$"{at}: may not be null"];
        }

        var problems = new List<string>();
        problems.AddRange(All(schema, "allOf").SelectMany(part => Problems(part, value, at)));
        var any = All(schema, "anyOf").Select(part => Problems(part, value, at)).ToList();
        if (any.Count > 0 && any.TrueForAll(part => part.Count > 0))
        {
            problems.Add($"{at}: none of {any.Count} alternatives: {string.Join("; ", any.SelectMany(part => part))}");
        }

        problems.AddRange((schema.TryGetProperty("type", out var type) ? type.GetString() : "object") switch
        {
            "object" => value.ValueKind == JsonValueKind.Object ? Properties(schema, value, at) : schema.TryGetProperty("type", out _) ? [$"{at}: is no object"] : [],
            "array" => value.ValueKind == JsonValueKind.Array
                ? value.EnumerateArray().SelectMany(item => Problems(schema.GetProperty("items"), item, at + "[]"))
                : [$"{at}: is no array"],
            "integer" => Integer(schema, value, at),
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? [] : [$"{at}: is no boolean"],
            _ => Text(schema, value, at),
        });
        return problems;
    }

    private IEnumerable<string> Properties(JsonElement schema, JsonElement value, string at)
    {
        foreach (var required in All(schema, "required").Where(name => !value.TryGetProperty(name.GetString()!, out _)))
        {
            yield return $"{at}: {required.GetString()} is missing";
        }

        var described = schema.TryGetProperty("properties", out var properties) ? properties : default;
        foreach (var property in value.EnumerateObject())
        {
            if (described.ValueKind == JsonValueKind.Object && described.TryGetProperty(property.Name, out var part))
            {
                foreach (var problem in Problems(part, property.Value, property.Name))
                {
                    yield return problem;
                }
            }
            else if (schema.TryGetProperty("additionalProperties", out var additional) && additional.ValueKind == JsonValueKind.False)
            {
                yield return $"{at}: {property.Name} is not described";
            }
        }
    }

    private static IEnumerable<string> Integer(JsonElement schema, JsonElement value, string at)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText(); // a form has only text
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            yield return $"{at}: '{text}' is no integer";
        }
        else if (schema.TryGetProperty("minimum", out var least) && number < least.GetInt64())
        {
            yield return $"{at}: {number} is too small";
        }
        else if (schema.TryGetProperty("maximum", out var most) && number > most.GetInt64())
        {
            yield return $"{at}: {number} is too large";
        }
    }

    private static IEnumerable<string> Text(JsonElement schema, JsonElement value, string at)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            yield return $"{at}: is no text";
            yield break;
        }

        var text = value.GetString()!;
        if ((schema.TryGetProperty("minLength", out var least) && text.Length < least.GetInt32())
            || (schema.TryGetProperty("maxLength", out var most) && text.Length > most.GetInt32()))
        {
            yield return $"{at}: has {text.Length} characters";
        }

        if (schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(text, pattern.GetString()!))
        {
            yield return $"{at}: '{text}' does not match {pattern.GetString()}";
        }

        if (schema.TryGetProperty("format", out var format) && format.GetString() == "uri" && !Uri.TryCreate(text, UriKind.Absolute, out _))
        {
            yield return $"{at}: '{text}' is no address";
        }

        if (schema.TryGetProperty("enum", out var values) && !values.EnumerateArray().Any(known => known.GetString() == text))
        {
            yield return $"{at}: '{text}' is not in the list";
        }
    }

    private static IEnumerable<JsonElement> All(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    private JsonElement Resolve(string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate(root, (element, name) => element.GetProperty(name));
}
