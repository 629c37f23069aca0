using Companion.Dialogs.Talking;

namespace Companion.Dialogs.Referrals.Questions;

/// <summary>The GP surgery: part of its name, its number in the list, "none", or a name the list does not have.</summary>
internal sealed class SurgeryQuestion() : Question("surgery")
{
    /// <summary>ODS default code: no registered GP practice.</summary>
    public const string NotRegistered = "V81997";

    /// <summary>ODS default code: GP practice code not known.</summary>
    public const string CodeNotKnown = "V81999";

    private const int MostOffered = 7; // 9 is always "talk to a person"
    private const int LongestShown = 32;

    private static readonly string[] None = ReferralWords.Lists["surgery none"];

    private static readonly string[] NotListed = ReferralWords.Lists["surgery not listed"];

    public override IReadOnlyList<string> Fills => [ReferralSlots.SurgeryCode, ReferralSlots.SurgeryName];

    public override bool MustHave => true;

    public override bool HasTheirs => true;

    /// <summary>"I do not know" is an answer: the ODS code says so.</summary>
    public override bool Takes(Command command) => command is Command.NotKnown;

    /// <summary>The values of a surgery that was named while something else was asked.</summary>
    public static IEnumerable<(string Slot, string? Value)> Waiting(Surgery surgery) =>
        Of(surgery).Select(one => (ReferralSlots.Pending(one.Slot), one.Value));

    /// <summary>A numbered list, one to a line, as long as a text can bear.</summary>
    public static string List(IEnumerable<Surgery> surgeries) =>
        string.Join('\n', surgeries.Take(MostOffered).Select((one, at) => $"{at + 1} {Shorten.To(one.Name, LongestShown)}"));

    public override IReadOnlyList<(string Name, string Value)> AgainWords(Utterance said, Slots slots) =>
        [("list", List(said.Service.Surgeries))];

    public override string Again(Utterance said) => Text(said.Service.Surgeries.Count == 0 ? "again.nolist" : "again");

    public override Answer Hear(Utterance said, Slots slots) => Hear(said, said.Service.Surgeries);

    public override string Shown(string slot, Slots slots) =>
        slots[slot == ReferralSlots.SurgeryCode ? ReferralSlots.SurgeryName : ReferralSlots.Pending(ReferralSlots.SurgeryName)] ?? "";

    /// <summary>Reads the answer against a list, whose numbers count.</summary>
    internal static Answer Hear(Utterance said, IReadOnlyList<Surgery> offered)
    {
        var plain = said.Plain;
        var text = string.Join(' ', plain.Tokens.Where(token => token.IsWord).Select(token => token.Text));
        if (Gist.Choice(plain) is { } number)
        {
            return number >= 1 && number <= Math.Min(offered.Count, MostOffered)
                ? new Answer(ReferralTrigger.Answered, Of(offered[number - 1]))
                : Answer.Unclear;
        }

        if (None.Contains(text))
        {
            return new Answer(ReferralTrigger.Answered, Unlisted(NotRegistered, "none"));
        }

        if (NotListed.Contains(text) || Commands.Read(plain) is Command.NotKnown)
        {
            return new Answer(ReferralTrigger.Answered, Unlisted(CodeNotKnown, "unknown"));
        }

        return Surgeries.Find(plain, said.Service.Surgeries) switch
        {
            [{ Close: true } one] => new Answer(ReferralTrigger.Answered, Of(one.Surgery)),
            [var one] => new Answer(ReferralTrigger.Unsure, Of(one.Surgery), Fit.Possible),
            [_, _, ..] several => new Answer(
                ReferralTrigger.Several,
                [(ReferralSlots.Offered, string.Join(',', several.Take(MostOffered).Select(one => one.Surgery.OdsCode)))],
                Fit.Possible),
            _ when Gist.IsTalk(plain) => new Answer(
                ReferralTrigger.Unsure, Unlisted(CodeNotKnown, Shorten.To(said.Words.Trim(), LongestShown)), Fit.Possible),
            _ => Answer.Unclear,
        };
    }

    private static (string Slot, string? Value)[] Of(Surgery surgery) => Unlisted(surgery.OdsCode, surgery.Name);

    private static (string Slot, string? Value)[] Unlisted(string code, string name) =>
        [(ReferralSlots.SurgeryCode, code), (ReferralSlots.SurgeryName, name)];
}

/// <summary>"Is it Oak Surgery?", or "Oak Surgery is not on our list. Is that its name?"</summary>
internal sealed class SurgeryReadBack(SurgeryQuestion surgery) : ReadBack(surgery)
{
    public override string Ask(Slots slots) =>
        slots[ReferralSlots.Pending(ReferralSlots.SurgeryCode)] == SurgeryQuestion.CodeNotKnown ? Text("new") : Text("ask");
}

/// <summary>Several surgeries fit: which?</summary>
internal sealed class SurgeryChoice(SurgeryQuestion surgery) : Question("surgery.which")
{
    public override IReadOnlyList<string> Fills => surgery.Fills;

    public override bool IsStep => false;

    public override bool MustHave => true;

    public override string Why => surgery.Why;

    public override bool Takes(Command command) => surgery.Takes(command);

    public override IReadOnlyList<(string Name, string Value)> Words(Utterance said, Slots slots) =>
        [("list", SurgeryQuestion.List(Offered(said, slots)))];

    public override IReadOnlyList<(string Name, string Value)> AgainWords(Utterance said, Slots slots) => Words(said, slots);

    public override Answer Hear(Utterance said, Slots slots) => SurgeryQuestion.Hear(said, [.. Offered(said, slots)]) switch
    {
        { Trigger: ReferralTrigger.Several } => Answer.Unclear, // the same question would come again
        var answer => answer,
    };

    private static IEnumerable<Surgery> Offered(Utterance said, Slots slots)
    {
        var codes = slots[ReferralSlots.Offered]?.Split(',') ?? [];
        return said.Service.Surgeries.Where(one => codes.Contains(one.OdsCode));
    }
}
