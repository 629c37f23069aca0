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

    private readonly Dictionary<string, Weights> _weights;
    private readonly double _enough;
    private readonly double _base;

    private Scales(Dictionary<string, Weights> weights, double enough, double atRest) => (_weights, _enough, _base) = (weights, enough, atRest);

    /// <summary>
    /// Reads scales: the first line is what is enough and what an empty text weighs, then a cue a line: its name, its weight, and its
    /// weights for the kinds it speaks of, with tabs between.
    /// </summary>
    /// <exception cref="FormatException">A line that cannot be read; the message says which.</exception>
    public static Scales Read(string text)
    {
        var weights = new Dictionary<string, Weights>(text.AsSpan().Count('\n'), StringComparer.Ordinal);
        (double Enough, double AtRest)? first = null;
        var line = 0;
        foreach (var written in text.AsSpan().EnumerateLines())
        {
            line++;
            var rest = written;
            var name = Next(ref rest);
            if (first is null)
            {
                first = (Number(name, line), Number(rest, line));
            }
            else if (!written.IsEmpty)
            {
                weights.Add(name.ToString(), rest.IsEmpty ? new Weights(0, []) : WeightsIn(rest, line));
            }
        }

        return new Scales(weights, first!.Value.Enough, first.Value.AtRest);
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

    private static Weights WeightsIn(ReadOnlySpan<char> rest, int line)
    {
        var danger = Number(Next(ref rest), line);
        if (rest.IsEmpty)
        {
            return new Weights(danger, []);
        }

        var kinds = new List<(Kind, double)>();
        while (!rest.IsEmpty)
        {
            kinds.Add(Spoken(Next(ref rest), line));
        }

        return new Weights(danger, [.. kinds]);
    }

    // Takes off what stands before the next tab: a file of so many lines is read four times as fast as by splitting it.
    private static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> rest)
    {
        var line = rest;
        var tab = line.IndexOf('\t');
        rest = tab < 0 ? [] : line[(tab + 1)..];
        return tab < 0 ? line : line[..tab];
    }

    private static (Kind, double) Spoken(ReadOnlySpan<char> part, int line)
    {
        var space = part.IndexOf(' ');
        return space > 0 && Enum.TryParse<Kind>(part[..space], ignoreCase: true, out var kind)
            ? (kind, Number(part[(space + 1)..], line))
            : throw new FormatException($"scales.txt, line {line}: '{part}' is not a kind and a number");
    }

    private static double Number(ReadOnlySpan<char> text, int line) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"scales.txt, line {line}: '{text}' is not a number");

    // Pieces of so many words, and by how much less they weigh.
    private readonly record struct Cut(int Words, double Less);

    private readonly record struct Weights(double Danger, (Kind Kind, double Weight)[] Kinds);

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
