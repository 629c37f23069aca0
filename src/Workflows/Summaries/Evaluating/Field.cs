using System.Text.Json;

namespace Companion.Workflows.Summaries.Evaluating;

/// <summary>A part of a case file that knows where it stands, so that an error can say so.</summary>
/// <param name="Element">The part.</param>
/// <param name="Path">Where it stands: <c>$.sources[2]</c>.</param>
internal readonly record struct Field(JsonElement Element, string Path)
{
    /// <summary>A text that must be there; an id may be written as a number.</summary>
    /// <exception cref="MalformedCaseException">It is missing, empty or no text.</exception>
    public string Text(string name, bool mayBeEmpty = false)
    {
        var text = Find(name) is { } found ? new Field(found, $"{Path}.{name}").Value() : throw Missing(name);
        return text.Length > 0 || mayBeEmpty ? text : throw new MalformedCaseException($"{Path}.{name} is empty");
    }

    /// <summary>A text, or null when it is not there.</summary>
    public string? Optional(string name) => Find(name) is { } found ? new Field(found, $"{Path}.{name}").Value() : null;

    /// <summary>The parts of a list; none when it is not there and not <paramref name="required"/>.</summary>
    /// <exception cref="MalformedCaseException">It is no list, or missing.</exception>
    public IEnumerable<Field> Each(string name, bool required = false)
    {
        var path = $"{Path}.{name}";
        if (Find(name) is not { } list)
        {
            return required ? throw Missing(name) : [];
        }

        return list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select((element, at) => new Field(element, $"{path}[{at}]"))]
            : throw new MalformedCaseException($"{path} is no list");
    }

    /// <summary>The part itself as a text.</summary>
    /// <exception cref="MalformedCaseException">It is no text.</exception>
    public string Value() => Element.ValueKind switch
    {
        JsonValueKind.String => Element.GetString()!,
        JsonValueKind.Number => Element.GetRawText(),
        _ => throw new MalformedCaseException($"{Path} is no text"),
    };

    private MalformedCaseException Missing(string name) => new($"{Path}.{name} is missing");

    private JsonElement? Find(string name)
    {
        if (Element.ValueKind != JsonValueKind.Object)
        {
            throw new MalformedCaseException($"{Path} is no object");
        }

        return Element.EnumerateObject()
            .Where(property => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase)
                && property.Value.ValueKind != JsonValueKind.Null)
            .Select(property => (JsonElement?)property.Value)
            .FirstOrDefault();
    }
}
