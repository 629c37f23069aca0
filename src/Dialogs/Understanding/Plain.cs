using System.Globalization;
using System.Text;

namespace Companion.Dialogs.Understanding;

/// <summary>One token of a plain text.</summary>
/// <param name="Text">Lower case, straight quotes, apostrophes dropped ("don't" and "dont" are one).</param>
/// <param name="Start">Where it begins in the original words (UTF-16 units).</param>
/// <param name="Length">How long it is there.</param>
public readonly record struct Token(string Text, int Start, int Length)
{
    /// <summary>True for a run of letters or digits, false for a mark of punctuation or an emoji.</summary>
    public bool IsWord => char.IsLetterOrDigit(Text[0]);
}

/// <summary>
/// Words as people type them, made plain for the readers and the listener: one case, one kind of quote and dash, keycap and
/// full-width digits as digits, invisible characters gone. Every token remembers where it stood, so that evidence can be quoted.
/// </summary>
public sealed class Plain
{
    /// <summary>How far the full-width forms lie above ASCII. Normalising does not reach them where culture data are left out.</summary>
    private const int FullWidth = 0xFEE0;

    private Plain(string original, IReadOnlyList<Token> tokens)
    {
        Original = original;
        Tokens = tokens;
        Text = string.Join(' ', tokens.Select(token => token.Text));
    }

    /// <summary>The words as they arrived.</summary>
    public string Original { get; }

    /// <summary>The tokens in order.</summary>
    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>The tokens joined by single spaces.</summary>
    public string Text { get; }

    /// <summary>Makes <paramref name="words"/> plain. Never throws: lone surrogates and control characters become spaces.</summary>
    public static Plain Of(string words)
    {
        var tokens = new List<Token>();
        var word = new StringBuilder();
        var start = 0;
        for (var at = 0; at < words.Length;)
        {
            var length = char.IsSurrogatePair(words, at) ? 2 : 1;
            var piece = Fold(words, at, length);
            if (piece.Length > 0 && char.IsLetterOrDigit(piece[0]))
            {
                start = word.Length == 0 ? at : start;
                word.Append(piece);
            }
            else if (piece.Length > 0 && !(piece is "'" && word.Length > 0))
            {
                Close(at);
                if (piece is not " ")
                {
                    tokens.Add(new Token(piece, at, length));
                }
            }

            at += length;
        }

        Close(words.Length);
        return new Plain(words, tokens);

        void Close(int end)
        {
            if (word.Length > 0)
            {
                tokens.Add(new Token(word.ToString(), start, end - start));
                word.Clear();
            }
        }
    }

    /// <summary>The original words from token <paramref name="first"/> to token <paramref name="last"/>, both included.</summary>
    public string Quote(int first, int last) =>
        Original[Tokens[first].Start..(Tokens[last].Start + Tokens[last].Length)];

    private static string Fold(string words, int at, int length)
    {
        if (length == 2)
        {
            return words.Substring(at, 2);
        }

        var letter = words[at];
        if (char.IsSurrogate(letter) || char.IsControl(letter) || char.IsWhiteSpace(letter))
        {
            return " ";
        }

        if (letter < 128)
        {
            return char.ToLowerInvariant(letter).ToString();
        }

        return letter switch
        {
            '\u2018' or '\u2019' or '\u201B' or '\u02BC' or '\u00B4' or '\uFF07' => "'",
            '\u201C' or '\u201D' or '\u201E' => "\"",
            >= '\u2010' and <= '\u2015' or '\u2212' => "-",
            '\u2026' => ".",
            >= '\u200B' and <= '\u200F' or '\u2060' or '\uFEFF' or '\uFE0F' or '\u20E3' or '\u00AD' => "",
            >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(letter - FullWidth)).ToString(),
            _ => Compatible(letter),
        };
    }

    private static string Compatible(char letter)
    {
        var folded = letter.ToString().Normalize(NormalizationForm.FormKD).ToLowerInvariant();
        return string.Concat(folded.Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
    }
}
