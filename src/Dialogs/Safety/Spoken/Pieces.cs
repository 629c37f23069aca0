using Companion.Dialogs.Understanding;

namespace Companion.Dialogs.Safety.Spoken;

/// <summary>Cuts a plain text into pieces: words and pictures kept, marks read as the ends of sentences or as letters ("d!e").</summary>
internal static class Pieces
{
    private const string LettersInDisguise = "!@$*+|";

    public static List<Piece> Of(Plain plain, Guess guess)
    {
        var pieces = new List<Piece>(plain.Tokens.Count);
        var breaks = false;
        for (var at = 0; at < plain.Tokens.Count; at++)
        {
            var token = plain.Tokens[at];
            if (Disguised(plain, at, guess) is var (text, last))
            {
                pieces.Add(new Piece(text, token.Start, End(plain.Tokens[last]), breaks));
                breaks = false;
                at = last;
            }
            else if (token.IsWord || char.IsSurrogate(token.Text[0]))
            {
                pieces.Add(new Piece(token.Text, token.Start, End(token), breaks));
                breaks = false;
            }
            else
            {
                breaks |= EndsSentence(plain, at);
            }
        }

        return pieces;
    }

    private static int End(Token token) => token.Start + token.Length;

    /// <summary>A mark with a space or nothing after it; dots in a row are a pause, not an end.</summary>
    private static bool EndsSentence(Plain plain, int at) =>
        plain.Tokens[at].Text is "." or "!" or "?"
        && !IsDot(plain, at - 1) && !IsDot(plain, at + 1)
        && (at + 1 == plain.Tokens.Count || plain.Tokens[at + 1].Start > End(plain.Tokens[at]));

    private static bool IsDot(Plain plain, int at) =>
        at >= 0 && at < plain.Tokens.Count && plain.Tokens[at].Text is ".";

    private static (string Text, int Last)? Disguised(Plain plain, int at, Guess guess)
    {
        if (!IsPart(plain.Tokens[at]))
        {
            return null;
        }

        var last = at;
        while (last + 1 < plain.Tokens.Count && last - at < Guess.LongestWord && plain.Tokens[last + 1].Start == End(plain.Tokens[last])
               && IsPart(plain.Tokens[last + 1]))
        {
            last++;
        }

        // A mark at the end is a mark: "die!" is not a disguise.
        while (last > at && !plain.Tokens[last].IsWord)
        {
            last--;
        }

        return last > at && guess.Undisguised(string.Concat(plain.Tokens.Skip(at).Take(last - at + 1).Select(token => token.Text))) is { } word
            ? (word, last)
            : null;
    }

    private static bool IsPart(Token token) => token.IsWord || LettersInDisguise.Contains(token.Text, StringComparison.Ordinal);
}
