using System.Numerics;

namespace Companion.Dialogs.Safety.Grammar;

/// <summary>Where a saying was found: words <c>First</c> to before <c>End</c>; <c>Shortest</c> is the nearest end that would do.</summary>
internal readonly record struct Found(Rule Rule, Saying Saying, int First, int Shortest, int End);

/// <summary>Finds every saying of a lexicon in some words.</summary>
internal static class Matcher
{
    public static List<Found> Find(Lexicon lexicon, TypedWords words)
    {
        var found = new List<Found>();
        var awake = Awake(lexicon, words);
        if (awake is null)
        {
            return found;
        }

        for (var at = 0; at < words.Count; at++)
        {
            foreach (var symbol in words.Symbols(at))
            {
                foreach (var number in lexicon.Beginning(symbol))
                {
                    if (awake[number])
                    {
                        Try(lexicon.Sayings[number], words, at, found);
                    }
                }
            }
        }

        return found;
    }

    private static bool[]? Awake(Lexicon lexicon, TypedWords words)
    {
        bool[]? awake = null;
        for (var at = 0; at < words.Count; at++)
        {
            foreach (var symbol in words.Symbols(at))
            {
                foreach (var number in lexicon.Waking(symbol))
                {
                    (awake ??= new bool[lexicon.Sayings.Count])[number] = true;
                }
            }
        }

        return awake;
    }

    private static void Try((Rule Rule, Saying Saying) one, TypedWords words, int at, List<Found> found)
    {
        var ends = one.Saying.Node.Match(words, at, words.Limit(at));
        if (ends > 1)
        {
            ends &= ~Node.Nothing;
            found.Add(new Found(
                one.Rule, one.Saying, at, at + BitOperations.TrailingZeroCount(ends), at + BitOperations.Log2(ends)));
        }
    }
}
