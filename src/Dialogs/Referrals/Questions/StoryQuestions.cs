using Companion.Dialogs.Talking;

namespace Companion.Dialogs.Referrals.Questions;

/// <summary>What matters to them. Only their words count, so everything that is talk is an answer.</summary>
internal sealed class MattersQuestion() : Question("matters")
{
    public override IReadOnlyList<string> Fills => [ReferralSlots.Matters];

    public override bool HasTheirs => true;

    /// <summary>A ward has not the time to ask, and the link worker will.</summary>
    public override bool PassesBy(Slots slots) => slots[ReferralSlots.For] == "patient";

    public override Answer Hear(Utterance said, Slots slots) => OwnWords.Keep(said, ReferralSlots.Matters);
}

/// <summary>Who they live with, and whether they look after anybody: one question, because one sentence answers both.</summary>
internal sealed class LivingQuestion() : Question("living")
{
    private static readonly string[] Alone = ReferralWords.Lists["living alone"];

    private static readonly string[] Together = ReferralWords.Lists["living together"];

    private static readonly string[] Caring = ReferralWords.Lists["looks after"];

    private static readonly string[] CaredFor = ReferralWords.Lists["is looked after"];

    public override IReadOnlyList<string> Fills => [ReferralSlots.LivingWords, ReferralSlots.LivesAlone, ReferralSlots.Carer];

    public override bool HasTheirs => true;

    public override Answer Hear(Utterance said, Slots slots)
    {
        if (!OwnWords.Are(said))
        {
            return Answer.Unclear;
        }

        var alone = Gist.Says(said.Plain, Alone) ?? (Gist.Has(said.Plain, Together) ? false : null);
        var cares = Gist.Says(said.Plain, CaredFor) is true ? null : Gist.Says(said.Plain, Caring);
        return new Answer(
            ReferralTrigger.Answered,
            [
                (ReferralSlots.LivingWords, said.Words.Trim()),
                (ReferralSlots.LivesAlone, Word(alone)),
                (ReferralSlots.Carer, Word(cares)),
            ],
            alone is null && cares is null ? Fit.Possible : Fit.Clear);
    }

    private static string? Word(bool? value) => value switch { true => "yes", false => "no", null => null };
}

/// <summary>Long-term conditions, in their words; "no" is an answer.</summary>
internal sealed class ConditionsQuestion() : Question("conditions")
{
    public override IReadOnlyList<string> Fills => [ReferralSlots.Conditions];

    public override bool HasTheirs => true;

    public override Answer Hear(Utterance said, Slots slots) => OwnWords.KeepOrNone(said, ReferralSlots.Conditions);
}

/// <summary>Hospital or A&amp;E in the last six months.</summary>
internal sealed class HospitalQuestion() : Question("hospital")
{
    private static readonly string[] Been = ReferralWords.Lists["hospital"];

    public override IReadOnlyList<string> Fills => [ReferralSlots.Hospital, ReferralSlots.HospitalWords];

    public override bool HasTheirs => true;

    public override Answer Hear(Utterance said, Slots slots) => (YesNo.Begins(said.Plain) ?? Gist.Says(said.Plain, Been)) switch
    {
        true => Kept("yes", said),
        false => Kept("no", said),
        null => Answer.Unclear,
    };

    private static Answer Kept(string value, Utterance said) => new(
        ReferralTrigger.Answered,
        [(ReferralSlots.Hospital, value), (ReferralSlots.HospitalWords, YesNo.Read(said.Plain) is null ? said.Words.Trim() : null)]);
}

/// <summary>Answers that are kept as they are.</summary>
internal static class OwnWords
{
    /// <summary>True for talk; a lone mark, figure, yes or no says nothing where we ask for words.</summary>
    public static bool Are(Utterance said) => Gist.IsTalk(said.Plain) && YesNo.Read(said.Plain) is null;

    /// <summary>Keeps talk.</summary>
    public static Answer Keep(Utterance said, string slot) => Are(said)
        ? new Answer(ReferralTrigger.Answered, [(slot, said.Words.Trim())], Fit.Possible)
        : Answer.Unclear;

    /// <summary>As <see cref="Keep"/>; a plain no is kept as <c>none</c>, and a bare yes asks which.</summary>
    public static Answer KeepOrNone(Utterance said, string slot) => YesNo.Read(said.Plain) switch
    {
        false => Answer.Of(slot, "none"),
        true => Answer.Unclear,
        null when said.Plain.Text is "none" or "nothing" or "none thanks" or "no none" or "nil" => Answer.Of(slot, "none"),
        null => Keep(said, slot),
    };
}
