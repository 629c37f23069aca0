using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;

namespace Companion.Dialogs.Referrals.Questions;

/// <summary>
/// What they would like help with, in their own words. Needs that are read in them are read back; without any the words are kept
/// as they are, for a person to read.
/// </summary>
internal sealed class HelpQuestion() : Question("help")
{
    /// <summary>
    /// Never said back: the wrong person may be reading. It stays in the record, and a link worker asks.
    /// </summary>
    private const string Unspoken = "domestic_abuse";

    private const int MostNamed = 4;

    public override IReadOnlyList<string> Fills => [ReferralSlots.HelpWords, ReferralSlots.Needs, ReferralSlots.NeedsDenied];

    public override bool HasTheirs => true;

    /// <summary>The needs that may be said aloud.</summary>
    public static IReadOnlyList<string> Spoken(string? needs) =>
        [.. (needs ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Where(need => need != Unspoken).Take(MostNamed)];

    /// <summary>The keys of the needs' names, which become a list in the reader's language.</summary>
    public static string Names(IEnumerable<string> needs) => string.Join(' ', needs.Select(need => "@need." + need));

    public override Answer Hear(Utterance said, Slots slots)
    {
        if (!OwnWords.Are(said))
        {
            return Answer.Unclear;
        }

        var read = Read(said.Words);
        var unspoken = read.Contains(Unspoken);
        var needs = slots.Has(ReferralSlots.NeedsDenied) ? [.. read.Where(need => need == Unspoken)] : read;
        List<(string, string?)> values = [(ReferralSlots.HelpWords, said.Words.Trim()), (ReferralSlots.Needs, Joined(needs))];
        if (unspoken)
        {
            values.Add((ReferralSlots.PrivateTask, "yes"));
        }

        return new Answer(
            needs.Any(need => need != Unspoken) ? ReferralTrigger.Unsure : ReferralTrigger.Answered,
            values,
            read.Count == 0 ? Fit.Possible : Fit.Clear);
    }

    /// <summary>What they wrote before anything was asked is read back before it counts.</summary>
    public override Answer Accept(IReadOnlyList<(string Slot, string? Value)> values, Utterance said, bool confirmed) =>
        new(ReferralTrigger.Unsure, values);

    /// <summary>The needs in somebody's words.</summary>
    public static IReadOnlyList<string> Read(string words) =>
        [.. NeedsReader.Read(words).Select(need => NeedsReader.Label(need.Value)).Distinct()];

    /// <summary>Needs as the slot holds them; null for none.</summary>
    public static string? Joined(IReadOnlyList<string> needs) => needs.Count == 0 ? null : string.Join(',', needs);

    public override string Shown(string slot, Slots slots) => Names(Spoken(slots[ReferralSlots.Pending(ReferralSlots.Needs)]));
}

/// <summary>"Is it help with money and loneliness?" A second no keeps their own words and lets the needs go.</summary>
internal sealed class NeedsReadBack(HelpQuestion help) : Question("help.check")
{
    public override IReadOnlyList<string> Fills => help.Fills;

    public override bool IsStep => false;

    public override bool HasTheirs => true;

    public override IReadOnlyList<(string Name, string Value)> Words(Utterance said, Slots slots) => [("needs", help.Shown("", slots))];

    public override Answer Hear(Utterance said, Slots slots)
    {
        var waiting = Fills.Select(slot => (Slot: slot, Value: slots[ReferralSlots.Pending(slot)])).ToList();
        switch (YesNo.Read(said.Plain))
        {
            case true:
                return new Answer(ReferralTrigger.Answered, waiting);
            case false:
                return new Answer(ReferralTrigger.Denied, [(ReferralSlots.NeedsDenied, "yes")]);
            case null when Gist.IsTalk(said.Plain):
                // "yes and housing too", "no, it's the rent": more words, and both texts are kept.
                return new Answer(ReferralTrigger.Answered, Joined(waiting, said), Fit.Possible);
            default:
                return Answer.Unclear;
        }
    }

    private static List<(string, string?)> Joined(List<(string Slot, string? Value)> waiting, Utterance said)
    {
        var refused = said.Plain.Tokens is [{ Text: "no" or "nope" or "n" or "not" }, ..];
        var before = refused ? [] : (waiting.First(one => one.Slot == ReferralSlots.Needs).Value ?? "").Split(',');
        var words = waiting.First(one => one.Slot == ReferralSlots.HelpWords).Value;
        var needs = before.Concat(HelpQuestion.Read(said.Words)).Where(need => need.Length > 0).Distinct().ToList();
        return [(ReferralSlots.HelpWords, words + "\n" + said.Words.Trim()), (ReferralSlots.Needs, HelpQuestion.Joined(needs))];
    }
}
