namespace Companion.Workflows.Summaries.Checks;

/// <summary>What is told of the person rests on the person's own words, or says whose words it rests on.</summary>
internal static class OthersWords
{
    public static Finding? Check(Claim claim)
    {
        if (claim.Cited.Count == 0 || claim.Said.SaysOneOf("attributed") is not null || NamesSomebodyElse(claim))
        {
            return null;
        }

        var others = claim.Cited.Where(cited => cited.Speaker == Speaker.Other).ToList();
        var own = claim.Basis.Where(one => one.Speaker is not Speaker.Other).ToList();
        if (others.Count > 0 && Borne(claim, others) > Borne(claim, own))
        {
            return new Finding(Fault.OtherPersonsMessage, others[0].Source.Id);
        }

        var onlyOffered = claim.Cited.All(cited => cited.Speaker is Speaker.Bot or Speaker.LinkWorker);
        var ofThePerson = claim.Said.Words.Any(word => !word.Quoted && word.Is("stance"));
        return onlyOffered && ofThePerson ? new Finding(Fault.OtherPersonsMessage, claim.Cited[0].Source.Id) : null;
    }

    private static int Borne(Claim claim, IEnumerable<Utterance> basis) => Alignment.Of(claim, basis).Count;

    private static bool NamesSomebodyElse(Claim claim) =>
        Voices.OfNote(claim.Heard.People, claim.Said.Words).FirstOrDefault(voice => voice is not null) is { } first && first != People.Self;
}
