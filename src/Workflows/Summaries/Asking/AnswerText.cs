using System.Text;
using System.Text.Json;

namespace Companion.Workflows.Summaries.Asking;

/// <summary>Reads an answer strictly: what is not exactly as it was asked for is no answer at all, but for the fence of a code block around it.</summary>
internal static class AnswerText
{
    private const int MostSentences = 60;
    private const int LongestSentence = 600;
    private const int MostCites = 30;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>The sentences, or null when it cannot be read.</summary>
    public static IReadOnlyList<Proposed>? Read(string text)
    {
        try
        {
            var answer = JsonSerializer.Deserialize<Answered>(WithoutFence(text.Trim()), Strict);
            return answer is { Sentences.Count: <= MostSentences } && answer.Sentences.TrueForAll(IsAsAsked)
                ? answer.Sentences.ConvertAll(one => new Proposed(AnswerFormat.Headings[one.Heading], OneLine(one.Sentence), one.Cites.Distinct(StringComparer.Ordinal).ToList()))
                : null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or NotSupportedException) // the second: half a letter
        {
            return null;
        }
    }

    // Models without schemas of their own like to write ```json before it and ``` after it.
    private static string WithoutFence(string text)
    {
        const string Fence = "```";
        var line = text.IndexOf('\n', StringComparison.Ordinal);
        return line > 0 && text.StartsWith(Fence, StringComparison.Ordinal) && text.EndsWith(Fence, StringComparison.Ordinal) && text.Length >= line + Fence.Length
            ? text[line..^Fence.Length]
            : text;
    }

    private static bool IsAsAsked(Line one) => one is not null
        && AnswerFormat.Headings.ContainsKey(one.Heading)
        && one.Sentence.Length <= LongestSentence
        && OneLine(one.Sentence).Length > 0
        && one.Cites.Count <= MostCites
        && one.Cites.TrueForAll(cite => cite is { Length: > 0 and <= 20 });

    /// <summary>A sentence without what no database can hold and no page should show.</summary>
    public static string OneLine(string sentence)
    {
        var clean = new StringBuilder(sentence.Length);
        foreach (var rune in sentence.EnumerateRunes())
        {
            clean.Append(Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) ? " " : rune.ToString());
        }

        return string.Join(' ', clean.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private sealed record Answered(List<Line> Sentences);

    private sealed record Line(string Heading, string Sentence, List<string> Cites);
}
