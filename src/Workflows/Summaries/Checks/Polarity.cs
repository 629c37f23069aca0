using Companion.Workflows.Summaries.Wording;

namespace Companion.Workflows.Summaries.Checks;

/// <summary>What was denied stays denied, what was said stays said. A no denies what was asked, a yes says it.</summary>
internal static class Polarity
{
    public static Finding? Check(Claim claim)
    {
        // A sentence that denies anything may deny it in words of its own: then only what it denies is looked up.
        var denies = claim.Said.Words.Any(word => word.Sign != Sign.Said);
        var plan = claim.Said.SaysOneOf("plan") is not null;
        var judged = Alignment.Of(claim, claim.Basis)
            .Where(aligned => aligned.Word.Sign == (denies ? Sign.Denied : Sign.Said))
            .Where(aligned => !plan || aligned.Places.Any(place => place.In.Speaker == Speaker.Person || place.Word.Asked))
            .Select(aligned => (aligned.Word, Against: aligned.Places.All(place => IsAgainst(claim, aligned.Word, place, plan))))
            .ToList();
        var against = judged.Where(one => one.Against).Select(one => one.Word.Text).ToList();
        return against.Count == 0 || 2 * against.Count < judged.Count
            ? null
            : new Finding(plan ? Fault.InventedPlan : Fault.DroppedNegation, against[0]);
    }

    private static bool IsAgainst(Claim claim, Word said, HeardWord heard, bool plan) => Answered(claim, heard) switch
    {
        Sign.Open => false,
        // What somebody offered says nothing of what came of it.
        Sign.Said when heard.In.Speaker is Speaker.Bot or Speaker.LinkWorker => false,
        var sign => sign != said.Sign,
    };

    private static Sign Answered(Claim claim, HeardWord heard)
    {
        if (!heard.Word.Asked)
        {
            return heard.Word.Sign;
        }

        var answer = claim.Cited.FirstOrDefault(cited => claim.Heard.Asked(cited) == heard.In);
        return answer is null ? Sign.Open : Answer.Of(answer.Passage);
    }
}
