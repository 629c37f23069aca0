using Companion.Workflows.Summaries.Wording;

namespace Companion.Workflows.Summaries.Checks;

/// <summary>Of whom each word of a passage is said: whoever begins its clause, or whoever it went on about.</summary>
internal static class Voices
{
    private const int Reach = 4;

    /// <summary>The key of a person for each word, null where it cannot be told.</summary>
    /// <param name="people">Who is who.</param>
    /// <param name="words">The passage.</param>
    /// <param name="i">Who "I" is, and who is meant when nobody is named.</param>
    /// <param name="you">Who "you" is.</param>
    /// <param name="they">Who "he" or "she" is before anybody else was named.</param>
    public static string?[] Of(People people, IReadOnlyList<Word> words, string? i, string? you, string? they)
    {
        var of = new string?[words.Count];
        var (current, named) = (i, they);
        for (var at = 0; at < words.Count; at++)
        {
            var begins = at == 0 || words[at].Clause != words[at - 1].Clause;
            if (words[at].First)
            {
                current = i;
            }

            if (begins && Subject(people, words, at) is { } subject)
            {
                current = Key(people, words[subject], i, you, named);
            }

            of[at] = current;
            if (people.Key(words[at]) is { } key && key != People.Self)
            {
                named = key;
            }
        }

        return of;
    }

    private static string? Key(People people, Word subject, string? i, string? you, string? named) => subject.Text switch
    {
        "i" or "we" => i,
        "you" => you,
        "he" or "she" => named,
        "they" or "it" or "there" => null,
        _ => people.Key(subject),
    };

    // The first word of a clause that can be its subject: a pronoun, or somebody's name that no preposition or verb stands before.
    private static int? Subject(People people, IReadOnlyList<Word> words, int from)
    {
        for (var at = from; at < words.Count && words[at].Clause == words[from].Clause && at < from + Reach; at++)
        {
            var isOwner = at + 2 < words.Count && words[at + 1].Text == "s" && people.Key(words[at + 2]) is not null;
            if (words[at].Is("pronoun.subject") || (people.Key(words[at]) is not null && !isOwner && !(at > from && words[at - 1].Is("before.object"))))
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>
    /// The same for a sentence of a note: nobody is meant who is not named, and "she" is the person the case is about until somebody
    /// else was named.
    /// </summary>
    public static string?[] OfNote(People people, IReadOnlyList<Word> words)
    {
        var of = new string?[words.Count];
        var somebodyElse = false;
        string? current = null;
        for (var at = 0; at < words.Count; at++)
        {
            if (at == 0 || words[at].Clause != words[at - 1].Clause)
            {
                current = null;
            }

            var isOwner = at + 1 < words.Count && words[at + 1].Text == "s";
            var follows = at > 0 && words[at - 1].Clause == words[at].Clause && (words[at - 1].Is("before.object") || words[at - 1].Is("possessive") && at > 1 && words[at - 2].Clause == words[at].Clause);
            var key = words[at].Text is "he" or "she" ? somebodyElse ? null : People.Self : people.Key(words[at]);
            if (current is null && !follows && !isOwner && (key is not null || words[at].Text is "he" or "she"))
            {
                current = key;
            }

            of[at] = current;
            somebodyElse |= key is not null && key != People.Self;
        }

        return of;
    }
}
