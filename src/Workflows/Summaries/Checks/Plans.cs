using Companion.Workflows.Summaries.Wording;

namespace Companion.Workflows.Summaries.Checks;

/// <summary>An offer is no plan until somebody took it up.</summary>
internal static class Plans
{
    private const float Spoken = 0.42f;

    public static Finding? Check(Claim claim)
    {
        if (claim.Said.SaysOneOf("plan") is not { } plan || claim.Said.SaysOneOf("doubt") is not null
            || claim.Said.Words.Any(word => word.Sign != Sign.Said || word.Text is "whether" or "if" or "think"))
        {
            return null;
        }

        var who = Whose(claim);
        if (IsNobodysWord(claim, who) || (who is null or People.Self && !IsPromised(claim) && !IsSpokenOf(claim, plan)))
        {
            return new Finding(Fault.InventedPlan, plan);
        }

        var aligned = Alignment.Of(claim, claim.Basis);
        var onlyOffered = aligned.Count > 0 && aligned.All(one => one.Places.All(place => IsOffer(place) || IsHeldBack(place)));
        return onlyOffered && !claim.Cited.Any(IsTakenUp) ? new Finding(Fault.InventedPlan, plan) : null;
    }

    // Whoever is to do it, as far as the sentence says.
    private static string? Whose(Claim claim)
    {
        var at = claim.Said.Words.ToList().FindIndex(word => word.Is("plan"));
        return at < 0 ? null : Voices.OfNote(claim.Heard.People, claim.Said.Words)[at];
    }

    // Somebody is to do it of whom nothing of the kind was said.
    private static bool IsNobodysWord(Claim claim, string? who) => who switch
    {
        null or People.Self or People.Writer => false,
        People.Worker => Alignment.Of(claim, claim.Cited).Count > 0
            && Alignment.Of(claim, claim.Cited.Where(cited => cited.Speaker == Speaker.LinkWorker)).Count == 0,
        _ => !claim.Cited.Any(cited => cited.Speaker == Speaker.Other)
            && !Alignment.Of(claim, claim.Basis).Any(one => one.Places.Any(place => IsNamedBeside(claim, place, who))),
    };

    private static bool IsNamedBeside(Claim claim, HeardWord place, string who) =>
        place.In.Passage.Words.Any(word => word.Sentence == place.Word.Sentence && claim.Heard.People.Key(word) == who);

    private static bool IsPromised(Claim claim) => claim.Cited.Any(cited => cited.Speaker == Speaker.LinkWorker && cited.Passage.Says("i will"));

    // What is to be done was spoken of at all.
    private static bool IsSpokenOf(Claim claim, string plan)
    {
        var last = plan.Split(' ')[^1];
        var what = claim.Said.Words.SkipWhile(word => word.Text != last).Skip(1).FirstOrDefault(word => word.IsContent);
        return what is null || what.IsReport || what.IsCapital
            || claim.Basis.Any(one => one.Passage.Content.Any(heard => Sameness.Of(what, heard) >= Spoken));
    }

    private static bool IsOffer(HeardWord place) =>
        place.In.Speaker is Speaker.LinkWorker or Speaker.Bot && (place.Word.Asked
            || place.In.Passage.Words.Any(word => word.Clause == place.Word.Clause && word.Is("offer")));

    private static bool IsHeldBack(HeardWord place) => place.In.Speaker == Speaker.Person && (place.Word.Doubted || place.Word.Asked);

    private static bool IsTakenUp(Utterance cited) => cited.Speaker == Speaker.Person && cited.Passage.SaysOneOf("doubt") is null
        && (Answer.Of(cited.Passage) == Sign.Said || !cited.Passage.Words.Any(word => word.Is("not.hard") || word.Asked));
}
