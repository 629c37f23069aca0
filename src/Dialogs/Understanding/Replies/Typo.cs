namespace Companion.Dialogs.Understanding.Replies;

/// <summary>How far a typed word is from the word that was meant.</summary>
internal static class Typo
{
    /// <summary>
    /// True when <paramref name="typed"/> is <paramref name="meant"/> with at most <paramref name="slips"/> letters wrong, missing,
    /// doubled or changed round.
    /// </summary>
    public static bool IsNear(string typed, string meant, int slips)
    {
        if (Math.Abs(typed.Length - meant.Length) > slips)
        {
            return false;
        }

        var before = new int[meant.Length + 1];
        var last = new int[meant.Length + 1];
        var row = new int[meant.Length + 1];
        for (var j = 0; j <= meant.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= typed.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= meant.Length; j++)
            {
                var wrong = typed[i - 1] == meant[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + wrong);
                if (i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last, row) = (last, row, before);
        }

        return last[meant.Length] <= slips;
    }
}
