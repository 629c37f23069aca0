using System.Text;

namespace Companion.Workflows.Forgetting;

/// <summary>
/// Finds words that are to be forgotten where something else repeats them: all of them together, or four or more in a row. Letters are
/// compared without case, signs and apostrophes. What is only "yes" or "7" is repeated by everything and so by nothing.
/// </summary>
public sealed class RepeatedWords
{
    /// <summary>What stands where they stood.</summary>
    public const string Mark = "[forgotten]";

    private const int Run = 4;

    private static readonly HashSet<string> Ordinary = new(StringComparer.Ordinal)
    {
        "yes", "yeah", "yep", "no", "nope", "not", "ok", "okay", "skip", "none", "stop", "start", "help", "back", "person", "cancel", "hello", "hi", "hey", "me", "my", "thanks",
        "thank", "you", "please", "the", "and", "a", "i", "it", "is", "to", "sure", "good", "fine", "morning", "mornings", "afternoon", "afternoons", "evening", "evenings",
    };

    private readonly string words;
    private readonly string[] said;
    private readonly HashSet<string> runs = new(StringComparer.Ordinal);
    private readonly int run;

    /// <summary>Of these words.</summary>
    /// <param name="words">The words.</param>
    /// <param name="wholly">True when only all of them together count.</param>
    public RepeatedWords(string words, bool wholly = false)
    {
        this.words = words.Trim();
        said = Tokens(words).Select(token => token.Text).ToArray();
        run = wholly ? said.Length : Math.Min(Run, said.Length);
        for (var at = 0; run > 0 && at + run <= said.Length; at++)
        {
            runs.Add(string.Join(' ', said, at, run));
        }
    }

    /// <summary>True when a repetition of them can be told from chance.</summary>
    public bool CanBeTold => said.Length == 0 ? words.Length > 0 : said.Any(IsTelling);

    /// <summary>True when a text says the same and nothing else.</summary>
    public bool IsAll(string text) => CanBeTold && (said.Length == 0 ? text.Trim() == words : Tokens(text).Select(token => token.Text).SequenceEqual(said));

    /// <summary>True when a text repeats them.</summary>
    public bool IsIn(string? text) => text is not null && Without(text) != text;

    /// <summary>A text without them.</summary>
    public string Without(string text)
    {
        if (!CanBeTold)
        {
            return text;
        }

        if (said.Length == 0)
        {
            return text.Replace(words, Mark, StringComparison.Ordinal);
        }

        var (result, end) = (new StringBuilder(), 0);
        foreach (var (from, to) in Stretches(text))
        {
            result.Append(text, end, from - end).Append(Mark);
            end = to;
        }

        return result.Append(text, end, text.Length - end).ToString();
    }

    private static bool IsTelling(string token) => !Ordinary.Contains(token) && (token.Length > 2 || token.Any(letter => letter > 0x2000));

    // From the first letter to the last of each run; runs that touch are one.
    private List<(int From, int To)> Stretches(string text)
    {
        var (found, tokens) = (new List<(int From, int To)>(), Tokens(text).ToList());
        for (var at = 0; at + run <= tokens.Count; at++)
        {
            if (!runs.Contains(string.Join(' ', tokens.GetRange(at, run).Select(token => token.Text))))
            {
                continue;
            }

            var (from, to) = (tokens[at].From, tokens[at + run - 1].To);
            if (found is [.., var last] && from <= last.To)
            {
                found[^1] = (last.From, to);
            }
            else
            {
                found.Add((from, to));
            }
        }

        return found;
    }

    private static IEnumerable<(string Text, int From, int To)> Tokens(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                continue;
            }

            var (from, token) = (at, new StringBuilder());
            for (; at < text.Length && (char.IsLetterOrDigit(text[at]) || (IsApostrophe(text[at]) && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]))); at++)
            {
                if (!IsApostrophe(text[at]))
                {
                    token.Append(char.ToLowerInvariant(text[at]));
                }
            }

            yield return (token.ToString(), from, at);
        }
    }

    private static bool IsApostrophe(char sign) => sign is '\'' or '\u2019' or '\u2018' or '`';
}
