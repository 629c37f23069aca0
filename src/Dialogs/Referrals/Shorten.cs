using Companion.Dialogs.Words;

namespace Companion.Dialogs.Referrals;

/// <summary>A person's own words as they are shown back: short, on one line, and in letters a text can carry cheaply.</summary>
internal static class Shorten
{
    private const string Ellipsis = "...";

    private static readonly Dictionary<char, char> Straight = new()
    {
        ['\u2018'] = '\'',
        ['\u2019'] = '\'',
        ['\u201C'] = '"',
        ['\u201D'] = '"',
        ['\u2013'] = '-',
        ['\u2014'] = '-',
        ['`'] = '\'',
    };

    /// <summary>At most <paramref name="length"/> letters, cut at a word where that is possible.</summary>
    public static string To(string words, int length)
    {
        var line = string.Join(' ', Letters(words).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= length)
        {
            return line;
        }

        var room = line[..(length - Ellipsis.Length)];
        var space = room.LastIndexOf(' ');
        return (space > length / 2 ? room[..space] : room).TrimEnd(' ', ',', '.', ';') + Ellipsis;
    }

    // An emoji would make every part of the text less than half as long; letters of names (Siân) are kept.
    private static string Letters(string words)
    {
        var kept = words
            .Select(letter => Straight.GetValueOrDefault(letter, letter))
            .Select(letter => char.IsWhiteSpace(letter) ? ' ' : letter)
            .Where(letter => char.IsLetter(letter) || (Gsm7.Fits(letter.ToString()) && !char.IsControl(letter)));
        return string.Concat(kept);
    }
}
