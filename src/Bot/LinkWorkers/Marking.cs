namespace Companion.Bot.LinkWorkers;

/// <summary>A piece of a message, marked when the listener heard it.</summary>
public readonly record struct MarkedWords(string Words, bool IsMarked);

/// <summary>Finds the words the listener rested on in the message they came from.</summary>
public static class Marking
{
    // The listener writes this between words that came in several texts.
    private const string BetweenTexts = " / ";

    /// <summary>The message in pieces, in order; together they are the whole message.</summary>
    /// <param name="message">The words as received.</param>
    /// <param name="heard">The words of each hit; those that are not in this message mark nothing.</param>
    public static IReadOnlyList<MarkedWords> Of(string message, IEnumerable<string> heard)
    {
        var marks = new bool[message.Length];
        foreach (var words in heard.SelectMany(hit => hit.Split(BetweenTexts, StringSplitOptions.RemoveEmptyEntries)))
        {
            var at = message.IndexOf(words, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
            {
                Array.Fill(marks, true, at, words.Length);
            }
        }

        return Pieces(message, marks).ToList();
    }

    private static IEnumerable<MarkedWords> Pieces(string message, bool[] marks)
    {
        for (var from = 0; from < message.Length;)
        {
            var to = from;
            while (to < message.Length && marks[to] == marks[from])
            {
                to++;
            }

            yield return new MarkedWords(message[from..to], marks[from]);
            from = to;
        }
    }
}
