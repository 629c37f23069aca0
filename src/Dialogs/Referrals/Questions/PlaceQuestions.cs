using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;

namespace Companion.Dialogs.Referrals.Questions;

/// <summary>
/// The postcode, which says whether the service can help at all. The same text asks for the GP surgery; whoever sends both is not
/// asked again.
/// </summary>
internal sealed class PostcodeQuestion() : Question("postcode")
{
    private static readonly string[] NoFixedAddress = ReferralWords.Lists["no fixed address"];

    public override IReadOnlyList<string> Fills => [ReferralSlots.Postcode];

    public override bool HasTheirs => true;

    public override bool HasWhy => true;

    public override IEnumerable<string> Faults => [Text("wrong.half"), Text("wrong.missing")];

    public override string Ask(Slots slots) => slots.Has(ReferralSlots.SurgeryCode) ? Text("only") : base.Ask(slots);

    public override Answer Hear(Utterance said, Slots slots)
    {
        if (PostcodeReader.Read(said.Words) is not { } read)
        {
            return WithoutPostcode(said);
        }

        var answer = read.Confidence == Confidence.Clear
            ? Accept([(ReferralSlots.Postcode, read.Value.Value)], said, confirmed: false)
            : new Answer(ReferralTrigger.Unsure, [(ReferralSlots.Postcode, read.Value.Value)]);
        var rest = Plain.Of(said.Words.Replace(read.Words, " ", StringComparison.Ordinal));
        return slots.Has(ReferralSlots.SurgeryCode) || Surgeries.Find(rest, said.Service.Surgeries) is not [{ Close: true } one]
            ? answer
            : answer with { Values = [.. answer.Values, .. SurgeryQuestion.Waiting(one.Surgery)] };
    }

    private Answer WithoutPostcode(Utterance said)
    {
        if (HasNoAddress(said.Plain))
        {
            return Answer.Of(ReferralSlots.Postcode, Postcode.NoFixedAbode.Value);
        }

        return IsHalf(said.Plain) ? Answer.Wrong(Text("wrong.half"))
            : Surgeries.Find(said.Plain, said.Service.Surgeries) is [{ Close: true } one]
                ? Answer.Wrong(Text("wrong.missing")) with { Values = [.. SurgeryQuestion.Waiting(one.Surgery)] }
            : Answer.Unclear;
    }

    public override Answer Accept(IReadOnlyList<(string Slot, string? Value)> values, Utterance said, bool confirmed)
    {
        var postcode = Postcode.Parse(values[0].Value!);
        var inside = said.Service.Outwards.Count == 0 || postcode.IsNoFixedAbode || said.Service.Outwards.Contains(postcode.Outward);
        return new Answer(inside ? ReferralTrigger.Answered : ReferralTrigger.Outside, values);
    }

    // "no" before these phrases is part of them, so the not-before rule is not for them.
    private static bool HasNoAddress(Plain plain) =>
        NoFixedAddress.Any(phrase => (" " + plain.Text + " ").Contains(" " + phrase + " ", StringComparison.Ordinal));

    private static bool IsHalf(Plain plain) =>
        plain.Tokens.Count(token => token.IsWord) <= 2
        && plain.Tokens.Any(token => token.Text.Length is >= 2 and <= 4
            && char.IsAsciiLetter(token.Text[0]) && token.Text.Any(char.IsAsciiDigit));
}
