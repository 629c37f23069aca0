namespace Companion.Dialogs.Understanding.Phrases;

/// <summary>
/// A message as the phrases see it: its words with what each may stand for. Marks that end a thought stay and stop a phrase; all
/// other marks are gone.
/// </summary>
internal sealed class Sentence
{
    private readonly List<IReadOnlyList<int>> meanings = [];
    private readonly List<int> tokens = [];

    public Sentence(Plain plain, Vocabulary vocabulary, IReadOnlyDictionary<string, string> spellings)
    {
        Plain = plain;
        for (var at = 0; at < plain.Tokens.Count; at++)
        {
            foreach (var text in Words(plain.Tokens[at], spellings))
            {
                meanings.Add(text is "" ? [] : vocabulary.Of(text));
                tokens.Add(text is "" ? -at - 1 : at);
            }
        }
    }

    /// <summary>The words it was made from.</summary>
    public Plain Plain { get; }

    /// <summary>How many words and stops there are.</summary>
    public int Count => tokens.Count;

    /// <summary>What a word may stand for.</summary>
    public IReadOnlyList<int> Meanings(int at) => meanings[at];

    /// <summary>False beyond the end and at a mark that ends a thought.</summary>
    public bool IsWord(int at) => at < Count && tokens[at] >= 0;

    /// <summary>True when the words from <paramref name="at"/> on can be that sequence.</summary>
    public bool Has(int at, int[] sequence)
    {
        if (at + sequence.Length > Count)
        {
            return false;
        }

        for (var next = 0; next < sequence.Length; next++)
        {
            if (!meanings[at + next].Contains(sequence[next]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The original words from <paramref name="start"/> to just before <paramref name="end"/>.</summary>
    public string Quote(int start, int end) => Plain.Quote(tokens[start], tokens[end - 1]);

    private static string[] Words(Token token, IReadOnlyDictionary<string, string> spellings) => token switch
    {
        { Text: "&" or "+" } => ["and"],
        { Text: "." or "," or "!" or "?" or ";" or ":" } => [""],
        { IsWord: false } => [],
        _ => spellings.TryGetValue(token.Text, out var meant) ? meant.Split(' ') : [token.Text],
    };
}
