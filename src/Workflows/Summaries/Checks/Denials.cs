using Companion.Workflows.Summaries.Wording;

namespace Companion.Workflows.Summaries.Checks;

/// <summary>
/// What somebody denied in a clause of its own is not told as it would stand without the "not": "I couldn't go back there on my own" is no
/// "able to go back", "not my GP please" no leave to tell them.
/// </summary>
internal static class Denials
{
    /// <summary>A clause of so few words of weight refuses a thing by its name.</summary>
    private const int Few = 2;

    private const float Same = 0.66f;

    public static Finding? Check(Claim claim)
    {
        if (claim.Said.Words.Any(word => word.Sign != Sign.Said) || claim.Said.SaysOneOf("doubt") is not null || claim.Said.SaysOneOf("order.told") is not null)
        {
            return null;
        }

        var clauses = claim.Cited.Where(cited => cited.Speaker is Speaker.Person or Speaker.Other)
            .SelectMany(cited => cited.Passage.Words.GroupBy(word => word.Clause).Select(clause => (Cited: cited, Words: clause.ToList())));
        foreach (var (cited, words) in clauses.Where(clause => clause.Words.Exists(word => word.Sign == Sign.Denied)))
        {
            if ((Told(claim, cited, words) ?? Refused(claim, words)) is { } what)
            {
                return new Finding(claim.Said.SaysOneOf("plan") is null ? Fault.DroppedNegation : Fault.InventedPlan, what.Text);
            }
        }

        return null;
    }

    // Most of what was denied stands in the sentence, and was not said as well. "Go back" alone is too little to tell.
    private static Word? Told(Claim claim, Utterance cited, List<Word> clause)
    {
        var denied = clause.Where(word => word.Sign == Sign.Denied && IsOfWeight(word)).DistinctBy(word => word.Root).ToList();
        var told = denied.Where(word => Tells(claim, word)).ToList();
        var isMost = denied.Count >= Few && 3 * told.Count >= 2 * denied.Count;
        return isMost && (told.Count > Few || told.Exists(word => word.IsContent && !IsSaidToo(cited, word))) ? told[0] : null;
    }

    private static bool IsOfWeight(Word word) => !word.Is("light") && !IsUnit(word) && !Figures.IsFigure(word) && char.IsLetter(word.Text[0]);

    private static bool IsUnit(Word word) => Classes.Shipped.Roots("unit").Contains(word.Root);

    private static bool Tells(Claim claim, Word denied) => claim.Said.Words.Any(said => said.Root == denied.Root || Sameness.Of(said, denied) >= Same);

    private static bool IsSaidToo(Utterance cited, Word denied) =>
        cited.Passage.Words.Any(word => word.Sign == Sign.Said && !word.Asked && Sameness.Of(word, denied) >= Same);

    // "Not my GP please", "no to the food": one thing, by its name, and nothing else in the clause.
    private static Word? Refused(Claim claim, List<Word> clause)
    {
        if (clause[0].Text is not ("no" or "not") || clause.Count < 2 || !clause[1].Is("light") || claim.Said.SaysOneOf("accepted") is null)
        {
            return null;
        }

        var what = clause.Skip(1).SkipWhile(word => word.Is("light")).TakeWhile(word => !word.Is("light")).ToList();
        var isAll = what.Count is > 0 and <= Few && what.Count == clause.Count(word => word.IsContent);
        return isAll && what.TrueForAll(word => !IsUnit(word) && Tells(claim, word)) ? what[0] : null;
    }
}
