using Companion.Workflows.Summaries.Wording;

namespace Companion.Workflows.Summaries.Checks;

/// <summary>Of whom each word of a passage is said: whoever begins its clause, or whoever it went on about.</summary>
internal static class Voices
{
    private const int Reach = 5;

    /// <summary>The key of a person for each word of a message, null where it cannot be told.</summary>
    /// <param name="people">Who is who.</param>
    /// <param name="words">The message.</param>
    /// <param name="i">Who "I" is, and who is meant when a sentence begins with its verb.</param>
    /// <param name="you">Who "you" is.</param>
    /// <param name="they">Who "he" or "she" is before anybody else was named.</param>
    public static string?[] OfMessage(People people, IReadOnlyList<Word> words, string? i, string? you, string? they)
    {
        var of = new string?[words.Count];
        string? current = null;
        var named = new LastNamed(people, they);
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at].First)
            {
                current = words[at].Is("verb.first") || words[at].Text.EndsWith("ing", StringComparison.Ordinal) ? i : null;
            }

            if ((at == 0 || words[at].Clause != words[at - 1].Clause) && Subject(people, words, at) is { } subject)
            {
                current = words[subject].Text switch
                {
                    "i" or "we" => i,
                    "you" => you,
                    "he" or "she" => named.As(words[subject].Text),
                    "they" or "it" or "there" => null,
                    _ => people.Key(words[subject]) ?? words[subject].Root,
                };
            }

            of[at] = current;
            named.See(words[at]);
        }

        return of;
    }

    /// <summary>
    /// The same for a sentence of a note: nobody is meant who is not named, and "she" is the person the case is about unless somebody
    /// else was named who may be meant. Further on in a clause something else may be spoken of.
    /// </summary>
    public static string?[] OfNote(People people, IReadOnlyList<Word> words)
    {
        var of = new string?[words.Count];
        var named = new LastNamed(people, People.Self);
        string? current = null;
        var since = 0;
        for (var at = 0; at < words.Count; at++)
        {
            var isTold = words[at].Text is "he" or "she" && at > 0 && words[at - 1].Text is "him" or "her" or "that";
            if (at == 0 || words[at].Clause != words[at - 1].Clause || words[at].Text == "that" || isTold)
            {
                current = null;
            }

            if (current is null && IsSubject(people, words, at))
            {
                current = words[at].Text is "he" or "she" ? named.AsOnly(words[at].Text) : people.Key(words[at]);
                since = at;
            }

            of[at] = at - since <= Reach ? current : null;
            named.See(words[at]);
        }

        return of;
    }

    // The first word of a clause that can be its subject: a pronoun, or somebody's name that no preposition or verb stands before.
    private static int? Subject(People people, IReadOnlyList<Word> words, int from)
    {
        for (var at = from; at < words.Count && words[at].Clause == words[from].Clause && at < from + Reach; at++)
        {
            if (words[at].Is("pronoun.subject") || IsSubject(people, words, at) || (words[at].Is("somebody") && !IsObject(words, at)))
            {
                return at;
            }
        }

        return null;
    }

    // Somebody who does something: not "Ade's", not "with Ade", not one of two ("he and Farid").
    private static bool IsSubject(People people, IReadOnlyList<Word> words, int at)
    {
        var somebody = words[at].Text is "he" or "she" || people.Key(words[at]) is not null;
        var next = at + 1 < words.Count ? words[at + 1].Text : "";
        return somebody && !IsObject(words, at) && next is not ("s" or "and");
    }

    private static bool IsObject(IReadOnlyList<Word> words, int at) => at > 0 && words[at - 1].Clause == words[at].Clause
        && (words[at - 1].Is("before.object") || (words[at - 1].Is("possessive") && at > 1 && words[at - 2].Clause == words[at].Clause
            && words[at - 2].Is("before.object")));
}
