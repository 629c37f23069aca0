using System.Text.RegularExpressions;

namespace Companion.Workflows.Summaries.Extracts;

/// <summary>Cuts a message into its sentences.</summary>
internal static partial class Split
{
    /// <summary>The sentences with the mark that ends each; "2.30" and "Dr. Quill" stay whole.</summary>
    public static IReadOnlyList<string> Sentences(string words) =>
        [.. End().Split(words).Select(sentence => sentence.Trim()).Where(sentence => sentence.Any(char.IsLetterOrDigit))];

    [GeneratedRegex(@"(?<=[.!?\u2026])(?<!\b(?:Dr|Mr|Mrs|Ms|St|No)\.)\s+|[\r\n]+", RegexOptions.ExplicitCapture)]
    private static partial Regex End();
}
