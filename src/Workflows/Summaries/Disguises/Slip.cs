namespace Companion.Workflows.Summaries.Disguises;

/// <summary>Whether one word is another with a single slip: a letter too many, too few, another one, or two swapped.</summary>
internal static class Slip
{
    public static bool IsOne(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant)
    {
        if (Math.Abs(typed.Length - meant.Length) > 1)
        {
            return false;
        }

        var same = typed.CommonPrefixLength(meant);
        typed = typed[same..];
        meant = meant[same..];
        while (typed.Length > 0 && meant.Length > 0 && typed[^1] == meant[^1])
        {
            typed = typed[..^1];
            meant = meant[..^1];
        }

        return (typed.Length, meant.Length) is (0, 1) or (1, 0) or (1, 1)
            || (typed.Length == 2 && meant.Length == 2 && typed[0] == meant[1] && typed[1] == meant[0]);
    }
}
