using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;
using NodaTime;
using NodaTime.Text;

namespace Companion.Dialogs.Referrals.Questions;

/// <summary>The date of birth. Under 18 is read back first, because a slip of the finger would end the referral.</summary>
internal sealed class DateOfBirthQuestion() : Question("dob")
{
    private const int Adult = 18; // PRSB v1.1: children are not currently referred for social prescribing

    private static readonly LocalDatePattern Written = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");

    public override IReadOnlyList<string> Fills => [ReferralSlots.DateOfBirth];

    public override bool MustHave => true;

    public override bool HasTheirs => true;

    public override IEnumerable<string> Faults => WrongDate.All.Select(Text);

    /// <summary>As the NHS service manual writes dates: 12 March 1954.</summary>
    public static string Write(LocalDate date) => Written.Format(date);

    public override Answer Hear(Utterance said, Slots slots)
    {
        if (DateOfBirthReader.Read(said.Words, said.Today) is not { } read)
        {
            return WrongDate.Of(said) is { } text ? Answer.Wrong(Text(text)) : Answer.Unclear;
        }

        (string, string?)[] values = [(ReferralSlots.DateOfBirth, LocalDatePattern.Iso.Format(read.Value))];
        return read.Confidence == Confidence.Clear
            ? Accept(values, said, confirmed: false)
            : new Answer(ReferralTrigger.Unsure, values);
    }

    public override Answer Accept(IReadOnlyList<(string Slot, string? Value)> values, Utterance said, bool confirmed)
    {
        var birth = LocalDatePattern.Iso.Parse(values[0].Value!).Value;
        var young = Period.Between(birth, said.Today).Years < Adult;
        return new Answer((young, confirmed) switch
        {
            (false, _) => ReferralTrigger.Answered,
            (true, false) => ReferralTrigger.Unsure,
            (true, true) => ReferralTrigger.Young,
        }, values);
    }

    public override string Shown(string slot, Slots slots) =>
        slots[slot] is { } iso ? Write(LocalDatePattern.Iso.Parse(iso).Value) : base.Shown(slot, slots);

    public override IReadOnlyList<(string Name, string Value)> Words(Utterance said, Slots slots) =>
        IsTheirs(slots) ? [] : [("first", slots[ReferralSlots.FirstName]!)];
}
