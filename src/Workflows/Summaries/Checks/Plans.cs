using Companion.Workflows.Summaries.Wording;

namespace Companion.Workflows.Summaries.Checks;

/// <summary>An offer is no plan until somebody took it up.</summary>
internal static class Plans
{
    private const float Spoken = 0.35f;

    public static Finding? Check(Claim claim)
    {
        if (claim.Said.SaysOneOf("plan") is not { } plan || claim.Said.SaysOneOf("doubt") is not null || claim.Said.Words.Any(word => word.Sign != Sign.Said))
        {
            return null;
        }

        if (IsNobodysWord(claim) || (!IsPromised(claim) && !IsSpokenOf(claim, plan)))
        {
            return new Finding(Fault.InventedPlan, plan);
        }

        var aligned = Alignment.Of(claim, claim.Basis);
        var onlyOffered = aligned.Count > 0 && aligned.All(one => one.Places.All(place => IsOffer(place) || IsHeldBack(place)));
        return onlyOffered && !claim.Cited.Any(IsTakenUp) ? new Finding(Fault.InventedPlan, plan) : null;
    }

    // Somebody is to do it of whom nothing of the kind was said.
    private static bool IsNobodysWord(Claim claim)
    {
        var voices = Voices.OfNote(claim.Heard.People, claim.Said.Words);
        var at = claim.Said.Words.ToList().FindIndex(word => word.Is("plan"));
        var who = at < 0 ? null : voices[at];
        return who is not null and not People.Self and not People.Worker and not People.Writer
            && !Alignment.Of(claim, claim.Basis).Any(one => one.Places.Any(place => place.In.Passage.Words.Any(word => word.Sentence == place.Word.Sentence && claim.Heard.People.Key(word) == who)));
    }

    private static bool IsPromised(Claim claim) => claim.Cited.Any(cited => cited.Speaker == Speaker.LinkWorker && cited.Passage.Says("i will"));

    // What is to be done was spoken of at all.
    private static bool IsSpokenOf(Claim claim, string plan)
    {
        var last = plan.Split(' ')[^1];
        var what = claim.Said.Words.SkipWhile(word => word.Text != last).Skip(1).FirstOrDefault(word => word.IsContent);
        return what is null || what.IsReport || what.IsCapital || claim.Basis.Any(one => one.Passage.Content.Any(heard => Sameness.Of(what, heard) >= Spoken));
    }

    private static bool IsOffer(HeardWord place) =>
        place.In.Speaker is Speaker.LinkWorker or Speaker.Bot && (place.Word.Asked || place.In.Passage.Words.Any(word => word.Clause == place.Word.Clause && word.Is("offer")));

    private static bool IsHeldBack(HeardWord place) => place.In.Speaker == Speaker.Person && (place.Word.Doubted || place.Word.Asked);

    private static bool IsTakenUp(Utterance cited) => cited.Speaker == Speaker.Person && Answer.Of(cited.Passage) == Sign.Said && cited.Passage.SaysOneOf("doubt") is null;
}
