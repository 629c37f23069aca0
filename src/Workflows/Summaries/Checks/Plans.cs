using Companion.Workflows.Summaries.Wording;

namespace Companion.Workflows.Summaries.Checks;

/// <summary>An offer is no plan until somebody took it up.</summary>
internal static class Plans
{
    public static Finding? Check(Claim claim)
    {
        if (claim.Said.SaysOneOf("plan") is not { } plan || claim.Said.SaysOneOf("doubt") is not null || claim.Said.Words.Any(word => word.Sign != Sign.Said))
        {
            return null;
        }

        var aligned = Alignment.Of(claim, claim.Basis);
        var onlyOffered = aligned.Count > 0 && aligned.All(one => one.Places.All(place => IsOffer(place) || IsHeldBack(place)));
        return onlyOffered && !claim.Cited.Any(IsTakenUp) ? new Finding(Fault.InventedPlan, plan) : null;
    }

    private static bool IsOffer(HeardWord place) =>
        place.In.Speaker is Speaker.LinkWorker or Speaker.Bot && (place.Word.Asked || place.In.Passage.Words.Any(word => word.Clause == place.Word.Clause && word.Is("offer")));

    private static bool IsHeldBack(HeardWord place) => place.In.Speaker == Speaker.Person && (place.Word.Doubted || place.Word.Asked);

    private static bool IsTakenUp(Utterance cited) => cited.Speaker == Speaker.Person && Answer.Of(cited.Passage) == Sign.Said && cited.Passage.SaysOneOf("doubt") is null;
}
