using System.Text;

namespace Companion.Dialogs.Understanding;

/// <summary>
/// Digits that belong together: one token or several with nothing but spaces, dots, commas, dashes and brackets between, written as figures,
/// as words ("double seven") or with the letter o for nought.
/// </summary>
/// <param name="Chunks">The digits of each token, the first with a plus sign if one stood before it.</param>
/// <param name="First">The first token.</param>
/// <param name="Tokens">For each chunk, its token.</param>
/// <param name="Sure">False when a letter was taken for a digit.</param>
internal sealed record DigitRun(IReadOnlyList<string> Chunks, int First, IReadOnlyList<int> Tokens, bool Sure)
{
    /// <summary>All the runs in the words, in order.</summary>
    public static IReadOnlyList<DigitRun> In(Plain plain)
    {
        var runs = new List<DigitRun>();
        for (var at = 0; at < plain.Tokens.Count;)
        {
            at = new Reader(plain, at).Read() is { } run ? Keep(run) : at + 1;
        }

        return runs;

        int Keep(DigitRun run)
        {
            runs.Add(run);
            return run.Tokens[^1] + 1;
        }
    }

    private sealed class Reader(Plain plain, int first)
    {
        private readonly List<string> chunks = [];
        private readonly List<int> places = [];
        private bool sure = true;

        public DigitRun? Read()
        {
            var at = first;
            var plus = plain.Tokens[at].Text is "+" ? "+" : "";
            for (at += plus.Length; at < plain.Tokens.Count; at++)
            {
                if (Digits(at) is { } digits)
                {
                    at += digits.More;
                    chunks.Add(chunks.Count == 0 ? plus + digits.Text : digits.Text);
                    places.Add(at);
                }
                else if (chunks.Count == 0 || !IsInside(at))
                {
                    break;
                }
            }

            return chunks.Count == 0 ? null : new DigitRun(chunks, first, places, sure);
        }

        /// <summary>The digits at a token; More is how many further tokens they took.</summary>
        private (string Text, int More)? Digits(int at)
        {
            var text = plain.Tokens[at].Text;
            if (Figures(text) is { } figures)
            {
                sure &= figures == text;
                var isCry = chunks.Count == 0 && text.StartsWith("oo", StringComparison.Ordinal); // "ooo my number is"
                return isCry || (chunks.Count > 0 && StartsAfresh(at)) ? null : (figures, 0);
            }

            if (text is "double" or "treble" or "triple" && Digit(at + 1) is { } repeated)
            {
                return (new string(repeated, text is "double" ? 2 : 3), 1);
            }

            return Digit(at) switch
            {
                not { } => null,
                { } digit when at + 1 < plain.Tokens.Count && plain.Tokens[at + 1].Text is "hundred" => ($"{digit}00", 1),
                { } digit => (digit.ToString(), 0),
            };
        }

        private char? Digit(int at)
        {
            if (at >= plain.Tokens.Count)
            {
                return null;
            }

            var text = plain.Tokens[at].Text;
            return text is [var figure] && char.IsAsciiDigit(figure) ? figure
                : NumberWords.Of(text) is { } number and < 10 ? (char)('0' + number)
                : null;
        }

        /// <summary>A line break between two groups of digits means two numbers.</summary>
        private bool StartsAfresh(int at)
        {
            var before = plain.Tokens[at - 1];
            return plain.Original.AsSpan(before.Start + before.Length, plain.Tokens[at].Start - before.Start - before.Length)
                .ContainsAny('\n', '\r');
        }

        /// <summary>True for a mark that people put between the groups of one number, and for "(0)"; not for the end of a sentence.</summary>
        private bool IsInside(int at)
        {
            var token = plain.Tokens[at];
            return token.Text switch
            {
                "-" or "(" or ")" => true,
                "." or "," => at + 1 < plain.Tokens.Count && plain.Tokens[at + 1].Start == token.Start + 1,
                _ => false,
            };
        }
    }

    /// <summary>The token as figures, reading o as 0 where a figure stands beside it; nothing when it is a word.</summary>
    private static string? Figures(string text)
    {
        if (text.Length <= 4 && text.All(letter => letter is 'o'))
        {
            return new string('0', text.Length);
        }

        var figures = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            figures.Append(letter is 'o' ? '0' : letter);
        }

        return text.Any(char.IsAsciiDigit) && text.All(letter => char.IsAsciiDigit(letter) || letter is 'o') ? figures.ToString() : null;
    }
}
