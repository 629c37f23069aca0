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

        var orders = claim.Cited.Where(cited => cited.Speaker != Speaker.Record && cited.Passage.SaysOneOf("order") is not null).ToList();
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

    private static bool Repeats(Claim claim, Utterance order) => claim.Said.Words.Count > 1 && claim.Said.Words.All(word => order.Passage.Says(word.Text));

    // What stands at or after the words that order something.
    private static bool IsOrdered(HeardWord place)
    {
        var clauses = place.In.Passage.Words.GroupBy(word => word.Sentence).Select(sentence => sentence.ToList()).ToList();
        var first = clauses.FindIndex(sentence => Classes.Shipped["order"].Any(order => $" {string.Join(' ', sentence.Select(word => word.Text))} ".Contains($" {order} ", StringComparison.Ordinal)));
        return first >= 0 && place.Word.Sentence >= clauses[first][0].Sentence;
    }
}
