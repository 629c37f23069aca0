using System.Text.RegularExpressions;

namespace Companion.Dialogs.Tests.Talking;

/// <summary>The names in braces in a text.</summary>
internal static partial class Placeholders
{
    /// <summary>Filled in for every text, whoever says it.</summary>
    public static readonly IReadOnlyList<string> OfTheService = ["service", "phone"];

    public static IReadOnlyList<string> In(string text) =>
        [.. Pattern().Matches(text).Select(match => match.Groups[1].Value).Distinct().Order()];

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Pattern();
}
