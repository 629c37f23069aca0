using Companion.Workflows.Summaries.Wording;

namespace Companion.Workflows.Summaries.Checks;

/// <summary>What was possible is not told as certain, and nothing is told as more, or more often, than it was said.</summary>
internal static class Certainty
{
    private const int ShortAnswer = 16;

    public static Finding? Check(Claim claim) => Stronger(claim) ?? Firmer(claim) ?? Promised(claim);

    // A strong word needs one of its own kind in what is cited, or one that amounts to it.
    private static Finding? Stronger(Claim claim)
    {
        foreach (var (kind, words) in Classes.Shipped.Under("strong"))
        {
            if (words.FirstOrDefault(claim.Said.Says) is { } strong && !claim.Basis.Any(one => one.Passage.SaysOneOf("strong." + kind) is not null
                || one.Passage.SaysOneOf("support." + kind) is not null || IsOutrightNo(kind, one)) && !Alternate(claim, strong))
            {
                return new Finding(Fault.Overstated, strong);
            }
        }

        return null;
    }

    // "I'm not putting her in a home" is never; "some days I don't eat" is not.
    private static bool IsOutrightNo(string kind, Utterance one) => kind == "never"
        && one.Passage.Words.Any(word => word.Sign == Sign.Denied && !word.Hedged && !one.Passage.Words.Any(other => other.Clause == word.Clause && other.Is("some")));

    // "Maybe after Easter" promises nothing.
    private static Finding? Promised(Claim claim)
    {
        var promise = claim.Said.SaysOneOf("promise");
        var last = claim.Cited.LastOrDefault(cited => cited.Speaker == Speaker.Person);
        var ofThePerson = claim.Said.Words.Zip(Voices.OfNote(claim.Heard.People, claim.Said.Words))
            .Any(pair => pair.Second == People.Self && pair.First.Is("promise.verb"));
        return promise is not null && ofThePerson && claim.Said.SaysOneOf("doubt") is null && last?.Passage.Words.Count <= ShortAnswer
            && last.Passage.SaysOneOf("doubt") is not null ? new Finding(Fault.Overstated, promise) : null;
    }

    // "I could order a copy, shall I?" is an offer, no doubt about what came of it.
    private static bool IsOpen(HeardWord place) => place.In.Speaker == Speaker.LinkWorker ? place.Word.Doubted : place.Word.Hedged;

    private static bool Alternate(Claim claim, string strong) => strong is "every" or "each"
        && (claim.Said.Words.Any(word => word.Text is "other" or "second" or "time") || IsRegular(claim));

    // "Mornings" and "on Sundays" are every morning and each Sunday.
    private static bool IsRegular(Claim claim) => Figures.Of(claim.Said).Any(figure => claim.Basis.Any(one => one.Figures.Any(heard =>
        heard.Kind == figure.Kind && heard.Value == figure.Value && one.Passage.Words[heard.At].Text.EndsWith('s')
        && !(heard.At > 0 && one.Passage.Words[heard.At - 1].Is("some")))));

    private static Finding? Firmer(Claim claim)
    {
        if (claim.Said.SaysOneOf("softened") is not null)
        {
            return null;
        }

        var aligned = Alignment.Of(claim, claim.Cited, withFigures: true);
        var hedged = aligned.Where(one => one.Places.All(IsOpen)).ToList();
        return hedged.Count == 0 || 3 * hedged.Count < 2 * aligned.Count ? null : new Finding(Fault.Overstated, hedged[0].Word.Text);
    }
}
