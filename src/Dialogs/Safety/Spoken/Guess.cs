using Companion.Dialogs.Safety.Grammar;

namespace Companion.Dialogs.Safety.Spoken;

/// <summary>What an unknown word may have been meant to be. Every answer is a word of the lexicon.</summary>
internal sealed class Guess
{
    /// <summary>Nobody mistypes a word longer than this; longer ones are left alone.</summary>
    public const int LongestWord = 40;

    private const int ShortestNear = 5;
    private const int ShortestGlued = 6;

    private readonly Lexicon _lexicon;
    private readonly ILookup<char, (string Word, int Slips)> _near;

    public Guess(Lexicon lexicon)
    {
        _lexicon = lexicon;
        _near = lexicon.Spelling.Near.ToLookup(near => near.Word[0]);
    }

    private Symbols Symbols => _lexicon.Symbols;

    /// <summary>One word for one word: letters repeated, digits for letters, a dropped g, one or two slips. Null when none fits.</summary>
    public string? Mended(string word)
    {
        if (word.Length > LongestWord)
        {
            return null;
        }

        foreach (var way in Ways(word))
        {
            if (Symbols.Holds(way))
            {
                return way;
            }
        }

        return Symbols.Knows(word) || word.Length < ShortestNear ? null : Nearest(Squeezed(word, 2));
    }

    /// <summary>Words run together ("killmyself"), when one of them is a word worth looking for.</summary>
    public IReadOnlyList<string>? RunTogether(string word)
    {
        if (word.Length is < ShortestGlued or > LongestWord || !_lexicon.Spelling.Glue.Any(glue => word.Contains(glue, StringComparison.Ordinal)))
        {
            return null;
        }

        var words = Cut(word);
        return words?.Count > 1 && words.Any(_lexicon.Spelling.Glue.Contains) ? words : null;
    }

    /// <summary>Cuts letters into words of the lexicon, the fewest that will do; null when they cannot be.</summary>
    public IReadOnlyList<string>? Cut(string letters)
    {
        if (letters.Length > LongestWord)
        {
            return null;
        }

        var best = new (int Words, int From)[letters.Length + 1];
        for (var end = 1; end <= letters.Length; end++)
        {
            best[end] = (int.MaxValue, 0);
            for (var from = 0; from < end; from++)
            {
                if (best[from].Words < best[end].Words - 1 && IsWord(letters[from..end]))
                {
                    best[end] = (best[from].Words + 1, from);
                }
            }
        }

        if (best[^1].Words == int.MaxValue)
        {
            return null;
        }

        var words = new List<string>();
        for (var end = letters.Length; end > 0; end = best[end].From)
        {
            words.Insert(0, letters[best[end].From..end]);
        }

        return words;
    }

    /// <summary>A word with marks for letters ("d!e", "k*ll"); null when it makes no word of the lexicon.</summary>
    public string? Undisguised(string word)
    {
        if (word.Length > LongestWord || !word.Any(char.IsLetter))
        {
            return null;
        }

        if (word.Contains('*', StringComparison.Ordinal))
        {
            return _lexicon.Spelling.Glue.Concat(_lexicon.Spelling.Near.Select(near => near.Word)).FirstOrDefault(known => Covers(word, known));
        }

        var letters = Folded(word, 'i');
        return Symbols.Holds(letters) ? letters : null;
    }

    private bool IsWord(string word) => (word.Length > 1 || word is "i" or "a") && !char.IsAsciiDigit(word[0]) && Symbols.Holds(word);

    private static IEnumerable<string> Ways(string word)
    {
        if (HasRun(word))
        {
            yield return Squeezed(word, 2);
            yield return Squeezed(word, 1);
        }

        if (word.Any(char.IsAsciiDigit) && word.Any(char.IsLetter))
        {
            yield return Folded(word, 'i');
            yield return Folded(word, 'l');
        }

        if (word.EndsWith("in", StringComparison.Ordinal))
        {
            yield return word + "g";
        }

        foreach (var form in Forms.Of(word))
        {
            yield return form;
        }
    }

    private string? Nearest(string word)
    {
        foreach (var (known, slips) in _near[word[0]])
        {
            if (Math.Abs(known.Length - word.Length) <= slips && Slips.Between(word, known) <= slips)
            {
                return known;
            }
        }

        return null;
    }

    private static bool HasRun(string word)
    {
        for (var at = 1; at < word.Length; at++)
        {
            if (word[at] == word[at - 1])
            {
                return true;
            }
        }

        return false;
    }

    private static string Squeezed(string word, int most)
    {
        var kept = new List<char>(word.Length);
        var run = 0;
        foreach (var letter in word)
        {
            run = kept.Count > 0 && kept[^1] == letter ? run + 1 : 1;
            if (run <= most)
            {
                kept.Add(letter);
            }
        }

        return new string([.. kept]);
    }

    private static string Folded(string word, char one) => string.Concat(word.Select(letter => letter switch
    {
        '0' => 'o',
        '1' or '!' or '|' => one,
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' or '+' => 't',
        _ => letter,
    }));

    private static bool Covers(string word, string known) =>
        word.Length == known.Length && word.Zip(known).All(pair => pair.First == '*' || pair.First == pair.Second);
}
