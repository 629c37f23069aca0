using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;

namespace Companion.Dialogs.Referrals.Questions;

/// <summary>Who refers: one text asks for all that is needed of them, in parts between commas; what is missing is asked after.</summary>
/// <param name="name">The question's name.</param>
/// <param name="rest">The slots of the parts after the name, in their order.</param>
internal sealed class ReferrerQuestion(string name, params IReadOnlyList<string> rest) : Question(name)
{
    private const int LongestPart = 60;

    public override IReadOnlyList<string> Fills => [ReferralSlots.ReferrerName, .. rest];

    public override bool MustHave => true;

    public override Answer Hear(Utterance said, Slots slots)
    {
        var parts = Parts.Of(said.Words);
        if (parts.Count == 0 || NameReader.Read(parts[0]) is not { } read)
        {
            return Answer.Unclear;
        }

        // A name that looks odd is still theirs to give; it is shown in the summary and can be changed there.
        var others = rest.Zip(parts.Skip(1).Where(part => Gist.IsTalk(Plain.Of(part))), (slot, part) =>
            (slot, (string?)Shorten.To(part, LongestPart)));
        return new Answer(
            ReferralTrigger.Answered,
            [(ReferralSlots.ReferrerName, read.Value.Full), .. others],
            parts.Count > 1 ? Fit.Clear : Fit.Possible);
    }
}

/// <summary>One thing about who refers, in their words: the relation, the job, the place of work.</summary>
internal sealed class ReferrerPartQuestion(string name, string slot) : Question(name)
{
    private const int Longest = 60;

    public override IReadOnlyList<string> Fills => [slot];

    public override Answer Hear(Utterance said, Slots slots) => OwnWords.Are(said)
        ? new Answer(ReferralTrigger.Answered, [(slot, Shorten.To(said.Words, Longest))], Fit.Possible)
        : Answer.Unclear;
}

/// <summary>An answer in parts: "Ann Lee, her daughter".</summary>
internal static class Parts
{
    private static readonly string[] Between = [",", "\n", ";", " - ", ". "];

    /// <summary>The parts that hold a word, in order.</summary>
    public static IReadOnlyList<string> Of(string words) =>
        words.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
