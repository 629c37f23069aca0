using System.Numerics;

namespace Companion.Dialogs.Safety.Grammar;

/// <summary>
/// A piece of a pattern. <see cref="Match"/> answers with a set of lengths: bit k is set when the piece can end k words after
/// <c>at</c>. No piece looks at a word from <c>limit</c> on.
/// </summary>
internal abstract class Node
{
    /// <summary>No match is longer than this many words (the bits of a set of lengths).</summary>
    public const int Longest = 63;

    /// <summary>The set of lengths that holds only "no word at all".</summary>
    public const ulong Nothing = 1;

    public abstract ulong Match(TypedWords words, int at, int limit);

    /// <summary>The symbols one of which any match begins with; null when it may begin with anything, or be empty.</summary>
    public abstract IReadOnlySet<int>? First { get; }

    /// <summary>Symbols one of which occurs in any match, the rarest such set; null when nothing must occur.</summary>
    public abstract IReadOnlySet<int>? Anchor(Func<IReadOnlySet<int>, int> weigh);
}

/// <summary>One word.</summary>
internal sealed class Literal(int symbol) : Node
{
    private readonly HashSet<int> _only = [symbol];

    public override IReadOnlySet<int> First => _only;

    public override ulong Match(TypedWords words, int at, int limit) => at < limit && words.Is(at, symbol) ? 2UL : 0UL;

    public override IReadOnlySet<int> Anchor(Func<IReadOnlySet<int>, int> weigh) => _only;
}

/// <summary>Piece after piece.</summary>
internal sealed class Sequence(IReadOnlyList<Node> pieces) : Node
{
    private IReadOnlySet<int>? _first;
    private bool _known;

    /// <inheritdoc/>
    /// <remarks>Worked out when first asked, because a class may be used before the line that fills it.</remarks>
    public override IReadOnlySet<int>? First
    {
        get
        {
            if (!_known)
            {
                _first = FirstOf(pieces);
                _known = true;
            }

            return _first;
        }
    }

    public override ulong Match(TypedWords words, int at, int limit)
    {
        var ends = Nothing;
        foreach (var piece in pieces)
        {
            var next = 0UL;
            for (var left = ends; left != 0; left &= left - 1)
            {
                var taken = BitOperations.TrailingZeroCount(left);
                next |= piece.Match(words, at + taken, limit) << taken;
            }

            if (next == 0)
            {
                return 0;
            }

            ends = next;
        }

        return ends;
    }

    public override IReadOnlySet<int>? Anchor(Func<IReadOnlySet<int>, int> weigh) =>
        pieces.Select(piece => piece.Anchor(weigh)).OfType<IReadOnlySet<int>>().MinBy(weigh);

    private static HashSet<int>? FirstOf(IReadOnlyList<Node> pieces)
    {
        var first = new HashSet<int>();
        foreach (var piece in pieces)
        {
            switch (piece)
            {
                case Maybe maybe when maybe.Inner.First is { } some:
                    first.UnionWith(some);
                    continue;
                case Unless or Edge:
                    continue;
                default:
                    if (piece.First is null)
                    {
                        return null;
                    }

                    first.UnionWith(piece.First);
                    return first;
            }
        }

        return null;
    }
}

/// <summary>None to several of a piece: "[x]" and "{x}".</summary>
internal sealed class Maybe(Node inner, int most) : Node
{
    public Node Inner => inner;

    public override IReadOnlySet<int>? First => null;

    public override ulong Match(TypedWords words, int at, int limit)
    {
        var all = Nothing;
        var fresh = Nothing;
        for (var round = 0; round < most && fresh != 0; round++)
        {
            var next = 0UL;
            for (var left = fresh; left != 0; left &= left - 1)
            {
                var taken = BitOperations.TrailingZeroCount(left);
                next |= inner.Match(words, at + taken, limit) << taken;
            }

            fresh = next & ~all;
            all |= next;
        }

        return all;
    }

    public override IReadOnlySet<int>? Anchor(Func<IReadOnlySet<int>, int> weigh) => null;
}
