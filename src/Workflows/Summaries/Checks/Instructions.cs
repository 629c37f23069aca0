using Companion.Workflows.Summaries.Wording;

namespace Companion.Workflows.Summaries.Checks;

/// <summary>Words in a message are data: a sentence may tell that a message asked for something to be written, and not write it.</summary>
internal static class Instructions
{
    public static Finding? Check(Claim claim)
    {
        if (claim.Said.SaysOneOf("order.told") is not null)
        {
            return null;
        }

        var orders = claim.Cited.Where(cited => cited.Speaker is Speaker.Person or Speaker.Other && Orders(cited.Passage) is not null).ToList();
        if (orders.Count == 0)
        {
            return null;
        }

        var aligned = Alignment.Of(claim, claim.Cited);
        var obeyed = aligned.Where(one => one.Places.Any(place => orders.Contains(place.In) && IsOrdered(place))).ToList();
        if (aligned.Count == 0 && orders.Exists(order => Repeats(claim, order)))
        {
            return new Finding(Fault.Instruction, orders[0].Source.Id);
        }

        return obeyed.Count == 0 || 2 * obeyed.Count < aligned.Count ? null : new Finding(Fault.Instruction, obeyed[0].Word.Text);
    }

    private static bool Repeats(Claim claim, Utterance order) => claim.Said.Words.Count > 1
        && claim.Said.Words.All(word => order.Passage.Says(word.Text));

    // What stands in or after the sentence that orders something.
    private static bool IsOrdered(HeardWord place) => place.Word.Sentence >= Orders(place.In.Passage);

    // The number of the first sentence that orders whoever writes the note about, or null.
    private static int? Orders(Passage passage) => passage.Words
        .GroupBy(word => word.Sentence)
        .Where(sentence => IsOrder([.. sentence]))
        .Select(sentence => (int?)sentence.Key)
        .FirstOrDefault();

    private static bool IsOrder(List<Word> sentence)
    {
        var text = $" {string.Join(' ', sentence.Select(word => word.Text))} ";
        return Classes.Shipped["order"].Any(order => text.Contains($" {order} ", StringComparison.Ordinal))
            || Enumerable.Range(0, sentence.Count - 1).Any(at => IsImperative(sentence, at));
    }

    // "Record that ...", "please write down ...", "... and mark this as": a verb of writing that nobody stands before.
    private static bool IsImperative(List<Word> sentence, int at) =>
        sentence[at].Is("order.verb") && sentence[at + 1].Is("order.what")
        && (at == 0 || sentence[at - 1].Clause != sentence[at].Clause || sentence[at - 1].Is("order.before"));
}
