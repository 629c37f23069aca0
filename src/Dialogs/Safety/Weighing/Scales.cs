using System.Globalization;
using Companion.Dialogs.Safety.Grammar;

namespace Companion.Dialogs.Safety.Weighing;

/// <summary>A text that weighs enough to ask about.</summary>
/// <param name="Kind">What the danger most likely is.</param>
/// <param name="First">The first of the words that weigh most.</param>
/// <param name="Last">The last of them.</param>
internal readonly record struct Weighty(Kind Kind, int First, int Last);

/// <summary>
/// Weighs the cues of a text. The weights are learned from labelled examples and stand, readable, in scales.txt: they hear what no
/// rule foresaw, and all they may do is have the caring question asked. Safe to share between threads.
/// </summary>
internal sealed class Scales
{
    // A long text is weighed in pieces: a cry for help in the middle of a long story weighs what it would alone.
    private static readonly Cut Long = new(24, 0);

    // The fewer the words, the wider the weight swings: a short piece has to weigh more.
    private static readonly Cut Short = new(12, 0.5);

    // One word alone is a piece of a sentence or a rule's to hear.
    private const int Fewest = 2;

    // More than anybody writes; it keeps a text of 100,000 letters quick.
    private const int Most = 2_000;

    // Words that weigh less than this, wherever one looks, are ordinary talk, whatever two or three of them may mean elsewhere.
    private const double Light = -1;

    // In fewer words there is little but what the rule heard.
    private const int FewestToBeLight = 10;

    private const double Doubted = 1;

    // Words that weigh at least this share of the heaviest are quoted.
    private const double Quoted = 0.3;

    private readonly Dictionary<string, Weights> _weights = new(StringComparer.Ordinal);
    private readonly double _enough;
    private readonly double _base;

    private Scales(double enough, double atRest) => (_enough, _base) = (enough, atRest);

    /// <summary>
    /// Reads scales: the first line is what is enough and what an empty text weighs, then a cue a line: its name, its weight, and its
    /// weights for the kinds it speaks of, with tabs between.
    /// </summary>
    /// <exception cref="FormatException">A line that cannot be read; the message says which.</exception>
    public static Scales Read(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var scales = lines.Length > 0 && lines[0].Split('\t') is [var enough, var atRest]
            ? new Scales(Number(enough, 1), Number(atRest, 1))
            : throw new FormatException("scales.txt, line 1: what is enough, a tab, and what an empty text weighs");
        for (var at = 1; at < lines.Length; at++)
        {
            var parts = lines[at].Split('\t');
            var kinds = parts.Skip(2).Select(part => Spoken(part, at + 1)).ToArray();
            scales._weights.Add(parts[0], new Weights(parts.Length > 1 ? Number(parts[1], at + 1) : 0, kinds));
        }

        return scales;
    }

    /// <summary>The danger of the heaviest piece, or null when none weighs enough.</summary>
    /// <param name="words">What was written.</param>
    /// <param name="doubted">True when a rule heard it and took it for negated, past or an idiom: then it has to weigh more.</param>
    public Weighty? Hear(IReadOnlyList<Word> words, bool doubted)
    {
        var pieces = Weigh(words, Long).ToList();
        var heaviest = (words.Count > Short.Words ? pieces.Concat(Weigh(words, Short)) : pieces).MaxBy(piece => piece?.Total);
        return heaviest?.Total >= (doubted ? Doubted : 0) ? heaviest.Heaviest() : null;
    }

    /// <summary>True when every piece of the text weighs so little that what only asks to be asked about may be left at noted.</summary>
    public bool IsLight(IReadOnlyList<Word> words) =>
        words.Count >= FewestToBeLight && Weigh(words, Short with { Less = 0 }).All(piece => piece.Total < Light);

    // The pieces overlap by half.
    private IEnumerable<Weighed> Weigh(IReadOnlyList<Word> words, Cut cut)
    {
        var count = words.Count < Fewest ? 0 : Math.Min(words.Count, Most);
        var step = cut.Words / 2;
        for (var first = 0; first == 0 ? count > 0 : first + step < count; first += step)
        {
            yield return Weigh(words, first, Math.Min(first + cut.Words, count), cut.Less);
        }
    }

    private Weighed Weigh(IReadOnlyList<Word> words, int first, int end, double less)
    {
        var weighed = new Weighed(first, end);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cue in Cues.Of(words, first, end))
        {
            if (seen.Add(cue.Name) && _weights.TryGetValue(cue.Name, out var weights))
            {
                weighed.Add(cue, weights);
            }
        }

        weighed.Total = _base + (weighed.Total / Math.Sqrt(end - first + 2)) - _enough - less;
        return weighed;
    }

    private static (Kind, double) Spoken(string part, int line)
    {
        var space = part.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && Enum.TryParse<Kind>(part[..space], ignoreCase: true, out var kind)
            ? (kind, Number(part[(space + 1)..], line))
            : throw new FormatException($"scales.txt, line {line}: '{part}' is not a kind and a number");
    }

    private static double Number(string text, int line) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"scales.txt, line {line}: '{text}' is not a number");

    // Pieces of so many words, and by how much less they weigh.
    private readonly record struct Cut(int Words, double Less);

    private sealed record Weights(double Danger, (Kind Kind, double Weight)[] Kinds);

    private sealed class Weighed(int first, int end)
    {
        private readonly double[] _words = new double[end - first];
        private readonly Dictionary<Kind, double> _kinds = [];

        public double Total { get; set; }

        public void Add(Cue cue, Weights weights)
        {
            Total += weights.Danger;
            foreach (var (kind, weight) in weights.Kinds)
            {
                _kinds[kind] = _kinds.GetValueOrDefault(kind) + weight;
            }

            for (var at = Math.Max(cue.First, first); at <= Math.Min(cue.Last, end - 1); at++)
            {
                _words[at - first] += weights.Danger / (cue.Last - cue.First + 1);
            }
        }

        public Weighty Heaviest()
        {
            var most = _words.Max();
            var from = Array.FindIndex(_words, weight => weight >= most * Quoted);
            var to = Array.FindLastIndex(_words, weight => weight >= most * Quoted);
            return new Weighty(_kinds.Count == 0 ? Kind.Suicide : _kinds.MaxBy(kind => kind.Value).Key, first + from, first + to);
        }
    }
}
