using System.Text.RegularExpressions;

namespace Companion.Bot.CommandLine;

/// <summary>Phones cut emoji in half; JSON can carry the half (<c>\ud83d</c>), .NET's reader refuses it.</summary>
internal static partial class LoneSurrogates
{
    /// <summary>Puts the replacement character for each escaped half of a pair in a line of JSON.</summary>
    public static string Mend(string json) =>
        Escapes().Replace(json, escape => escape.Groups["lone"].Success ? "\\ufffd" : escape.Value);

    /// <summary>Escapes are taken in turn, so that an escaped backslash before a "u" is not mistaken for one.</summary>
    [GeneratedRegex(
        @"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<lone>\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\.",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Escapes();
}
