namespace Companion.Workflows.Summaries.Checks;

/// <summary>Whoever did or felt something in the sentence did or felt it in what it cites.</summary>
internal static class Persons
{
    public static Finding? Check(Claim claim) => Swapped(claim) ?? OthersRelation(claim) ?? Unspoken(claim);

    // Somebody else is said to have done what the person wrote without a word of anybody else.
    private static Finding? Unspoken(Claim claim)
    {
        var people = claim.Heard.People;
        var words = claim.Said.Words;
        var first = Voices.OfNote(people, words).Index().FirstOrDefault(voice => voice.Item is not null);
        return first.Item is { } who && who is not (People.Self or People.Worker or People.Writer) && words[first.Index].IsCapital && !words[first.Index].Quoted
            && claim.Cited.Count > 0 && claim.Cited.All(cited => cited.Speaker == Speaker.Person)
            && !claim.Basis.Any(one => one.Passage.Words.Any(word => word.Is("third") || people.Key(word) is not null and not People.Self))
            ? new Finding(Fault.SwappedPerson, words[first.Index].Text)
            : null;
    }

    private static Finding? Swapped(Claim claim)
    {
        var people = claim.Heard.People;
        var voices = Voices.OfNote(people, claim.Said.Words);
        var of = new Dictionary<object, string?>(claim.Said.Words.Zip(voices, (word, voice) =>
            KeyValuePair.Create<object, string?>(word, voice)), ReferenceEqualityComparer.Instance);
        var judged = Alignment.Of(claim, claim.Cited.Where(cited => cited.Speaker is Speaker.Person or Speaker.Other))
            .Where(aligned => people.Key(aligned.Word) is null && of[aligned.Word] is not null and not People.Worker)
            .Select(aligned => (aligned.Word, Places: aligned.Places.Where(place => claim.Heard.VoiceOf(place) is not null).ToList()))
            .Where(aligned => aligned.Places.Count > 0)
            .Select(aligned => (aligned.Word, Against: aligned.Places.TrueForAll(place => Differ(claim, of[aligned.Word]!, place))))
            .ToList();
        var against = judged.Where(one => one.Against).Select(one => one.Word.Text).ToList();
        return against.Count == 0 || 3 * against.Count < 2 * judged.Count ? null : new Finding(Fault.SwappedPerson, against[0]);
    }

    // Two that are not the person may be one, unless the message names both.
    private static bool Differ(Claim claim, string said, HeardWord place)
    {
        var heard = claim.Heard.VoiceOf(place);
        return heard is not null && heard != said && heard != People.Worker && !(heard == People.Other && said != People.Self)
            && !(said != People.Self && place.In.Passage.Words.Any(word => word.Clause == place.Word.Clause && claim.Heard.People.Key(word) == said))
            && (said == People.Self || heard == People.Self || (!claim.Heard.People.Written && People.AreTwo(said, heard))
                || place.In.Passage.Words.Any(word => claim.Heard.People.Key(word) == said));
    }

    // "Marjorie's son" is no son of the person's, who wrote "my son".
    private static Finding? OthersRelation(Claim claim)
    {
        var words = claim.Said.Words;
        for (var at = 2; at < words.Count; at++)
        {
            var owner = claim.Heard.People.Key(words[at - 2]);
            if (words[at - 1].Text == "s" && owner is not null and not People.Self && People.Family(words[at].Text) is { } family
                && !IsRelated(claim, owner, family))
            {
                return new Finding(Fault.SwappedPerson, words[at].Text);
            }
        }

        return null;
    }

    private static bool IsRelated(Claim claim, string owner, string family)
    {
        var relatives = claim.Basis.Where(one => one.Passage.Words.Any(word => People.Family(word.Text) == family)).ToList();
        return relatives.Count == 0 || relatives.Exists(one => one.Passage.Words.Zip(one.Passage.Words.Skip(1)).Any(pair =>
            People.Family(pair.Second.Text) == family && (pair.First.Text is "s" or "his" or "her" or "their"
                || claim.Heard.People.Key(pair.First) == owner
                || pair.First.Text.EndsWith('s'))));
    }
}
