namespace Companion.Dialogs.Understanding.Phrases;

/// <summary>
/// Reads the phrases of a lexicon: "a|b" one of several, "&lt;a b|c&gt;" one of several of more words, "(a b|c)" perhaps left out,
/// "lonel*" any ending, "{name}" any of a named list, ".." up to three other words, "..." up to six.
/// </summary>
internal sealed class PhraseParser(Vocabulary vocabulary, IReadOnlyDictionary<string, IReadOnlyList<string>> lists)
{
    private const int ShortGap = 3;
    private const int LongGap = 6;
    private readonly Dictionary<string, Place> places = [];

    /// <summary>The phrase on one line.</summary>
    /// <exception cref="FormatException">The line cannot be read; the message repeats it.</exception>
    public Phrase Parse(string line, string rule)
    {
        var parsed = Places(line);
        return parsed.Count == 0 || parsed[0].Gap > 0 || parsed[^1].Gap > 0 || parsed[^1].IsOptional
            ? throw new FormatException($"a phrase begins and ends with words that must be there: \"{line}\"")
            : new Phrase(parsed, rule);
    }

    /// <summary>What goes before or after something else, and so may end with words that can be left out.</summary>
    public Phrase ParsePart(string line, string rule) => new(Places(line), rule);

    private List<Place> Places(string line) => [.. Pieces(line).Select(piece => Place(piece, line))];

    private Place Place(string piece, string line) =>
        places.TryGetValue(piece, out var known) ? known : places[piece] = NewPlace(piece, line);

    private Place NewPlace(string piece, string line)
    {
        if (piece is ".." or "...")
        {
            return new Place([], false, piece is ".." ? ShortGap : LongGap);
        }

        var isOptional = piece.StartsWith('(');
        var choices = piece.Trim('(', ')', '<', '>').Split('|').SelectMany(choice => Choices(choice.Trim(), line));
        return new Place(choices, isOptional, 0);
    }

    /// <summary>Cuts a line at its spaces, except those in brackets.</summary>
    private static IEnumerable<string> Pieces(string line)
    {
        var start = 0;
        var depth = 0;
        for (var at = 0; at <= line.Length; at++)
        {
            if (at == line.Length || (line[at] == ' ' && depth == 0))
            {
                if (at > start)
                {
                    yield return line[start..at];
                }

                start = at + 1;
            }
            else
            {
                depth += line[at] is '(' or '<' ? 1 : line[at] is ')' or '>' ? -1 : 0;
            }
        }
    }

    private IEnumerable<int[]> Choices(string choice, string line)
    {
        if (!choice.StartsWith('{'))
        {
            return [Sequence(choice, line)];
        }

        return lists.TryGetValue(choice.Trim('{', '}'), out var list)
            ? list.Select(words => Sequence(words, line))
            : throw new FormatException($"there is no list {choice} for \"{line}\"");
    }

    private int[] Sequence(string words, string line)
    {
        var ids = words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Word(word, line)).ToArray();
        return ids.Length > 0 ? ids : throw new FormatException($"an empty choice in \"{line}\"");
    }

    private int Word(string word, string line) =>
        (word.EndsWith('*') ? word.Length > 2 && word[..^1].All(char.IsAsciiLetterOrDigit) : word.All(char.IsAsciiLetterOrDigit))
        && !word.Any(char.IsAsciiLetterUpper)
            ? vocabulary.Add(word)
            : throw new FormatException($"\"{word}\" is no word (lower case, no apostrophes) in \"{line}\"");
}
