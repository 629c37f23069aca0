namespace Companion.Dialogs.Safety.Spoken;

/// <summary>How many slips of the finger lie between two words: a letter wrong, missing, too many, or two swapped.</summary>
internal static class Slips
{
    public static int Between(string one, string other)
    {
        var before = new int[other.Length + 1];
        var last = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var row = 1; row <= one.Length; row++)
        {
            var now = new int[other.Length + 1];
            now[0] = row;
            for (var column = 1; column <= other.Length; column++)
            {
                var same = one[row - 1] == other[column - 1];
                now[column] = Math.Min(Math.Min(now[column - 1], last[column]) + 1, last[column - 1] + (same ? 0 : 1));
                if (row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1])
                {
                    now[column] = Math.Min(now[column], before[column - 2] + 1);
                }
            }

            (before, last) = (last, now);
        }

        return last[other.Length];
    }
}
