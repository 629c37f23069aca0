using Companion.Dialogs.Consent;
using Companion.Dialogs.Talking;

namespace Companion.Dialogs.Referrals.Questions;

/// <summary>
/// May we ask something private on this phone? Only the person themselves, and not on a shared phone: else a link worker asks.
/// </summary>
internal sealed class PrivateOkQuestion() : Question("private.ok")
{
    public override IReadOnlyList<string> Fills => [ReferralSlots.PrivateOk];

    public override IReadOnlyList<(string Slot, string? Value)> Unasked => [(ReferralSlots.PrivateTask, "yes")];

    public override bool PassesBy(Slots slots) => IsTheirs(slots) || slots[ReferralSlots.SharedPhone] != "no";

    public override Answer Hear(Utterance said, Slots slots) => YesNo.Read(said.Plain) switch
    {
        true => Agreed(true, [(ReferralSlots.PrivateOk, "yes")]),
        false => Agreed(false, [(ReferralSlots.PrivateOk, "no"), .. Unasked]),
        null => Answer.Unclear,
    };

    private Answer Agreed(bool agreed, IReadOnlyList<(string, string?)> values) => new(ReferralTrigger.Answered, values)
    {
        Effect = new RecordConsent(ConsentTopic.PrivateQuestion, agreed, Text("ask")),
    };
}

/// <summary>Do you feel safe at home? Never asked without the yes before.</summary>
internal sealed class PrivateQuestion() : Question("private")
{
    public override IReadOnlyList<string> Fills => [ReferralSlots.SafeAtHome];

    public override bool HasWhy => true;

    public override IReadOnlyList<(string Slot, string? Value)> Unasked => [(ReferralSlots.PrivateTask, "yes")];

    public override bool PassesBy(Slots slots) => slots[ReferralSlots.PrivateOk] != "yes";

    /// <summary>"Not sure" is an answer here, and one that matters.</summary>
    public override bool Takes(Command command) => command is Command.NotKnown;

    public override Answer Hear(Utterance said, Slots slots) => Read(said) switch
    {
        1 => Answer.Of(ReferralSlots.SafeAtHome, "yes"),
        2 => new Answer(ReferralTrigger.Unsafe, [(ReferralSlots.SafeAtHome, "no"), .. Unasked])
        {
            Effect = new OpenHandOff(HandOffReason.RedFlag),
        },
        3 => new Answer(ReferralTrigger.Answered, [(ReferralSlots.SafeAtHome, "unsure"), .. Unasked])
        {
            Effect = new OpenHandOff(HandOffReason.Review),
        },
        _ => Answer.Unclear,
    };

    private static int? Read(Utterance said)
    {
        if (Gist.Choice(said.Plain) is { } choice)
        {
            return choice;
        }

        return YesNo.Read(said.Plain) switch
        {
            true => 1,
            false => 2,
            null when Commands.Read(said.Plain) is Command.NotKnown || Gist.Has(said.Plain, "sometimes", "not always", "mostly") => 3,
            null => Gist.Says(said.Plain, "safe") switch { true => 1, false => 2, null => null },
        };
    }
}
