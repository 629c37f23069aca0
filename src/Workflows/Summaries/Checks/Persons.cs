using Companion.Workflows.Summaries.Wording;

namespace Companion.Workflows.Summaries.Checks;

/// <summary>Whoever did or felt something in the sentence did or felt it in what it cites.</summary>
internal static class Persons
{
    public static Finding? Check(Claim claim)
    {
        var people = claim.Heard.People;
        var said = Voices.OfNote(people, claim.Said.Words);
        var judged = Alignment.Of(claim, claim.Cited.Where(cited => cited.Speaker != Speaker.Record))
            .Where(aligned => people.Key(aligned.Word) is null && !Figures.IsFigure(aligned.Word))
            .Select(aligned => (aligned.Word, Of: said[IndexOf(claim.Said.Words, aligned.Word)], aligned.Places))
            .Where(one => one.Of is not null)
            .Select(one => (one.Word, Against: one.Places.All(place => Differ(claim, one.Of!, claim.Heard.VoiceOf(place)))))
            .ToList();
        var against = judged.Where(one => one.Against).Select(one => one.Word.Text).ToList();
        return against.Count == 0 || 3 * against.Count < 2 * judged.Count ? null : new Finding(Fault.SwappedPerson, against[0]);
    }

    // Two that are not the person may be one: a name nobody placed in the family, or a word for somebody that is not in the episode.
    private static bool Differ(Claim claim, string said, string? heard) =>
        heard is not null && heard != People.Worker && said != heard && (said == People.Self || heard == People.Self || claim.Heard.AreBothNamed(said, heard));

    private static int IndexOf(IReadOnlyList<Word> words, Word word)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (ReferenceEquals(words[at], word))
            {
                return at;
            }
        }

        throw new InvalidOperationException("The word is not of this passage.");
    }
}
