using Companion.Dialogs.Understanding;

namespace Companion.Workflows.Summaries.Checks;

/// <summary>Words as they stood.</summary>
internal static class Quote
{
    /// <summary>The words in quotation marks; marks inside them become single ones.</summary>
    public static string Of(string words) => $"\"{WithoutMarks(words.Trim())}\"";

    private static string WithoutMarks(string text) => text.Replace('"', '\'').Replace('\u201C', '\'').Replace('\u201D', '\'')
        .Replace('\u201E', '\'');

    /// <summary>The words alone, by which two texts are the same whatever their marks.</summary>
    public static string Words(string text) => $" {string.Join(' ', Plain.Of(WithoutMarks(text)).Tokens.Where(token => token.IsWord)
        .Select(token => token.Text))} ";
}
