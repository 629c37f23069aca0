using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;

namespace Companion.Dialogs.Referrals.Questions;

/// <summary>
/// The name of the person it is about. One text asks for the date of birth too; whoever sends both is not asked again.
/// </summary>
internal sealed class NameQuestion() : Question("name")
{
    public override IReadOnlyList<string> Fills => [ReferralSlots.Name, ReferralSlots.FirstName, ReferralSlots.FamilyName, ReferralSlots.PreferredName];

    public override bool MustHave => true;

    public override bool HasTheirs => true;

    public override IEnumerable<string> Faults => [Text("wrong.one")];

    public override string Ask(Slots slots) => slots.Has(ReferralSlots.DateOfBirth) ? Text("only") : base.Ask(slots);

    public override Answer Hear(Utterance said, Slots slots)
    {
        var birth = slots.Has(ReferralSlots.DateOfBirth) ? null : DateOfBirthReader.Read(said.Words, said.Today);
        var words = birth is { } found ? Without(said.Words, found.Words) : said.Words;
        if (NameReader.Read(words) is not { } name)
        {
            return Answer.Unclear;
        }

        if (name.Value.Family is null && !WasTold(slots, Text("wrong.one")))
        {
            return Answer.Wrong(Text("wrong.one")) with { Fit = Fit.Possible };
        }

        var values = Values(name.Value);
        if (birth is { Confidence: Confidence.Clear } sure)
        {
            // Only remembered: the next question judges it (under 18) as if it had been sent there.
            values.Add((ReferralSlots.Pending(ReferralSlots.DateOfBirth), DateOfBirthReader.Format(sure.Value)));
        }

        return new Answer(name.Confidence == Confidence.Clear ? ReferralTrigger.Answered : ReferralTrigger.Unsure, values);
    }

    private static List<(string Slot, string? Value)> Values(FullName name) =>
        [
            (ReferralSlots.Name, name.Full),
            (ReferralSlots.FirstName, name.Given),
            (ReferralSlots.FamilyName, name.Family),
            (ReferralSlots.PreferredName, name.Preferred),
        ];

    private static string Without(string words, string part) => words.Replace(part, " ", StringComparison.Ordinal);
}
