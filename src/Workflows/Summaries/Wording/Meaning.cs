using System.Collections.Frozen;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace Companion.Workflows.Summaries.Wording;

/// <summary>
/// How near two English words are in meaning, learnt from how they are used: a vector for each of the commonest 34,000 words, drawn
/// together where a dictionary of senses says so. <c>README.md</c> beside this file says where they come from.
/// </summary>
internal sealed class Meaning
{
    private const int Dimensions = 52;
    private const char Fact = '+';
    private const char Turn = '-';

    private static readonly Lazy<Meaning> Resource = new(Read);

    private readonly FrozenDictionary<string, int> _ranks;
    private readonly FrozenDictionary<string, char> _sorts;
    private readonly FrozenDictionary<string, string> _byRoot;
    private readonly sbyte[] _vectors;
    private readonly float[] _lengths;

    private Meaning(IReadOnlyList<string> lines, sbyte[] vectors)
    {
        _ranks = lines.Index().ToFrozenDictionary(line => line.Item.TrimEnd(Fact, Turn), line => line.Index, StringComparer.Ordinal);
        _sorts = lines.Where(line => line[^1] is Fact or Turn).ToFrozenDictionary(line => line[..^1], line => line[^1], StringComparer.Ordinal);
        _byRoot = _ranks.OrderBy(word => word.Value).DistinctBy(word => Stem.Of(word.Key))
            .ToFrozenDictionary(word => Stem.Of(word.Key), word => word.Key, StringComparer.Ordinal);
        _vectors = vectors;
        _lengths = new float[vectors.Length / Dimensions];
        for (var word = 0; word < _lengths.Length; word++)
        {
            _lengths[word] = MathF.Sqrt(Product(word, word));
        }
    }

    /// <summary>Read once, when it is first asked.</summary>
    public static Meaning Shipped => Resource.Value;

    /// <summary>A word with a vector that a word is or is made from ("dreads" from dread, "unwanted" from wanted), or null.</summary>
    public string? Known(string word)
    {
        if (_ranks.ContainsKey(word))
        {
            return word;
        }

        if (_byRoot.TryGetValue(Stem.Of(word), out var mate))
        {
            return mate;
        }

        return Classes.Shipped["prefix"].Where(prefix => word.Length > prefix.Length + 3 && word.StartsWith(prefix, StringComparison.Ordinal))
            .Select(prefix => Known(word[prefix.Length..]))
            .FirstOrDefault(known => known is not null);
    }

    /// <summary>How common a word is: 0 for the commonest; null when it is not among the words that have a vector.</summary>
    public int? Rank(string word) => _ranks.TryGetValue(word, out var rank) ? rank : null;

    /// <summary>Where the meaning of a word, or of the word it is made from, is found; null when it has none.</summary>
    public int? Find(string word) => Known(word) is { } known ? _ranks[known] : null;

    /// <summary>From 1 for the same meaning to about 0 for nothing in common, of two meanings that were found.</summary>
    public float Nearness(int one, int other) => Product(one, other) / (_lengths[one] * _lengths[other]);

    /// <summary>True for a word that mostly names a thing, a body, an illness, a person or what is done to them: it is a fact or it is not.</summary>
    public bool IsFact(string word) => _sorts.GetValueOrDefault(word) == Fact;

    /// <summary>True for a word that mostly tells how something is put, known, moved or changed: there are many ways to say that.</summary>
    public bool IsTurn(string word) => _sorts.GetValueOrDefault(word) == Turn;

    private int Product(int first, int second)
    {
        var one = _vectors.AsSpan(first * Dimensions, Dimensions);
        var other = _vectors.AsSpan(second * Dimensions, Dimensions);
        var sum = 0;
        for (var at = 0; at < Dimensions; at++)
        {
            sum += one[at] * other[at];
        }

        return sum;
    }

    // The words, one a line with a mark for its sort, an empty line, then the vectors in the same order, one signed byte a dimension.
    private static Meaning Read()
    {
        using var packed = typeof(Meaning).Assembly.GetManifestResourceStream(typeof(Meaning), "meaning.gz")!;
        using var unpacked = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionMode.Decompress))
        {
            stream.CopyTo(unpacked);
        }

        var bytes = unpacked.GetBuffer().AsSpan(0, (int)unpacked.Length);
        var end = bytes.IndexOf("\n\n"u8);
        var lines = Encoding.ASCII.GetString(bytes[..end]).Split('\n');
        return new Meaning(lines, MemoryMarshal.Cast<byte, sbyte>(bytes[(end + 2)..]).ToArray());
    }
}
