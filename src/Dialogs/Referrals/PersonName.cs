using System.Text;
using System.Text.RegularExpressions;
using Companion.Dialogs.Understanding;

namespace Companion.Dialogs.Referrals;

/// <summary>A name as the record needs it (PRSB: first name and family name).</summary>
/// <param name="First">The first name or names.</param>
/// <param name="Family">The last word, with what belongs to it ("de Souza"); empty for somebody who has one name only.</param>
internal sealed partial record PersonName(string First, string Family)
{
    private const int MostWords = 6;
    private const int SureWords = 4;
    private const int LongestWhole = 60;

    private static readonly HashSet<string> Titles = [.. ReferralWords.Lists["name title"]];

    private static readonly HashSet<string> Particles = [.. ReferralWords.Lists["name particle"]];

    private static readonly HashSet<string> NoNames = [.. ReferralWords.Lists["name never"]];

    /// <summary>First and family name with a space between.</summary>
    public string Whole => Family.Length == 0 ? First : $"{First} {Family}";

    /// <summary>The name in somebody's words; null when they say something else, or it is not plain what the name is.</summary>
    public static Reading<PersonName>? Read(string words)
    {
        var bare = Around().Replace(words.Trim(), " ").Trim(' ', ',', '.', ';', ':', '-', '!');
        if (InReverse().Match(bare) is { Success: true } reverse && Parts(reverse.Groups[1].Value) is [_, ..])
        {
            bare = $"{reverse.Groups[2].Value} {reverse.Groups[1].Value}";
        }

        if (bare.Length is 0 or > LongestWhole || !OnlyLetters().IsMatch(bare) || Parts(bare) is not { Count: > 0 and <= MostWords } parts)
        {
            return null;
        }

        var family = parts.Count == 1 ? parts.Count : FamilyFrom(parts);
        var name = new PersonName(string.Join(' ', parts.Take(family)), string.Join(' ', parts.Skip(family)));
        var sure = parts.Count <= SureWords && !InReverse().IsMatch(words);
        return new Reading<PersonName>(name, sure ? Confidence.Clear : Confidence.Likely, bare, "name");
    }

    private static List<string>? Parts(string bare)
    {
        var parts = bare.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Trim('.', ','))
            .Where(part => part.Length > 0 && !Titles.Contains(part.ToLowerInvariant()))
            .ToList();
        var asTyped = parts.Exists(part => part.Any(char.IsUpper) && part.Any(char.IsLower));
        return parts.Exists(part => NoNames.Contains(Folded(part))) || !parts.Exists(part => part.Length > 1)
            ? null
            : [.. parts.Select(part => asTyped ? part : Capital(part))];
    }

    private static int FamilyFrom(List<string> parts)
    {
        var from = parts.Count - 1;
        while (from > 1 && Particles.Contains(parts[from - 1].ToLowerInvariant()))
        {
            from--;
        }

        return from;
    }

    private static string Folded(string part) =>
        part.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal).Replace("\u2019", "", StringComparison.Ordinal);

    // "o'brien-jones" is O'Brien-Jones; a particle stays small.
    private static string Capital(string part)
    {
        var lower = part.ToLowerInvariant();
        if (Particles.Contains(lower))
        {
            return lower;
        }

        var capital = new StringBuilder(lower.Length);
        foreach (var letter in lower)
        {
            var begins = capital.Length == 0 || capital[^1] is '-' || (capital[^1] is '\'' or '\u2019' && capital.Length == 2);
            capital.Append(begins ? char.ToUpperInvariant(letter) : letter);
        }

        return capital.ToString();
    }

    [GeneratedRegex(
        @"^(hi|hello|hey|ok|yes|its|it's|it is|so)?[ ,]*((my|his|her|their|the|full|patient'?s?|last|first)\s+)*(name('?s| is|:)?|i'?m|i am|it'?s|it is|this is|they call me|called)\s+|" +
        @"\b(and )?((my|his|her|their) )?(dob|d\.o\.b\.?|date of birth|birthday|born)( is|:)?( on)?\b|\b(please|thanks|thank you)[ .!]*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Around();

    [GeneratedRegex(@"^([\p{L}\p{M}'\u2019-]+), ?([\p{L}\p{M}'\u2019-]+( [\p{L}\p{M}'\u2019-]+)?)$")]
    private static partial Regex InReverse();

    [GeneratedRegex(@"^[\p{L}\p{M}'\u2019. -]+$")]
    private static partial Regex OnlyLetters();
}
