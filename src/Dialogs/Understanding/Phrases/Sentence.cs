namespace Companion.Dialogs.Understanding.Phrases;

/// <summary>
/// A message as the phrases see it: its words with what each may stand for. Marks that end a thought stay and stop a phrase; all
/// other marks are gone.
/// </summary>
internal sealed class Sentence
{
    private readonly List<int[]> meanings = [];
    private readonly List<int> tokens = [];
    private readonly bool isShouted;

    public Sentence(Plain plain, Vocabulary vocabulary, IReadOnlyDictionary<string, string> spellings)
    {
        Plain = plain;
        isShouted = !plain.Original.Any(char.IsLower);
        for (var at = 0; at < plain.Tokens.Count; at++)
        {
            foreach (var text in Words(plain.Tokens[at], Written(plain.Tokens[at]), spellings))
            {
                meanings.Add(text is "" ? [] : [.. vocabulary.Of(text)]);
                tokens.Add(text is "" ? -at - 1 : at);
            }
        }
    }

    /// <summary>The words it was made from.</summary>
    public Plain Plain { get; }

    /// <summary>How many words and stops there are.</summary>
    public int Count => tokens.Count;

    /// <summary>What a word may stand for; nothing beyond the end.</summary>
    public int[] Meanings(int at) => at < Count ? meanings[at] : [];

    /// <summary>False beyond the end and at a mark that ends a thought.</summary>
    public bool IsWord(int at) => at < Count && tokens[at] >= 0;

    /// <summary>True when the words after the one at <paramref name="at"/> can be the rest of that sequence.</summary>
    public bool Continues(int at, int[] sequence)
    {
        for (var next = 1; next < sequence.Length; next++)
        {
            if (Array.IndexOf(Meanings(at + next), sequence[next]) < 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The original words from <paramref name="start"/> to just before <paramref name="end"/>.</summary>
    public string Quote(int start, int end) => Plain.Quote(tokens[start], tokens[end - 1]);

    /// <summary>As typed where capitals can mean something ("ME" the illness), in lower case where everything is in capitals.</summary>
    private string Written(Token token) => isShouted ? token.Text : Plain.Original.Substring(token.Start, token.Length);

    private static string[] Words(Token token, string written, IReadOnlyDictionary<string, string> spellings) => token switch
    {
        { Text: "&" or "+" } => ["and"],
        { Text: "." or "," or "!" or "?" or ";" or ":" } => [""],
        { IsWord: false } => [],
        _ => spellings.TryGetValue(written, out var meant) || spellings.TryGetValue(token.Text, out meant) ? meant.Split(' ') : [token.Text],
    };
}
