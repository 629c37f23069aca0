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
        if (others.Count == claim.Cited.Count || (others.Count > 0 && Borne(claim, others) > Borne(claim, own)))
        {
            return new Finding(Fault.OtherPersonsMessage, others[0].Source.Id);
        }

        if (IsAnothersView(claim))
        {
            return new Finding(Fault.OtherPersonsMessage, claim.Cited[0].Source.Id);
        }

        var onlyOffered = claim.Cited.All(cited => cited.Speaker is Speaker.Bot or Speaker.LinkWorker);
        var ofThePerson = claim.Said.Words.Any(word => !word.Quoted && word.Is("stance")) || (!claim.IsQuote
            && claim.Said.SaysOneOf("stance.phrase") is not null);
        return onlyOffered && ofThePerson ? new Finding(Fault.OtherPersonsMessage, claim.Cited[0].Source.Id) : null;
    }

    // "She says she makes excuses" where he said so of her.
    private static bool IsAnothersView(Claim claim)
    {
        var words = claim.Said.Words;
        var voices = Voices.OfNote(claim.Heard.People, words);
        var says = Enumerable.Range(0, words.Count).Any(at => !words[at].Quoted && words[at].Is("says.note") && voices[at] == People.Self);
        var places = Alignment.Of(claim, claim.Cited).SelectMany(one => one.Places).ToList();
        return says && places.Count > 0 && places.TrueForAll(place => IsSaidByAnother(claim, place));
    }

    private static bool IsSaidByAnother(Claim claim, HeardWord place) => place.In.Passage.Words.Any(word =>
        word.Sentence == place.Word.Sentence && word.Is("says")
            && claim.Heard.VoiceOf(new HeardWord(word, place.In)) is not null and not People.Self and not People.Worker);

    private static int Borne(Claim claim, IEnumerable<Utterance> basis) => Alignment.Of(claim, basis).Count;

    private static bool NamesSomebodyElse(Claim claim) =>
        Voices.OfNote(claim.Heard.People, claim.Said.Words).FirstOrDefault(voice => voice is not null) is { } first && first != People.Self;
}
