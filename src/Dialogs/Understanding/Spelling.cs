namespace Companion.Dialogs.Understanding;

/// <summary>How far one spelling is from another.</summary>
internal static class Spelling
{
    private static readonly string[] Keys = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    /// <summary>True when the words differ by exactly one letter put in, left out, changed or swapped with its neighbour.</summary>
    public static bool IsOneSlip(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (Math.Abs(one.Length - other.Length) > 1)
        {
            return false;
        }

        var start = one.CommonPrefixLength(other);
        one = one[start..];
        other = other[start..];
        while (one.Length > 0 && other.Length > 0 && one[^1] == other[^1])
        {
            one = one[..^1];
            other = other[..^1];
        }

        return (one.Length, other.Length) switch
        {
            (0, 1) or (1, 0) or (1, 1) => true,
            (2, 2) => one[0] == other[1] && one[1] == other[0],
            _ => false,
        };
    }

    /// <summary>
    /// True for one slip as thumbs make it: two letters swapped, one missed (not the first), one doubled, or the key beside it hit.
    /// </summary>
    public static bool IsSlipOfTheThumb(string typed, string meant)
    {
        if (!IsOneSlip(typed, meant))
        {
            return false;
        }

        var at = typed.AsSpan().CommonPrefixLength(meant);
        return (typed.Length - meant.Length) switch
        {
            < 0 => at > 0,
            0 => AreNeighbours(typed[at], meant[at]) || (at + 1 < typed.Length && typed[at] == meant[at + 1] && typed[at + 1] == meant[at]),
            _ => (at > 0 && (typed[at] == typed[at - 1] || AreNeighbours(typed[at], typed[at - 1])))
                || (at + 1 < typed.Length && AreNeighbours(typed[at], typed[at + 1])),
        };
    }

    private static bool AreNeighbours(char one, char other)
    {
        var (first, second) = (Place(one), Place(other));
        var apart = Math.Abs(first.Across - second.Across);
        return (Math.Abs(first.Row - second.Row), apart) is (0, 1) or (1, < 1);
    }

    /// <summary>Where a letter is on the keyboard; each row is set half a key further in than the one above it.</summary>
    private static (int Row, double Across) Place(char letter)
    {
        var row = Array.FindIndex(Keys, keys => keys.Contains(letter));
        return row < 0 ? (-2, 0) : (row, Keys[row].IndexOf(letter) + (row / 2.0));
    }

    /// <summary>
    /// The number of letters put in, left out, changed or swapped with a neighbour between two words (optimal string alignment), or
    /// <paramref name="most"/> + 1 as soon as it must be more than <paramref name="most"/>.
    /// </summary>
    public static int Distance(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most || one.Length > 40 || other.Length > 40)
        {
            return most + 1;
        }

        Span<int> beforeLast = stackalloc int[other.Length + 1];
        Span<int> last = stackalloc int[other.Length + 1];
        Span<int> row = stackalloc int[other.Length + 1];
        for (var at = 0; at <= other.Length; at++)
        {
            last[at] = at;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            last.CopyTo(beforeLast);
            row.CopyTo(last);
        }

        return Math.Min(last[other.Length], most + 1);
    }
}
