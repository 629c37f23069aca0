using Companion.Workflows.Summaries.Wording;

namespace Companion.Workflows.Summaries.Checks;

/// <summary>
/// What somebody took back is not told as it first stood: "by 6 May. No, by 8 May", "3" and then "sorry I meant 4", "scrap that". A
/// sentence that tells the new along with the old, or says that there was a slip, is sound.
/// </summary>
internal static class Corrections
{
    /// <summary>How many of their own messages later somebody may still put something right.</summary>
    private const int Later = 3;

    public static Finding? Check(Claim claim)
    {
        if (claim.Said.SaysOneOf("amend.told") is not null)
        {
            return null;
        }

        var said = Figures.Of(claim.Said);
        foreach (var cited in claim.Cited.Where(cited => cited.Speaker is not (Speaker.Record or Speaker.Bot)))
        {
            var amendments = Amendments.Of(claim.Heard, cited, Later);
            var tookBack = amendments.FirstOrDefault(amendment => Tells(claim, said, cited, amendment));
            if (tookBack is not null)
            {
                return new Finding(Fault.Corrected, tookBack.Old);
            }
        }

        return NotThat(claim, said) is { } denied ? new Finding(Fault.Corrected, denied.Written) : null;
    }

    // "Its 1,640 not 1,450", "not next tues": whatever was said before, and by whom.
    private static Figure? NotThat(Claim claim, IReadOnlyList<Figure> said)
    {
        var last = claim.Cited.Select(cited => cited.Order).DefaultIfEmpty(-1).Max();
        var heard = claim.Cited.Concat(claim.Heard.All.Skip(last + 1).Where(one => one.Speaker == Speaker.Person).Take(Later)).ToList();
        return said.FirstOrDefault(figure => claim.Said.Words[figure.At].Sign != Sign.Denied && heard.Exists(one =>
            one.Figures.Any(denied => denied.Kind == figure.Kind && denied.Value == figure.Value && IsDenied(one.Passage.Words, denied.At))
            && one.Figures.Any(instead => instead.Value != figure.Value) && !one.Figures.Any(instead => instead.Value != figure.Value && said.Any(told => told.Value == instead.Value))));
    }

    private static bool IsDenied(IReadOnlyList<Word> words, int at) =>
        (at > 0 && words[at - 1].Text == "not") || (at > 1 && words[at - 2].Text == "not" && words[at - 1].Text is "next" or "on" or "at" or "the" or "till" or "last");

    private static bool Tells(Claim claim, IReadOnlyList<Figure> said, Utterance cited, Amendment amendment)
    {
        var tellsOld = amendment.Kind is { } kind
            ? said.Any(figure => figure.Kind == kind && figure.Value == amendment.Old) && !said.Any(figure => figure.Kind == kind
                && figure.Value == amendment.New)
            : claim.Said.Words.Any(word => word.Text == amendment.Old) && !claim.Said.Words.Any(word => word.Text == amendment.New);
        var elsewhere = claim.Cited.Any(other => other != cited && other.Order != amendment.By
            && other.Figures.Any(figure => figure.Kind == amendment.Kind && figure.Value == amendment.Old));
        return tellsOld && !elsewhere;
    }
}
