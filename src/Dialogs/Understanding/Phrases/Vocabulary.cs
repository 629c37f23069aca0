namespace Companion.Dialogs.Understanding.Phrases;

/// <summary>
/// Every word the phrases use, by number. "lonel*" stands for any word that begins so. A plural stands for its singular, and a word of
/// six letters or more for one that is a single slip away, unless it is an ordinary word itself.
/// </summary>
internal sealed class Vocabulary
{
    private const int ShortestMisspelling = 6;
    private const int ShortestPlural = 4;

    private readonly Dictionary<string, int> words = [];
    private readonly Dictionary<string, int> beginnings = [];
    private readonly Dictionary<char, List<(string Text, int Id, bool IsBeginning)>> longer = [];
    private readonly HashSet<string> ordinary;
    private int count;
    private int longestBeginning;

    public Vocabulary(IEnumerable<string> ordinary) => this.ordinary = [.. ordinary];

    /// <summary>The number of a word of a phrase, given one if it is new.</summary>
    public int Add(string word)
    {
        var isBeginning = word.EndsWith('*');
        var text = isBeginning ? word[..^1] : word;
        var table = isBeginning ? beginnings : words;
        if (!table.TryGetValue(text, out var id))
        {
            table[text] = id = count++;
            longestBeginning = isBeginning ? Math.Max(longestBeginning, text.Length) : longestBeginning;
            if (text.Length >= ShortestMisspelling)
            {
                longer[text[0]] = [.. Longer(text[0]), (text, id, isBeginning)];
            }
        }

        return id;
    }

    /// <summary>The numbers of all the words of phrases that <paramref name="token"/> may stand for.</summary>
    public IReadOnlyList<int> Of(string token)
    {
        var ids = new List<int>();
        AddExact(token, ids);
        if (token.Length >= ShortestPlural && token.EndsWith('s') && words.TryGetValue(token[..^1], out var singular))
        {
            ids.Add(singular);
        }

        if (ids.Count == 0 && token.Length is >= ShortestMisspelling and < 20 && !ordinary.Contains(token))
        {
            AddMisspelt(token, ids);
        }

        return ids;
    }

    private void AddExact(string token, List<int> ids)
    {
        if (words.TryGetValue(token, out var exact))
        {
            ids.Add(exact);
        }

        for (var length = 2; length <= Math.Min(token.Length, longestBeginning); length++)
        {
            if (beginnings.TryGetValue(token[..length], out var beginning))
            {
                ids.Add(beginning);
            }
        }
    }

    private void AddMisspelt(string token, List<int> ids)
    {
        // The first letter is seldom wrong, except when it has changed places with the second.
        var swapped = token[1] == token[0] ? [] : Longer(token[1]).Where(word => word.Text[1] == token[0]);
        foreach (var (text, id, isBeginning) in Longer(token[0]).Concat(swapped))
        {
            if (isBeginning ? BeginsNearly(token, text) : Spelling.IsOneSlip(token, text))
            {
                ids.Add(id);
            }
        }
    }

    private List<(string Text, int Id, bool IsBeginning)> Longer(char first) => longer.TryGetValue(first, out var words) ? words : [];

    private static bool BeginsNearly(string token, string stem)
    {
        for (var length = stem.Length - 1; length <= Math.Min(stem.Length + 1, token.Length); length++)
        {
            if (Spelling.IsOneSlip(token.AsSpan(0, length), stem))
            {
                return true;
            }
        }

        return false;
    }
}
