using Companion.Dialogs.Understanding;

namespace Companion.Workflows.Summaries.Checks;

/// <summary>Words as they stood.</summary>
internal static class Quote
{
    /// <summary>The words in quotation marks; marks inside them become single ones.</summary>
    public static string Of(string words) => $"\"{words.Trim().Replace('"', '\'').Replace('\u201C', '\'').Replace('\u201D', '\'')}\"";

    /// <summary>The words alone, by which two texts are the same whatever their marks.</summary>
    public static string Words(string text) => $" {string.Join(' ', Plain.Of(text).Tokens.Where(token => token.IsWord).Select(token => token.Text))} ";
}
