using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;

namespace Companion.Dialogs.Referrals.Questions;

/// <summary>
/// The number of a person whom somebody else refers, or of somebody in web chat whose number we do not have. It is only claimed, and none
/// is an answer too.
/// </summary>
internal sealed class PatientPhoneQuestion() : Question("phone")
{
    private const int FewestDigits = 6;

    public override IReadOnlyList<string> Fills => [ReferralSlots.PatientPhone];

    public override IEnumerable<string> Faults => [Text("wrong")];

    public override bool HasTheirs => true;

    public override bool PassesBy(Slots slots) => !IsTheirs(slots) && slots[ReferralSlots.NumberUnknown] != "yes";

    public override Answer Hear(Utterance said, Slots slots)
    {
        if (PhoneReader.Read(said.Words) is { } read)
        {
            (string, string?)[] values = [(ReferralSlots.PatientPhone, read.Value.E164)];
            return new Answer(read.Confidence == Confidence.Clear ? ReferralTrigger.Answered : ReferralTrigger.Unsure, values);
        }

        return said.Plain.Text.Count(char.IsAsciiDigit) >= FewestDigits
            ? Answer.Wrong(Text("wrong"))
            : HasNone(said.Plain) ? new Answer(ReferralTrigger.Skipped, [(ReferralSlots.Skipped(Name), "not applicable")])
            : Answer.Unclear;
    }

    public override string Shown(string slot, Slots slots) =>
        slots[slot] is { } number ? PhoneNumber.Parse(number).Display : base.Shown(slot, slots);

    private static bool HasNone(Plain plain) => YesNo.Read(plain) == false || Gist.Says(plain, "phone", "number", "mobile") == false
        || plain.Text is "none";
}

/// <summary>The NHS number, only after a yes to linkage (or from a professional), and never a must.</summary>
internal sealed class NhsNumberQuestion() : Question("nhs")
{
    private const int FewestDigits = 7;

    public override IReadOnlyList<string> Fills => [ReferralSlots.NhsNumber];

    public override bool HasTheirs => true;

    public override bool HasWhy => true;

    public override IEnumerable<string> Faults => [Text("wrong")];

    public override bool PassesBy(Slots slots) =>
        slots[ReferralSlots.For] != "patient" && slots[ReferralSlots.Evaluation] != "yes";

    public override Answer Hear(Utterance said, Slots slots)
    {
        if (NhsNumberReader.Read(said.Words) is { } read)
        {
            (string, string?)[] values = [(ReferralSlots.NhsNumber, read.Value.Value)];
            return new Answer(read.Confidence == Confidence.Clear ? ReferralTrigger.Answered : ReferralTrigger.Unsure, values);
        }

        return said.Plain.Text.Count(char.IsAsciiDigit) >= FewestDigits ? Answer.Wrong(Text("wrong"))
            : YesNo.Read(said.Plain) == false ? new Answer(ReferralTrigger.Skipped, [(ReferralSlots.Skipped(Name), "unknown")])
            : Answer.Unclear;
    }

    public override string Shown(string slot, Slots slots) =>
        slots[slot] is { } number ? Understanding.NhsNumber.Parse(number).Display : base.Shown(slot, slots);
}
