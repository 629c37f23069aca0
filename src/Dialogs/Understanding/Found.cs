namespace Companion.Dialogs.Understanding;

/// <summary>One value found among the tokens, from <paramref name="First"/> to <paramref name="Last"/>, both included.</summary>
internal readonly record struct Found<T>(T Value, int First, int Last, Confidence Confidence, string Rule)
    where T : struct, IEquatable<T>;

/// <summary>
/// Picks the value somebody means out of those they wrote. Different values without a word that says which is right are no answer:
/// the person is asked.
/// </summary>
internal static class Choice
{
    private static readonly HashSet<string> Corrections =
    [
        "sorry", "soz", "no", "nope", "mean", "meant", "actually", "correction", "oops", "whoops", "wait", "wrong", "rather",
        "should", "now", "typo", "mistake", "scrap", "ignore", "instead", "edit", "stopped", "lost", "broken", "changed", "replaced",
    ];

    private static readonly HashSet<string> Disowning = ["not", "isnt", "old", "previous", "previously", "former", "wasnt", "from"];

    /// <summary>True for a word by which people take back what they just wrote.</summary>
    public static bool IsCorrection(string word) => Corrections.Contains(word);

    /// <summary>True for a word that says that the value after it is not, or no longer, the right one.</summary>
    public static bool IsDisowning(string word) => Disowning.Contains(word);

    /// <summary>The one value meant, or nothing. <paramref name="found"/> is in the order of the text.</summary>
    public static Reading<T>? Of<T>(Plain plain, IReadOnlyList<Found<T>> found)
        where T : struct, IEquatable<T>
    {
        var owned = found.Where((one, at) => !IsDisowned(plain, at == 0 ? 0 : found[at - 1].Last + 1, one.First)).ToList();
        if (owned.Count == 0)
        {
            return null;
        }

        var last = owned[^1];
        if (owned.All(one => one.Value.Equals(last.Value)))
        {
            var best = owned.MaxBy(one => one.Confidence);
            var confidence = owned.Count == found.Count ? best.Confidence : Confidence.Likely;
            return new Reading<T>(best.Value, confidence, plain.Quote(best.First, best.Last), best.Rule);
        }

        var previous = owned.Last(one => !one.Value.Equals(last.Value));
        return IsCorrected(plain, previous.Last + 1, last.First)
            ? new Reading<T>(last.Value, Confidence.Likely, plain.Quote(last.First, last.Last), last.Rule + ", corrected")
            : null;
    }

    private static bool IsDisowned(Plain plain, int from, int to)
    {
        // Only the three words before a value can disown it, and not across the end of a sentence.
        for (var at = to - 1; at >= Math.Max(from, to - 4); at--)
        {
            var word = plain.Tokens[at].Text;
            if (word is "." or "," or ";" or "!" or "?" || IsCorrection(word))
            {
                return false;
            }

            if (IsDisowning(word) || (word is "used" && at + 1 < to && plain.Tokens[at + 1].Text is "to"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCorrected(Plain plain, int from, int to)
    {
        var between = plain.Tokens.Skip(from).Take(to - from).Select(token => token.Text).ToList();
        return between.Exists(IsCorrection) && !between.Contains("or");
    }
}
