using Companion.Workflows.Summaries.Wording;

namespace Companion.Workflows.Summaries.Checks;

/// <summary>Every name of a person, place or body in a sentence was named in the conversation or is known of somebody in it.</summary>
internal static class Names
{
    private const float Near = 0.9f;

    public static Finding? Check(Claim claim)
    {
        foreach (var word in claim.Said.Words.Where(IsName))
        {
            if (!claim.Heard.People.IsKnownName(word.Text) && !claim.Heard.All.Any(one => one.Passage.Words.Any(heard => IsSame(word, heard))))
            {
                return new Finding(Fault.UnknownName, word.Written);
            }
        }

        return null;
    }

    // The first word of a sentence has its capital anyway: it is a name when it is no word.
    private static bool IsName(Word word) => word.IsCapital && word.IsContent && !Figures.IsFigure(word)
        && (word.First ? Meaning.Shipped.Rank(word.Text) is null && Meaning.Shipped.Rank(word.Root) is null
            && !word.IsReport : word.Written.Length > 1);

    private static bool IsSame(Word said, Word heard) => Sameness.Of(said, heard) >= Near;
}
