using System.Text.Json;

namespace Companion.Bot.CommandLine;

/// <summary>What a reader is given.</summary>
/// <param name="Text">The words.</param>
/// <param name="Field">Which field they answer (<c>--as fields</c>); null when the line names none.</param>
/// <param name="Asked">How many questions they answer at once (<c>--as score</c>).</param>
internal sealed record UnderstandRequest(string Text, string? Field, int Asked);

/// <summary>A line that cannot be read; the message says what is wrong with it.</summary>
internal sealed class BadLineException(string message) : Exception(message);

/// <summary>
/// One line of input: a JSON object when the first line that is not blank begins with a brace, else the text itself.
/// </summary>
internal sealed class UnderstandLine
{
    private readonly string? _text;
    private readonly JsonElement _json;
    private readonly string? _wrong;

    private UnderstandLine(int number, string line, bool isJson)
    {
        Number = number;
        if (!isJson)
        {
            _text = line;
            return;
        }

        try
        {
            _json = JsonElement.Parse(LoneSurrogates.Mend(line));
            _wrong = _json.ValueKind == JsonValueKind.Object ? null : "not a JSON object";
        }
        catch (JsonException broken)
        {
            _wrong = $"not valid JSON ({broken.Message.Split('.')[0]})";
        }
    }

    /// <summary>From 1.</summary>
    public int Number { get; }

    /// <summary>The line's own <c>id</c>, a string or a number; null when it has none (the line number stands in).</summary>
    public JsonElement? Id => _json.ValueKind == JsonValueKind.Object && _json.TryGetProperty("id", out var id)
        && id.ValueKind is JsonValueKind.String or JsonValueKind.Number ? id : JsonElement.Parse(Number.ToString());

    public static IEnumerable<UnderstandLine> ReadAll(TextReader lines)
    {
        bool? isJson = null;
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            isJson ??= string.IsNullOrWhiteSpace(line) ? null : line.TrimStart()[0] == '{';
            if (isJson != true || !string.IsNullOrWhiteSpace(line))
            {
                yield return new UnderstandLine(number, line, isJson == true);
            }
        }
    }

    /// <summary>What the line asks for. Throws <see cref="BadLineException"/> when it cannot be told.</summary>
    public UnderstandRequest Request()
    {
        if (_text is not null)
        {
            return new UnderstandRequest(_text, Field: null, Asked: 1);
        }

        return _wrong is null
            ? new UnderstandRequest(Word("text") ?? throw new BadLineException("\"text\" is missing"), Word("field"), Asked())
            : throw new BadLineException(_wrong);
    }

    private string? Word(string name)
    {
        if (!_json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : throw new BadLineException($"\"{name}\" is not a string");
    }

    private int Asked()
    {
        if (!_json.TryGetProperty("asked", out var asked))
        {
            return 1;
        }

        return asked.ValueKind == JsonValueKind.Number && asked.TryGetInt32(out var count) && count is >= 1 and <= 100
            ? count
            : throw new BadLineException("\"asked\" is not a whole number from 1 to 100");
    }
}
