using System.Text.Encodings.Web;
using System.Text.Json;

namespace Companion.Bot.CommandLine;

/// <summary>What a reader made of one text.</summary>
/// <param name="Pred">The value: a string, a number, a list, or null when there is none.</param>
/// <param name="Words">The words it rests on.</param>
/// <param name="Rule">The rule that read it.</param>
/// <param name="Level">How sure it is ("clear", "likely"), or how grave ("red", "amber").</param>
internal sealed record Understood(object? Pred, string? Words, string? Rule, string? Level)
{
    public static Understood Nothing { get; } = new(null, null, null, null);
}

/// <summary>Writes results as JSON lines in UTF-8 without a byte order mark, each as soon as it is known.</summary>
internal sealed class UnderstandResults(Stream output) : IDisposable
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Write(JsonElement? id, Understood understood)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(
            new { id, pred = understood.Pred, words = understood.Words, rule = understood.Rule, level = understood.Level },
            Readable);
        output.Write(line);
        output.WriteByte((byte)'\n');
        output.Flush();
    }

    public void Dispose() => output.Dispose();
}
