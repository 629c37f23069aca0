using Companion.Dialogs.Talking;

namespace Companion.Dialogs.Referrals.Questions;

/// <summary>"Is that 12 March 1954?" A yes takes what was read, a no asks again, and a clear new answer needs neither.</summary>
internal class ReadBack(Question of) : Question(of.Name + ".check")
{
    /// <summary>The question whose answer is read back.</summary>
    public Question Of { get; } = of;

    public override IReadOnlyList<string> Fills => Of.Fills;

    public override bool IsStep => false;

    public override string Why => Of.Why;

    public override Answer Hear(Utterance said, Slots slots) => YesNo.Read(said.Plain) switch
    {
        true => Of.Accept(Waiting(slots), said, confirmed: true),
        false => Answer.Move(ReferralTrigger.Denied),
        null => Afresh(said, slots),
    };

    public override IReadOnlyList<(string Name, string Value)> Words(Utterance said, Slots slots) =>
        [("value", Of.Shown(ReferralSlots.Pending(Fills[0]), slots))];

    public override IReadOnlyList<(string Name, string Value)> AgainWords(Utterance said, Slots slots) => Words(said, slots);

    /// <summary>The values that wait to be confirmed.</summary>
    protected IReadOnlyList<(string Slot, string? Value)> Waiting(Slots slots) =>
        [.. Fills.Select(slot => (slot, slots[ReferralSlots.Pending(slot)]))];

    // Half-understood new words would be read back once more, and so on: here only clear ones count.
    private Answer Afresh(Utterance said, Slots slots) =>
        Of.Hear(said, slots) is { Fit: Fit.Clear, Trigger: not ReferralTrigger.Unsure } answer ? answer : Answer.Unclear;
}
