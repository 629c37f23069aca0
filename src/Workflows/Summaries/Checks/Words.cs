using Companion.Workflows.Summaries.Wording;

namespace Companion.Workflows.Summaries.Checks;

/// <summary>
/// The words of weight are borne out by words near in meaning among those the sentence cites. The rarer a word, the nearer: a common verb
/// may be anybody's way of putting it, a rare word is a fact. What is weighed is how much of the sentence is not borne out.
/// </summary>
internal static class Words
{
    /// <summary>How much the rest of the conversation counts beside what is cited.</summary>
    private const double Elsewhere = 0.8;

    /// <summary>How much nearer a word elsewhere must be.</summary>
    private const float Stricter = 0.1f;

    private const int Shortest = 3;
    private const double Floor = 0.2;
    private const double Same = 0.75;

    /// <summary>
    /// From here on too much of a sentence is far from anything that was said. One word more is counted, so that a short sentence is not
    /// judged by a single word.
    /// </summary>
    private const double TooFar = 0.16;

    public static Finding? Check(Claim claim)
    {
        var words = claim.Said.Content
            .Where(word => !word.IsReport && !Figures.IsFigure(word) && !claim.Heard.People.IsKnownName(word.Text))
            .Select(word => (word, Weight: Unborne(claim, word)))
            .OrderByDescending(one => one.Weight)
            .ToList();
        return !claim.SaysNoRisks && words.Sum(one => one.Weight) / (words.Count + 1) > TooFar ? new Finding(Fault.UnsupportedWord, words[0].word.Text) : null;
    }

    /// <summary>How far a word is from all that was said, weighed by how rare it is: 0 for one that was said, near 1 for a rare one out of nowhere.</summary>
    internal static double Unborne(Claim claim, Word word)
    {
        var borne = Math.Max(Meant(Nearest(word, claim.Basis)), Elsewhere * Meant(Nearest(word, claim.Heard.All) - Stricter));
        return Weight(word) * (1 - borne);
    }

    // Below the floor words are as near as any two words are.
    private static double Meant(float nearness) => Math.Clamp((nearness - Floor) / (Same - Floor), 0, 1);

    private static double Weight(Word word) =>
        Rarity(word) * (Meaning.Shipped.IsTurn(word.Text) ? Turn : Meaning.Shipped.IsFact(word.Text) ? Fact : 1);


    private static float Nearest(Word word, IEnumerable<Utterance> among)
    {
        var forms = Forms(word).ToList();
        return among.SelectMany(one => one.Passage.Content).SelectMany(heard => forms.Select(form => Sameness.Of(form, heard)))
            .DefaultIfEmpty(0).Max();
    }

    // "Unopened" is borne out by "haven't opened" (whether it is denied is for another check), "childminder" by "child" and by "minder".
    private static IEnumerable<Word> Forms(Word word)
    {
        yield return word;
        if (word.Text.StartsWith("un", StringComparison.Ordinal) && Meaning.Shipped.Rank(word.Text[2..]) is not null)
        {
            yield return Part(word, word.Text[2..]);
        }

        for (var cut = Shortest; Meaning.Shipped.Known(word.Text) is null && cut <= word.Text.Length - Shortest; cut++)
        {
            if (Meaning.Shipped.Rank(word.Text[..cut]) is not null && Meaning.Shipped.Rank(word.Text[cut..]) is not null)
            {
                yield return Part(word, word.Text[..cut]);
                yield return Part(word, word.Text[cut..]);
            }
        }
    }

    private static Word Part(Word word, string text) => new(text, word.Written, word.Clause, word.Sentence, word.First);

    // The logarithm of a word's rank, from 0 for the commonest to 1 for a word nobody counted.
    private static double Rarity(Word word)
    {
        var known = Meaning.Shipped.Known(word.Text) ?? Meaning.Shipped.Known(Classes.Shipped.Ordinary(word));
        var rank = known is null ? Rarest : Meaning.Shipped.Rank(known)!.Value;
        return Math.Clamp(Math.Log((rank + 1.0) / Commonest) / Math.Log((double)Rarest / Commonest), 0, 1);
    }

    private const double Turn = 0.7;
    private const double Fact = 1.1;
    private const int Rarest = 34000;
    private const int Commonest = 150;
}
