using System.Diagnostics.CodeAnalysis;

namespace Companion.Dialogs.Understanding;

/// <summary>
/// A name as a person gives it. People may have one name only, and which of several is the family's is a British guess (the last, with
/// its "van der" or "de la"): it is read back.
/// </summary>
public readonly record struct FullName
{
    private const int LongestPart = 70; // more is a mistake or mischief; the longest UK records have 35 to 70 a field

    private FullName(string given, string? family, string? title, string? preferred)
    {
        Given = given;
        Family = family;
        Title = title;
        Preferred = preferred;
    }

    /// <summary>The first name or names.</summary>
    public string Given { get; }

    /// <summary>The family name, when one was given.</summary>
    public string? Family { get; }

    /// <summary>"Mrs", "Dr" and the like, without a full stop.</summary>
    public string? Title { get; }

    /// <summary>What they want to be called, when it is something else ("everyone calls me Bet").</summary>
    public string? Preferred { get; }

    /// <summary>Given and family name.</summary>
    public string Full => Family is null ? Given : $"{Given} {Family}";

    /// <summary>True for parts that hold letters, and nothing but letters, spaces, hyphens, apostrophes and full stops.</summary>
    public static bool TryCreate(
        [NotNullWhen(true)] string? given,
        string? family,
        out FullName name,
        string? title = null,
        string? preferred = null)
    {
        var isName = IsPart(given) && (family is null || IsPart(family)) && (title is null || IsPart(title))
            && (preferred is null || IsPart(preferred));
        name = isName ? new FullName(given!, family, title, preferred) : default;
        return isName;
    }

    /// <summary>Says nothing of the name, which must not reach a log by accident. Use <see cref="Full"/>.</summary>
    public override string ToString() => Given is null ? "no name" : "a name";

    private static bool IsPart([NotNullWhen(true)] string? part) =>
        part is { Length: > 0 and <= LongestPart }
        && part.Any(char.IsLetter)
        && part.All(letter => char.IsLetter(letter) || char.GetUnicodeCategory(letter) is System.Globalization.UnicodeCategory.NonSpacingMark
            || letter is ' ' or '-' or '\'' or '.');
}
