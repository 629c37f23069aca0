namespace Companion.Workflows.Summaries.Wording;

/// <summary>How many slips of the pen lie between two words: a letter more, a letter less, another letter, two letters swapped.</summary>
internal static class Slips
{
    /// <summary>Words longer than this are not typed by people.</summary>
    private const int Longest = 30;

    public static int Between(string one, string other)
    {
        if (one.Length > Longest || other.Length > Longest)
        {
            return Longest;
        }

        var table = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                table[i, j] = i == 0 || j == 0 ? i + j : Least(table, one, other, i, j);
            }
        }

        return table[one.Length, other.Length];
    }

    private static int Least(int[,] table, string one, string other, int i, int j)
    {
        var least = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
        var swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
        return swapped ? Math.Min(least, table[i - 2, j - 2] + 1) : least;
    }
}
