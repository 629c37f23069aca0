namespace Companion.Dialogs.Safety.Grammar;

/// <summary>The words the lexicon knows, each with a number; "begin*" has a number of its own.</summary>
internal sealed class Symbols
{
    /// <summary>How the lexicon writes "any number".</summary>
    public const string AnyNumber = "#";

    private const int StemLength = 2;

    private readonly Dictionary<string, int> _words = [];
    private readonly Dictionary<string, List<(string Stem, int Symbol)>> _stems = [];
    private readonly Dictionary<string, int[]> _known = [];
    private int _next;

    /// <summary>The number of a word, "begin*" or "#" of the lexicon, made on first sight.</summary>
    public int Declare(string word)
    {
        if (!_words.TryGetValue(word, out var symbol))
        {
            symbol = _next++;
            _words.Add(word, symbol);
            if (word.EndsWith('*'))
            {
                DeclareStem(word[..^1], symbol);
            }
        }

        return symbol;
    }

    /// <summary>Call once, after the last <see cref="Declare"/>.</summary>
    public void Seal()
    {
        foreach (var word in _words.Keys.Where(word => !word.EndsWith('*')))
        {
            _known[word] = [_words[word], .. Fitting(word)];
        }
    }

    /// <summary>True when the lexicon holds exactly this word.</summary>
    public bool Holds(string word) => _known.ContainsKey(word);

    /// <summary>True when the lexicon holds this word or a stem of it.</summary>
    public bool Knows(string word) => _known.ContainsKey(word) || Fitting(word).Any();

    /// <summary>All that a typed word can stand for; empty when the lexicon does not know it.</summary>
    public int[] Of(string word)
    {
        if (_known.TryGetValue(word, out var symbols))
        {
            return symbols;
        }

        return [.. Fitting(word)];
    }

    private IEnumerable<int> Fitting(string word)
    {
        if (char.IsAsciiDigit(word[0]) && word.All(char.IsAsciiDigit) && _words.TryGetValue(AnyNumber, out var number))
        {
            yield return number;
        }

        if (word.Length >= StemLength && _stems.TryGetValue(word[..StemLength], out var stems))
        {
            foreach (var (stem, symbol) in stems)
            {
                if (word.StartsWith(stem, StringComparison.Ordinal))
                {
                    yield return symbol;
                }
            }
        }
    }

    private void DeclareStem(string stem, int symbol)
    {
        if (stem.Length < StemLength)
        {
            throw new FormatException($"'{stem}*' is too short: a stem has at least {StemLength} letters.");
        }

        if (!_stems.TryGetValue(stem[..StemLength], out var stems))
        {
            _stems[stem[..StemLength]] = stems = [];
        }

        stems.Add((stem, symbol));
    }
}
