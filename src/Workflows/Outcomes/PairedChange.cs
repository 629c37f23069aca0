namespace Companion.Workflows.Outcomes;

/// <summary>What changed between two answers of the same people. No total of several items and no percentage change is made of it.</summary>
/// <param name="Pairs">How many people gave both.</param>
/// <param name="MeanBefore">The mean of the first answers.</param>
/// <param name="MeanAfter">The mean of the second answers.</param>
/// <param name="Mean">The mean of the changes, second minus first, in points of the scale.</param>
/// <param name="Interval">The 95 % interval of that mean by Student's t; null below two pairs.</param>
public sealed record PairedChange(int Pairs, double MeanBefore, double MeanAfter, double Mean, (double Low, double High)? Interval)
{
    /// <summary>Works it out; null when there is no pair.</summary>
    public static PairedChange? Of(IReadOnlyList<(int Before, int After)> pairs)
    {
        if (pairs.Count == 0)
        {
            return null;
        }

        var mean = pairs.Average(pair => (double)(pair.After - pair.Before));
        return new PairedChange(
            pairs.Count, pairs.Average(pair => (double)pair.Before), pairs.Average(pair => (double)pair.After), mean, IntervalOf(pairs, mean));
    }

    private static (double Low, double High)? IntervalOf(IReadOnlyList<(int Before, int After)> pairs, double mean)
    {
        if (pairs.Count < 2)
        {
            return null;
        }

        var variance = pairs.Sum(pair => Math.Pow(pair.After - pair.Before - mean, 2)) / (pairs.Count - 1);
        var half = StudentT.Within95(pairs.Count - 1) * Math.Sqrt(variance / pairs.Count);
        return (mean - half, mean + half);
    }
}
