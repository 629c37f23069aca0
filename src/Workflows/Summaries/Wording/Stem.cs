namespace Companion.Workflows.Summaries.Wording;

/// <summary>The root that the forms of one English word share: "walks", "walked" and "walking" are one word.</summary>
internal static class Stem
{
    private const int Shortest = 3;

    /// <summary>The root of a word in lower case. Two words with one root count as the same word.</summary>
    public static string Of(string word)
    {
        var regular = Classes.Shipped.Root(word) ?? word;
        return Folded(Ending(WithoutPlural(regular)));
    }

    private static string WithoutPlural(string word)
    {
        if (word.Length <= Shortest || !word.EndsWith('s') || word.EndsWith("ss", StringComparison.Ordinal)
            || word.EndsWith("us", StringComparison.Ordinal)
            || word.EndsWith("is", StringComparison.Ordinal))
        {
            return word;
        }

        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > Shortest + 1)
        {
            return word[..^3] + "y";
        }

        return word is [.., 's' or 'x' or 'z' or 'h', 'e', 's'] ? word[..^2] : word[..^1];
    }

    private static string Ending(string word)
    {
        if (word.EndsWith("ied", StringComparison.Ordinal) && word.Length > Shortest + 1)
        {
            return word[..^3] + "y";
        }

        foreach (var ending in new[] { "ing", "ed", "ly" })
        {
            if (word.EndsWith(ending, StringComparison.Ordinal) && word.Length - ending.Length >= Shortest && HasVowel(word[..^ending.Length]))
            {
                return WithoutDouble(word[..^ending.Length]);
            }
        }

        return word;
    }

    private static string WithoutDouble(string root) =>
        root.Length > Shortest && root[^1] == root[^2] && !"aeiou".Contains(root[^1]) ? root[..^1] : root;

    // "moving", "moves" and "move", "tidied" and "tidy" end differently once their endings are gone.
    private static string Folded(string root) => root switch
    {
        [.., 'e'] when root.Length > Shortest => WithoutDouble(root[..^1]),
        [.., 'y'] when root.Length > Shortest => root[..^1] + "i",
        _ => WithoutDouble(root),
    };

    private static bool HasVowel(string root) => root.AsSpan().IndexOfAny("aeiouy") >= 0;
}
