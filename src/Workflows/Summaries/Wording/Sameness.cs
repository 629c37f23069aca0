namespace Companion.Workflows.Summaries.Wording;

/// <summary>How far one word bears out another: the same root, a slip of the pen, or a meaning that is near.</summary>
internal static class Sameness
{
    /// <summary>A slip of the pen is nearly the word itself.</summary>
    public const float Slip = 0.95f;

    private const int ShortestSlip = 5;

    /// <summary>From 1 for the same word to about 0 for nothing in common.</summary>
    public static float Of(Word said, Word heard)
    {
        if (said.Root == heard.Root || said.Ordinary == heard.Ordinary)
        {
            return 1;
        }

        if (IsSlip(said.Text, heard.Text))
        {
            return Slip;
        }

        var (one, other) = (said.Meant, heard.Meant);
        return Math.Max(Nearness(one.Own, other.Own), Nearness(one.Ordinary, other.Ordinary));
    }

    private static float Nearness(int? said, int? heard) => said is { } one && heard is { } other ? Meaning.Shipped.Nearness(one, other) : 0;

    // "lonley" for "lonely": only for a word that is no English word itself.
    private static bool IsSlip(string said, string heard) =>
        said.Length >= ShortestSlip && heard.Length >= ShortestSlip - 1 && Meaning.Shipped.Rank(heard) is null && said[0] == heard[0]
        && Slips.Between(said, heard) <= (said.Length > 6 ? 2 : 1);
}
