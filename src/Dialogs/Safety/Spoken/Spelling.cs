using Companion.Dialogs.Safety.Grammar;

namespace Companion.Dialogs.Safety.Spoken;

/// <summary>How people really spell, as the lexicon's spell, near, plain and glue entries say it.</summary>
internal sealed class Spelling
{
    private readonly Dictionary<string, List<(string[] From, string[] To)>> _rewritings = [];

    /// <summary>Long words that are recognised with a letter or two wrong.</summary>
    public List<(string Word, int Slips)> Near { get; } = [];

    /// <summary>Ordinary words that are never taken for a misspelling.</summary>
    public HashSet<string> Plain { get; } = [];

    /// <summary>Words worth looking for in a word that was run together ("killmyself").</summary>
    public HashSet<string> Glue { get; } = [];

    /// <summary>One line "suicide~2 bleeding": known with two slips, with one.</summary>
    public void AddNear(string line)
    {
        foreach (var parts in line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split('~')))
        {
            Near.Add((parts[0], parts.Length > 1 ? int.Parse(parts[1]) : 1));
        }
    }

    /// <summary>One line "kms, km5 = kill myself".</summary>
    public void AddRewriting(string line)
    {
        var sides = line.Split('=');
        if (sides.Length != 2)
        {
            throw new FormatException($"a spelling is written 'kms, km5 = kill myself': {line}");
        }

        var to = WordsOf(sides[1]);
        foreach (var from in sides[0].Split(',').Select(WordsOf))
        {
            if (!_rewritings.TryGetValue(from[0], out var list))
            {
                _rewritings[from[0]] = list = [];
            }

            list.Add((from, to));
            list.Sort((one, other) => other.From.Length.CompareTo(one.From.Length));
        }
    }

    /// <summary>Makes the words that take part known to the grammar.</summary>
    public void Seal(Symbols symbols)
    {
        foreach (var word in _rewritings.Values.SelectMany(list => list).SelectMany(pair => pair.From.Concat(pair.To)).Concat(Near.Select(near => near.Word)))
        {
            symbols.Declare(word);
        }
    }

    /// <summary>The longest rewriting that fits at <paramref name="at"/>, if any.</summary>
    public (string[] From, string[] To)? Rewriting(List<Piece> pieces, int at)
    {
        if (_rewritings.TryGetValue(pieces[at].Text, out var list))
        {
            foreach (var pair in list)
            {
                if (Fits(pair.From, pieces, at))
                {
                    return pair;
                }
            }
        }

        return null;
    }

    /// <summary>Words as they would be meant had they been typed.</summary>
    public IReadOnlyList<string> Rewritten(IReadOnlyList<string> words)
    {
        var pieces = words.Select(word => new Piece(word, 0, 0, Breaks: false)).ToList();
        var written = new List<string>();
        for (var at = 0; at < pieces.Count;)
        {
            var rewriting = Rewriting(pieces, at);
            written.AddRange(rewriting?.To ?? [pieces[at].Text]);
            at += rewriting?.From.Length ?? 1;
        }

        return written;
    }

    private static bool Fits(string[] from, List<Piece> pieces, int at)
    {
        if (at + from.Length > pieces.Count)
        {
            return false;
        }

        for (var word = 1; word < from.Length; word++)
        {
            var piece = pieces[at + word];
            if (piece.Breaks || !string.Equals(piece.Text, from[word], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static string[] WordsOf(string side) => side.Replace("'", "", StringComparison.Ordinal)
        .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
