using Companion.Dialogs.Talking;

namespace Companion.Dialogs.Referrals.Questions;

/// <summary>They do not know of it, or do not want it: a yes goes on, anything else says goodbye.</summary>
internal sealed class NotAgreedQuestion() : Question("notagreed")
{
    public override IReadOnlyList<string> Fills => [ReferralSlots.Agreed];

    public override bool IsStep => false;

    public override bool Decides => true;

    public override bool Takes(Command command) => Commands.Reason(command) is not null;

    public override Answer Hear(Utterance said, Slots slots) => YesNo.Read(said.Plain) == true
        ? Answer.Of(ReferralSlots.Agreed, "yes")
        : Answer.Move(ReferralTrigger.Leave, Fit.Possible);
}

/// <summary>Outside the area: a mended postcode goes on, anything else says goodbye.</summary>
internal sealed class OutOfAreaQuestion(PostcodeQuestion postcode) : Question("outside")
{
    public override IReadOnlyList<string> Fills => [ReferralSlots.Postcode];

    public override bool IsStep => false;

    public override bool Decides => true;

    public override bool Takes(Command command) => Commands.Reason(command) is not null;

    public override IReadOnlyList<(string Name, string Value)> Words(Utterance said, Slots slots) =>
        [("postcode", slots[ReferralSlots.Postcode]!)];

    public override Answer Hear(Utterance said, Slots slots) => postcode.Hear(said, slots) switch
    {
        { Trigger: ReferralTrigger.Answered } inside => inside,
        _ => Answer.Move(ReferralTrigger.Leave, Fit.Possible),
    };
}

/// <summary>
/// They do not feel safe at home: nothing more is asked until a person has been in touch and hands the conversation back; then
/// whatever they write goes on with the next question.
/// </summary>
internal sealed class PausedQuestion() : Question("paused")
{
    public override IReadOnlyList<string> Fills => [ReferralSlots.SafeAtHome];

    public override bool IsStep => false;

    public override bool Decides => true;

    public override bool Takes(Command command) => Commands.Reason(command) is not null;

    public override Answer Hear(Utterance said, Slots slots) => Answer.Move(ReferralTrigger.Answered, Fit.Possible);
}
