using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;

namespace Companion.Dialogs.Referrals;

/// <summary>A surgery of the list that words may mean.</summary>
/// <param name="Surgery">The surgery.</param>
/// <param name="Close">True when every telling word is in its name; false when letters or words had to be forgiven.</param>
internal readonly record struct LikelySurgery(Surgery Surgery, bool Close);

/// <summary>Finds GP surgeries by part of their name, forgiving a slip of the finger.</summary>
internal static class Surgeries
{
    private const int ShortestForOneSlip = 4;
    private const int ShortestForTwoSlips = 8;

    private static readonly HashSet<string> Common = [.. ReferralWords.Lists["surgery common"]];

    /// <summary>The surgeries that fit best; none when no telling word of a name is there.</summary>
    public static IReadOnlyList<LikelySurgery> Find(Plain plain, IReadOnlyList<Surgery> surgeries)
    {
        var said = Telling(plain);
        if (said.Count == 0)
        {
            return Exactly(plain, surgeries);
        }

        var scored = surgeries.Select(surgery => (Surgery: surgery, Score: Score(said, surgery))).Where(one => one.Score > 0).ToList();
        var best = scored.Count == 0 ? 0 : scored.Max(one => one.Score);
        return [.. scored.Where(one => one.Score == best)
            .Select(one => new LikelySurgery(one.Surgery, best == Exact * said.Count))];
    }

    private const int Exact = 100;

    // A name made of common words only ("The Family Practice") must be said whole.
    private static IReadOnlyList<LikelySurgery> Exactly(Plain plain, IReadOnlyList<Surgery> surgeries) =>
        [.. surgeries.Where(surgery => Plain.Of(surgery.Name).Text == plain.Text).Select(surgery => new LikelySurgery(surgery, true))];

    // A word that is right counts a hundred, one with a slip ninety-nine: the more right words the better, and a right one beats a slip.
    private static int Score(IReadOnlyList<string> said, Surgery surgery)
    {
        var name = Telling(Plain.Of(surgery.Name));
        return said.Sum(word => name.Contains(word) ? Exact : name.Any(part => IsSlip(word, part)) ? Exact - 1 : 0);
    }

    private static List<string> Telling(Plain plain) =>
        [.. plain.Tokens.Where(token => token.IsWord && !Common.Contains(token.Text)).Select(token => token.Text).Distinct()];

    private static bool IsSlip(string word, string name)
    {
        var allowed = Math.Min(word.Length, name.Length) switch
        {
            >= ShortestForTwoSlips => 2,
            >= ShortestForOneSlip => 1,
            _ => 0,
        };
        return allowed > 0 && Math.Abs(word.Length - name.Length) <= allowed && Distance(word, name) <= allowed;
    }

    /// <summary>Letters changed, missing, too many or exchanged with their neighbour.</summary>
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0 ? i + j : Least(rows, a, b, i, j);
            }
        }

        return rows[a.Length, b.Length];
    }

    private static int Least(int[,] rows, string a, string b, int i, int j)
    {
        var least = Math.Min(
            Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1,
            rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
        return i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] ? Math.Min(least, rows[i - 2, j - 2] + 1) : least;
    }
}
