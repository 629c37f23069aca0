using Companion.Dialogs.Talking;

namespace Companion.Dialogs.Referrals.Questions;

/// <summary>One line of the summary: the question it shows and the name of its placeholder.</summary>
internal readonly record struct Line(ReferralState State, string Placeholder, Func<Utterance, Slots, string> Shown);

/// <summary>Half of the summary: 1 is right, 2 to 8 and 10 are its lines, 9 is a person as everywhere.</summary>
internal sealed class CheckQuestion(string name, string slot, IReadOnlyDictionary<string, IReadOnlyList<Line>> lines) : Question(name)
{
    private const int FirstLine = 2;
    private const int APerson = 9;

    public override IReadOnlyList<string> Fills => [slot];

    public override bool Decides => true;

    public override string Ask(Slots slots) => Text("ask." + Which(slots));

    public override IReadOnlyList<(string Name, string Value)> Words(Utterance said, Slots slots) =>
        [.. Lines(slots).Select(line => (line.Placeholder, line.Shown(said, slots)))];

    public override Answer Hear(Utterance said, Slots slots)
    {
        if (Gist.Choice(said.Plain) is not { } choice)
        {
            return YesNo.Read(said.Plain) == true ? Answer.Of(slot, "yes") : Answer.Unclear;
        }

        var line = choice - FirstLine - (choice > APerson ? 1 : 0);
        return choice == 1 ? Answer.Of(slot, "yes")
            : choice != APerson && line >= 0 && line < Lines(slots).Count ? Answer.Move(ReferralTrigger.Change) with { To = Lines(slots)[line].State }
            : Answer.Unclear;
    }

    private IReadOnlyList<Line> Lines(Slots slots) => lines[Which(slots)];

    // Whoever was asked for their number sees it, too.
    private string Which(Slots slots)
    {
        var whom = slots[ReferralSlots.For]!;
        var withNumber = whom + ".number";
        return slots[ReferralSlots.NumberUnknown] == "yes" && lines.ContainsKey(withNumber) ? withNumber : whom;
    }
}
