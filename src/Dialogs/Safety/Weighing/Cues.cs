using System.Text;
using Companion.Dialogs.Safety.Grammar;

namespace Companion.Dialogs.Safety.Weighing;

/// <summary>One small thing in a text that may speak for danger or against it, and where it stood.</summary>
/// <param name="Name">"hits me"; "left .. alone" with one to three words between; "~suic", four letters of a word.</param>
/// <param name="First">The index of its first word.</param>
/// <param name="Last">The index of its last word.</param>
internal readonly record struct Cue(string Name, int First, int Last);

/// <summary>Takes a text apart into cues: words, neighbours, words a little apart, and letters, which outlive a slip of the thumb.</summary>
internal static class Cues
{
    private const string Beginning = "^";
    private const string End = "$";
    private const int Letters = 4;
    private const int Furthest = 4;

    /// <summary>The cues of the words from <paramref name="first"/> to before <paramref name="end"/>; one may come several times.</summary>
    public static IEnumerable<Cue> Of(IReadOnlyList<Word> words, int first, int end)
    {
        for (var at = first - 1; at <= end; at++)
        {
            var word = Named(words, at, first, end);
            yield return new Cue(word, at, at);
            for (var to = at + 1; to <= Math.Min(at + Furthest, end); to++)
            {
                var other = Named(words, to, first, end);
                yield return new Cue(to == at + 1 ? $"{word} {other}" : $"{word} .. {other}", at, to);
            }

            if (at + 2 <= end)
            {
                yield return new Cue($"{word} {Named(words, at + 1, first, end)} {Named(words, at + 2, first, end)}", at, at + 2);
            }

            foreach (var letters in LettersOf(word))
            {
                yield return new Cue(letters, at, at);
            }
        }
    }

    private static IEnumerable<string> LettersOf(string word)
    {
        if (word.Length < Letters)
        {
            yield break;
        }

        var edged = $"<{word}>";
        for (var at = 0; at + Letters <= edged.Length; at++)
        {
            yield return string.Concat("~", edged.AsSpan(at, Letters));
        }
    }

    private static string Named(IReadOnlyList<Word> words, int at, int first, int end) =>
        at < first ? Beginning : at >= end ? End : Numberless(words[at].Text);

    // Which number it is says little; that there is one says something.
    private static string Numberless(string word)
    {
        if (!word.Any(char.IsAsciiDigit))
        {
            return word;
        }

        var named = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            if (!char.IsAsciiDigit(letter))
            {
                named.Append(letter);
            }
            else if (named.Length == 0 || named[^1] != '#')
            {
                named.Append('#');
            }
        }

        return named.ToString();
    }
}
