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
        if (!denies && claim.Said.SaysOneOf("doubt") is not null && claim.Cited.Any(cited => cited.Passage.SaysOneOf("doubt") is not null))
        {
            return null;
        }

        var aligned = Alignment.Of(claim, claim.Basis, withDays: true);
        var tellsNothing = claim.Said.Content.All(word => word.IsReport) && Figures.Of(claim.Said).Count == 0;
        if (aligned.Count == 0 && !denies && claim.Cited.Count <= 2 && claim.Cited.Any(cited => IsRefusal(cited) || (tellsNothing && Denies(cited))))
        {
            return new Finding(Fault.DroppedNegation, "no");
        }

        var judged = aligned
            .Where(one => one.Word.Sign == (denies ? Sign.Denied : Sign.Said))
            .Where(one => !plan || one.Places.Any(place => place.In.Speaker == Speaker.Person || place.In.Passage.Words.Any(word => word.Asked)))
            .Select(one => (one.Word, one.Places, Against: one.Places.All(place => IsAgainst(claim, one.Word, place, plan))))
            .ToList();
        // What somebody said of it decides, where they did; not what they were offered beside it.
        var own = judged.Where(one => one.Places.Any(place => place.In.Speaker is Speaker.Person or Speaker.Other && !place.Word.Asked)).ToList();
        judged = !denies && own.Count > 0 && judged.Any(one => one.Places.All(place => place.In.Speaker is Speaker.LinkWorker or Speaker.Bot)) ? own : judged;
        var against = judged.Where(one => one.Against).Select(one => one.Word.Text).ToList();
        // What somebody did weighs more than what they did it to: "I've not answered it" after "they sent a letter".
        var did = claim.Said.Words.Zip(Voices.OfNote(claim.Heard.People, claim.Said.Words))
            .FirstOrDefault(pair => pair.First.IsContent && !pair.First.IsReport && pair.Second is not null && !pair.First.IsCapital).First;
        var isOfDeed = !denies && judged.Any(one => one.Against && ReferenceEquals(one.Word, did)
            && one.Places.All(place => place.In.Speaker == Speaker.Person && place.Word.Sign == Sign.Denied));
        return against.Count == 0 || (!isOfDeed && 2 * against.Count <= judged.Count)
            ? null
            : new Finding(plan ? Fault.InventedPlan : Fault.DroppedNegation, against[0]);
    }

    // With no other word in common, a no speaks against whatever is said.
    private static bool IsRefusal(Utterance cited) => cited.Speaker == Speaker.Person && Answer.Of(cited.Passage) == Sign.Denied;

    private static bool Denies(Utterance cited) => cited.Speaker == Speaker.Person && cited.Passage.Words.Any(word => word.Is("not.hard"));

    // What is denied in other words nearby is not looked up word for word.
    private static bool IsAgainst(Claim claim, Word said, HeardWord heard, bool plan) =>
        !(said.Sign == Sign.Denied && heard.In.Passage.Words.Any(word => word.Sentence == heard.Word.Sentence && word.Sign != Sign.Said))
        && IsOtherwise(claim, said, heard, plan);

    private static bool IsOtherwise(Claim claim, Word said, HeardWord heard, bool plan) => Answered(claim, heard, plan) switch
    {
        Sign.Open => false,
        // What somebody offered says nothing of what came of it.
        Sign.Said when heard.In.Speaker is Speaker.Bot or Speaker.LinkWorker => false,
        var sign => sign != said.Sign,
    };

    private static Sign Answered(Claim claim, HeardWord heard, bool plan)
    {
        if (!heard.Word.Asked && !(plan && heard.In.Passage.Words.Any(word => word.Asked)))
        {
            return heard.Word.Sign;
        }

        var answer = claim.Cited.FirstOrDefault(cited => claim.Heard.Asked(cited) == heard.In);
        return answer is null ? Sign.Open : Answer.Of(answer.Passage);
    }
}
