using System.Text.RegularExpressions;

namespace Companion.Workflows.Summaries.Disguises;

/// <summary>What tells by its shape that it leads to somebody: e-mail addresses, links, postcodes, streets with a number.</summary>
internal static partial class Patterns
{
    public static IEnumerable<Spot> In(string words) =>
    [
        .. Found(Disguise.Worn(), words, Kind.Text),
        .. Found(Unread(), words, Kind.Text),
        .. Found(Mail(), words, Kind.Contact),
        .. Found(SpokenMail(), words, Kind.Contact),
        .. Found(Link(), words, Kind.Contact),
        .. Found(Handle(), words, Kind.Contact),
        .. Found(Account(), words, Kind.Number),
        .. Found(Postcode(), words, Kind.Place),
        .. Found(Street(), words, Kind.Place),
        .. Found(Day(), words, Kind.Date),
    ];

    private static IEnumerable<Spot> Found(Regex shape, string words, Kind kind) =>
        shape.Matches(words).Select(found => new Spot(found.Index, found.Index + found.Length, kind, found.Value.ToLowerInvariant()));

    // Letters that have no capitals (Arabic, Chinese ...): a name among them cannot be told.
    [GeneratedRegex(@"\p{Lo}[\p{Lo}\p{M}]*")]
    private static partial Regex Unread();

    [GeneratedRegex(@"[^\s@,;<>()]+\s?@\s?[^\s@,;<>()]+(?:\.[^\s@,;<>()]+)*")]
    private static partial Regex Mail();

    [GeneratedRegex(@"\S+\s+[(\[]?at[)\]]?\s+\S+\s+[(\[]?dot[)\]]?\s+\w+(?:\s+dot\s+\w+)?", RegexOptions.IgnoreCase)]
    private static partial Regex SpokenMail();

    // A National Insurance number, a sort code.
    [GeneratedRegex(@"\b[a-z]{2}\s?[0-9]{2}\s?[0-9]{2}\s?[0-9]{2}\s?[a-d]\b|\b[0-9]{2}-[0-9]{2}-[0-9]{2}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Account();

    [GeneratedRegex(@"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|co\.uk|org|net|uk|info|me|io|gov)\b(?:/\S*)?", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<!\S)@\w[\w.]*")]
    private static partial Regex Handle();

    // "12mar1947": apart it is for Dates to tell.
    [GeneratedRegex(@"\b[0-9]{1,2}(?:st|nd|rd|th)?[./-]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[./-]?(?:[0-9]{4}|[0-9]{2})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Day();

    // Whole in any case; the first half alone with its capitals.
    [GeneratedRegex(@"\b(?i:[a-z]{1,2}[0-9][a-z0-9]?[\s.-]*[0-9][a-z]{2})\b|\b[A-Z]{1,2}[0-9]{1,2}[A-Z]?\b")]
    private static partial Regex Postcode();

    [GeneratedRegex(
        @"\b(?:(?:flat|apt|apartment|unit|room|no)\.?\s*)?[0-9]{1,4}[a-z]?,?\s+(?:[\p{L}'\u2019-]+\s+){1,3}(?:street|str|st|road|rd|avenue|ave|lane|ln|close|drive|court|terrace|crescent|gardens|grove|mews)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Street();
}
