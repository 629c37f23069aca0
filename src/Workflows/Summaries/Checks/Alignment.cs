using Companion.Workflows.Summaries.Wording;

namespace Companion.Workflows.Summaries.Checks;

/// <summary>A word that was heard, and in which utterance.</summary>
internal sealed record HeardWord(Word Word, Utterance In);

/// <summary>One word of a sentence and the places where it was said.</summary>
/// <param name="Word">The word of the sentence.</param>
/// <param name="Places">Where the same thing was said; none when it was not.</param>
internal sealed record Aligned(Word Word, IReadOnlyList<HeardWord> Places);

/// <summary>
/// Looks every word of weight up where it was said. There it stands in a clause that says or denies it, more or less certainly, of
/// somebody: the sentence must say it likewise. What most of its aligned words disagree with, a sentence does not stand on.
/// </summary>
internal static class Alignment
{
    /// <summary>From here on a word is the same thing said otherwise.</summary>
    private const float Same = 0.66f;

    public static IReadOnlyList<Aligned> Of(Claim claim, IEnumerable<Utterance> basis, bool withFigures = false, bool withDays = false)
    {
        var heard = basis.SelectMany(one => one.Passage.Content.Select(word => new HeardWord(word, one))).ToList();
        return [.. claim.Said.Content
            .Where(word => !word.IsReport && !word.Quoted && (withFigures || (withDays && Figures.IsDay(word)) || (!Figures.IsFigure(word)
                && !word.Is("unit"))) && !(IsSomebody(claim, word) && !IsNamedThing(claim, word, heard)))
            .Select(word => new Aligned(word, Places(word, heard)))
            .Where(aligned => aligned.Places.Count > 0)];
    }

    private static bool IsSomebody(Claim claim, Word word) => claim.Heard.People.IsKnownName(word.Text) || (word.IsCapital && !word.First
        && !Figures.IsFigure(word) && word.Written.Any(char.IsLower)) || People.Family(word.Text) is not null;

    // "WhatsApp" where "whatsapp no" was said: a capital is no name of somebody when nobody wrote it with one.
    private static bool IsNamedThing(Claim claim, Word word, List<HeardWord> heard) =>
        !claim.Heard.People.IsKnownName(word.Text) && People.Family(word.Text) is null
        && heard.Exists(place => place.Word.Root == word.Root && (place.Word.First || !place.Word.IsCapital));

    // The same word where it was said; only where it was not, another word for it. What the person said counts before what was offered.
    private static List<HeardWord> Places(Word word, List<HeardWord> heard)
    {
        var near = heard.Select(place => (place, Nearness: Sameness.Of(word, place.Word))).Where(one => one.Nearness >= Same).ToList();
        var exact = near.Where(one => one.Nearness >= Sameness.Slip).ToList();
        var places = (exact.Count > 0 ? exact : near).Select(one => one.place).ToList();
        var own = places.Where(place => place.In.Speaker == Speaker.Person && !place.Word.Asked).ToList();
        return own.Count > 0 ? own : places;
    }
}
