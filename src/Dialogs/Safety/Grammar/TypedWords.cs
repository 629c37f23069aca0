using Companion.Dialogs.Understanding;

namespace Companion.Dialogs.Safety.Grammar;

/// <summary>One word as the grammar sees it: the symbols it can stand for, and where it stood.</summary>
/// <param name="Text">Its letters, as it was meant.</param>
/// <param name="Symbols">Itself, if the lexicon knows it, and every "begin*" it fits.</param>
/// <param name="Start">Where it began in the text it came from.</param>
/// <param name="End">Where it ended there.</param>
/// <param name="Breaks">True when a full stop, question or exclamation mark stood before it.</param>
internal readonly record struct Word(string Text, int[] Symbols, int Start, int End, bool Breaks);

/// <summary>One text, spelled out: its words in order.</summary>
internal sealed record Spelled(Plain Plain, IReadOnlyList<Word> Words);

/// <summary>One or several texts in the order in which they are to be read.</summary>
internal sealed class TypedWords
{
    /// <summary>A sentence this short may be one word of a longer one ("I. Want. To. Die."): it does not end the reading.</summary>
    private const int TooShort = 2;

    private readonly Word[] _words;
    private readonly int[] _textOf;
    private readonly int[] _limits;
    private readonly IReadOnlyList<Spelled> _texts;

    public TypedWords(IReadOnlyList<Spelled> texts)
    {
        _texts = texts;
        _words = [.. texts.SelectMany(text => text.Words)];
        _textOf = [.. texts.SelectMany((text, number) => Enumerable.Repeat(number, text.Words.Count))];
        _limits = Sentences();
    }

    public int Count => _words.Length;

    public ReadOnlySpan<int> Symbols(int at) => _words[at].Symbols;

    public bool Is(int at, int symbol)
    {
        foreach (var one in _words[at].Symbols)
        {
            if (one == symbol)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The index after the last word of the sentence that <paramref name="at"/> is in.</summary>
    public int Limit(int at) => _limits[at];

    /// <summary>The first word of the sentence that <paramref name="at"/> is in, but at most <paramref name="most"/> words back.</summary>
    public int Begin(int at, int most)
    {
        var limit = _limits[at];
        var first = Math.Max(0, at - most);
        while (at > first && _limits[at - 1] == limit)
        {
            at--;
        }

        return at;
    }

    /// <summary>True between two sentences or texts, at the very beginning and after the very end.</summary>
    public bool IsEdge(int at) => at == 0 || at == Count || _words[at].Breaks || BeginsText(at);

    /// <summary>True at the first word of every text but the first.</summary>
    public bool BeginsText(int at) => at > 0 && _textOf[at] != _textOf[at - 1];

    /// <summary>Which of the texts the word came from.</summary>
    public int TextOf(int at) => _textOf[at];

    /// <summary>The words as they were typed.</summary>
    public string Quote(int first, int last)
    {
        var parts = new List<string>();
        for (var from = first; from <= last;)
        {
            var to = from;
            while (to < last && _textOf[to + 1] == _textOf[from])
            {
                to++;
            }

            parts.Add(_texts[_textOf[from]].Plain.Original[_words[from].Start.._words[to].End]);
            from = to + 1;
        }

        return string.Join(" / ", parts);
    }

    private int[] Sentences()
    {
        var begins = new List<int> { 0 };
        for (var at = 1; at < _words.Length; at++)
        {
            if (_words[at].Breaks && at - begins[^1] > TooShort)
            {
                begins.Add(at);
            }
        }

        if (begins.Count > 1 && _words.Length - begins[^1] <= TooShort)
        {
            begins.RemoveAt(begins.Count - 1);
        }

        var limits = new int[_words.Length];
        for (int at = 0, next = 1; at < _words.Length; at++)
        {
            next += next < begins.Count && begins[next] == at ? 1 : 0;
            limits[at] = next < begins.Count ? begins[next] : _words.Length;
        }

        return limits;
    }
}
