using Companion.Dialogs.Understanding;

namespace Companion.Dialogs.Talking;

/// <summary>Small things heard in answers: a choice by number, and phrases that are not taken back by a "not" before them.</summary>
public static class Gist
{
    private const int ReachOfNot = 3;

    private static readonly HashSet<string> Nots =
        ["no", "not", "never", "dont", "doesnt", "isnt", "arent", "havent", "hasnt", "without", "none", "wont", "cant", "nobody", "noone"];

    private static readonly string[] Figures = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];

    private static readonly string[] Numbers = ["nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    private static readonly HashSet<string> BesideANumber = ["option", "number", "no", "line", "reply", "choice", "please", "thanks", "just", "answer"];

    /// <summary>The number from 0 to 10 that is the whole message: "2", "2.", "two", "option 2 please".</summary>
    public static int? Choice(Plain plain)
    {
        var words = plain.Tokens.Where(token => token.IsWord && !BesideANumber.Contains(token.Text)).Select(token => token.Text).ToList();
        if (words is not [var only])
        {
            return null;
        }

        var number = Math.Max(Array.IndexOf(Figures, only), Array.IndexOf(Numbers, only));
        return number < 0 ? null : number;
    }

    /// <summary>True when one of the phrases is in the words, and no "not" stands close before it.</summary>
    public static bool Has(Plain plain, params IEnumerable<string> phrases) => phrases.Any(phrase => Find(plain, phrase) == Said.Yes);

    /// <summary>Yes where a phrase is said, no where it is only said with a "not".</summary>
    public static bool? Says(Plain plain, params IReadOnlyList<string> phrases)
    {
        var found = phrases.Select(phrase => Find(plain, phrase)).ToHashSet();
        return found.Contains(Said.Yes) ? true : found.Contains(Said.No) ? false : null;
    }

    /// <summary>True when there is a word of letters to keep; a lone mark, emoji or figure says nothing.</summary>
    public static bool IsTalk(Plain plain) => plain.Tokens.Any(token => char.IsLetter(token.Text[0]) && token.Text.Length > 1);

    /// <summary>The tags whose phrases are said, in the order of the table, separated by commas; null for none.</summary>
    public static string? Tags(Plain plain, IEnumerable<(string Tag, string[] Phrases)> table)
    {
        var tags = table.Where(row => Has(plain, row.Phrases)).Select(row => row.Tag).Distinct().ToList();
        return tags.Count == 0 ? null : string.Join(',', tags);
    }

    private enum Said
    {
        Nothing,
        Yes,
        No,
    }

    private static Said Find(Plain plain, string phrase)
    {
        var wanted = phrase.Split(' ');
        var result = Said.Nothing;
        for (var at = 0; at + wanted.Length <= plain.Tokens.Count; at++)
        {
            if (Enumerable.Range(0, wanted.Length).All(i => Matches(plain.Tokens[at + i].Text, wanted[i])))
            {
                if (!IsTakenBack(plain, at))
                {
                    return Said.Yes;
                }

                result = Said.No;
            }
        }

        return result;
    }

    // "car*" is any word that begins so.
    private static bool Matches(string word, string wanted) =>
        wanted[^1] == '*' ? word.StartsWith(wanted[..^1], StringComparison.Ordinal) : word == wanted;

    private static bool IsTakenBack(Plain plain, int at)
    {
        for (var before = at - 1; before >= Math.Max(0, at - ReachOfNot); before--)
        {
            if (!plain.Tokens[before].IsWord || plain.Tokens[before].Text is "but" or "and")
            {
                return false;
            }

            if (Nots.Contains(plain.Tokens[before].Text))
            {
                return true;
            }
        }

        return false;
    }
}
