using Companion.Dialogs.Consent;
using Companion.Dialogs.Talking;

namespace Companion.Dialogs.Referrals.Questions;

/// <summary>A yes or no that goes into the consent ledger. Only the person themselves can give it.</summary>
/// <param name="name">The question's name.</param>
/// <param name="slot">The slot that holds the answer.</param>
/// <param name="topic">What it is about.</param>
/// <param name="onNo">Slots that have no business in the record after a no.</param>
internal sealed class ConsentQuestion(string name, string slot, ConsentTopic topic, params IReadOnlyList<string> onNo) : Question(name)
{

    public override IReadOnlyList<string> Fills => [slot];

    public override bool HasWhy => true;

    public override bool PassesBy(Slots slots) => IsTheirs(slots);

    public override Answer Hear(Utterance said, Slots slots) => YesNo.Read(said.Plain) switch
    {
        true => Said(true, [(slot, "yes")]),
        false => Said(false, [(slot, "no"), .. onNo.Select(gone => (gone, (string?)null))]),
        null => Answer.Unclear,
    };

    private Answer Said(bool agreed, IReadOnlyList<(string, string?)> values) => new(ReferralTrigger.Answered, values)
    {
        Effect = new RecordConsent(topic, agreed, Text("ask")),
    };
}
