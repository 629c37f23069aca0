using Companion.Dialogs.Understanding;

namespace Companion.Workflows.Summaries.Disguises;

/// <summary>
/// Words that may be the name of a person or a place, known or not. Inside a sentence a capital is enough, but for the words of a short list.
/// Where capitals say nothing (a sentence's first word, a message all in capitals or with a capital everywhere) it is a word that is no
/// ordinary one. Without capitals it is a first name, an unusual word after "my son", "called", "live in", or one that had its capital elsewhere.
/// </summary>
internal static class Names
{
    private const int ShortestAfterCue = 3;
    private const double MostlyCapitals = 0.5;

    private static readonly HashSet<string> BeforeNames = new(StringComparer.Ordinal)
    {
        "called", "named", "names", "mr", "mrs", "ms", "miss", "dr", "doctor", "nurse", "son", "daughter", "husband", "wife", "brother", "sister", "mate", "friend",
        "neighbour", "partner", "uncle", "aunt", "auntie", "boyfriend", "girlfriend", "cousin", "carer", "nan", "grandson", "granddaughter", "niece", "nephew", "dog",
        "in", "at", "near", "from", "im",
    };

    private static readonly HashSet<string> OfFamily = new(StringComparer.Ordinal)
    {
        "called", "named", "son", "daughter", "husband", "wife", "brother", "sister", "mate", "friend", "partner", "boyfriend", "girlfriend", "cousin", "auntie", "aunt",
    };

    // "Will you", "May I": what follows a verb.
    private static readonly HashSet<string> AfterVerbs = new(StringComparer.Ordinal)
        { "i", "you", "he", "she", "it", "we", "they", "to", "that", "this", "the", "my", "a", "be", "not", "for", "of", "so", "someone", "somebody", "anyone", "there" };

    // Whoever gives every word a capital gives it to these; in a sentence that names people they have none.
    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "and", "or", "but", "my", "me", "our", "your", "his", "her", "their", "to", "of", "in", "on", "at", "for", "with", "from", "by", "is", "are", "was",
        "were", "am", "be", "been", "has", "have", "had", "do", "does", "did", "not", "no", "so", "it", "that", "this", "as", "if", "when", "he", "she", "they", "we", "you",
    };

    // As verbs far more often than as names.
    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal) { "will", "may" };

    /// <summary>Where they stand.</summary>
    /// <param name="plain">The words.</param>
    /// <param name="met">Names that stood elsewhere with a capital.</param>
    public static IEnumerable<Spot> In(Plain plain, IReadOnlySet<string> met)
    {
        var words = plain.Tokens.Where(token => token.IsWord).ToList();
        var capitalsSayNothing = SayNothing(plain, words);
        var afterName = false;
        for (var at = 0; at < words.Count; at++)
        {
            var token = words[at];
            var before = at > 0 ? words[at - 1].Text : "";
            var isName = char.IsUpper(plain.Original[token.Start])
                ? IsNameInCapitals(plain, words, at, capitalsSayNothing)
                : met.Contains(Bare(token.Text)) || IsNameInSmall(words, at, before, afterName);
            if (isName)
            {
                yield return new Spot(token.Start, Identifiers.EndOf(plain, token), Kind.Name, Bare(token.Text));
            }

            afterName = isName;
        }
    }

    private static bool IsNameInCapitals(Plain plain, List<Token> words, int at, bool capitalsSayNothing)
    {
        var token = words[at];
        if (token.Text.Any(char.IsAsciiDigit))
        {
            return !char.IsAsciiDigit(token.Text[0]) && token.Length > 3;
        }

        if (token.Length == 1)
        {
            return false;
        }

        if (WordLists.Capitals.Contains(token.Text))
        {
            return WordLists.FirstNames.Contains(token.Text) && at > 0 && OfFamily.Contains(words[at - 1].Text);
        }

        if (!capitalsSayNothing && !IsFirst(plain, token) && !IsAllCapitals(plain, token))
        {
            return true;
        }

        var next = at < words.Count - 1 ? words[at + 1].Text : "";
        return !IsOrdinary(token.Text) || IsOfFamily(words, at) || (IsFirstName(token.Text) && !AfterVerbs.Contains(next) && !IsAllCapitals(plain, token));
    }

    // "my daughter grace saw it", "MY SON HOPE", not "my sister will come".
    private static bool IsOfFamily(List<Token> words, int at) => at > 0
        && OfFamily.Contains(words[at - 1].Text)
        && IsFirstName(words[at].Text)
        && !Verbs.Contains(words[at].Text)
        && !(at < words.Count - 1 && AfterVerbs.Contains(words[at + 1].Text));

    private static bool IsNameInSmall(List<Token> words, int at, string before, bool afterName)
    {
        var word = words[at].Text;
        if (IsOfFamily(words, at))
        {
            return true;
        }

        if (IsOrdinary(word) || WordLists.Capitals.Contains(word) || word.Any(char.IsAsciiDigit))
        {
            return false;
        }

        return IsFirstName(word) || (word.Length >= ShortestAfterCue && (afterName || BeforeNames.Contains(before)));
    }

    /// <summary>True of a word that is no name by itself.</summary>
    public static bool IsOrdinary(string word) => WordLists.Ordinary.Contains(word) || WordLists.Capitals.Contains(word)
        || (word.Length > 4 && word[^1] == 's' && WordLists.Ordinary.Contains(word[..^1]) && !WordLists.FirstNames.Contains(word[..^1]));

    private static bool IsFirstName(string word) => WordLists.FirstNames.Contains(word) || (word[^1] == 's' && WordLists.FirstNames.Contains(word[..^1]));

    /// <summary>A name without the s of what belongs to it.</summary>
    public static string Bare(string word) => word.Length > 3 && word[^1] == 's' ? word[..^1] : word;

    private static bool SayNothing(Plain plain, List<Token> words)
    {
        var small = words.FindAll(token => Small.Contains(token.Text) && token.Length > 1 && !IsFirst(plain, token));
        return small.Count > 0
            ? small.Count(token => char.IsUpper(plain.Original[token.Start])) > MostlyCapitals * small.Count
            : words.TrueForAll(token => token.Length == 1 || !char.IsLetter(plain.Original[token.Start]) || IsAllCapitals(plain, token));
    }

    private static bool IsAllCapitals(Plain plain, Token token)
    {
        for (var at = token.Start; at < token.Start + token.Length; at++)
        {
            if (char.IsLower(plain.Original[at]))
            {
                return false;
            }
        }

        return token.Length > 1;
    }

    // After nothing, or after what ends a sentence or begins a quotation.
    private static bool IsFirst(Plain plain, Token token)
    {
        for (var at = token.Start - 1; at >= 0; at--)
        {
            var mark = plain.Original[at];
            if (mark is '\n' or '.' or '!' or '?' or '\u2026' or ':' or '"' or '\u201C')
            {
                return true;
            }

            if (!char.IsWhiteSpace(mark) && mark is not ('\'' or '\u2018' or '(' or '-' or '*'))
            {
                return char.IsSurrogate(mark) || char.GetUnicodeCategory(mark) is System.Globalization.UnicodeCategory.OtherSymbol; // an emoji
            }
        }

        return true;
    }
}
