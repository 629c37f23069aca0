namespace Companion.Dialogs.Safety.Grammar;

/// <summary>One of several pieces: "(a|b c)" and every named class. The pieces are found by the word they begin with.</summary>
internal sealed class Choice(IReadOnlyList<Node> pieces, string? name = null) : Node
{
    private readonly List<Node> _pieces = [.. pieces];
    private Dictionary<int, Node[]>? _byFirst;
    private IReadOnlySet<int>? _first;
    private IReadOnlySet<int>? _anchor;
    private bool _anchored;
    private bool _indexed;
    private bool _busy;

    /// <summary>False for a class that is used but has no line.</summary>
    public bool IsFilled => _pieces.Count > 0;

    public override IReadOnlySet<int>? First
    {
        get
        {
            Index();
            return _first;
        }
    }

    public void Add(IEnumerable<Node> more) => _pieces.AddRange(more);

    public override ulong Match(TypedWords words, int at, int limit)
    {
        if (_byFirst is null)
        {
            return Any(_pieces, words, at, limit);
        }

        var ends = 0UL;
        if (at < limit)
        {
            foreach (var symbol in words.Symbols(at))
            {
                if (_byFirst.TryGetValue(symbol, out var some))
                {
                    ends |= Any(some, words, at, limit);
                }
            }
        }

        return ends;
    }

    public override IReadOnlySet<int>? Anchor(Func<IReadOnlySet<int>, int> weigh)
    {
        if (!_anchored)
        {
            var each = _pieces.ConvertAll(piece => piece.Anchor(weigh));
            _anchor = each.Contains(null) ? null : each.SelectMany(one => one!).ToHashSet();
            _anchored = true;
        }

        return _anchor;
    }

    private static ulong Any(IReadOnlyList<Node> some, TypedWords words, int at, int limit)
    {
        var ends = 0UL;
        for (var each = 0; each < some.Count; each++)
        {
            ends |= some[each].Match(words, at, limit);
        }

        return ends;
    }

    private void Index()
    {
        if (_indexed)
        {
            return;
        }

        if (_busy)
        {
            throw new FormatException($"class {name} stands for itself");
        }

        _busy = true;
        if (_pieces.TrueForAll(piece => piece.First is not null))
        {
            _byFirst = _pieces
                .SelectMany(piece => piece.First!.Select(symbol => (symbol, piece)))
                .GroupBy(pair => pair.symbol, pair => pair.piece)
                .ToDictionary(group => group.Key, group => group.ToArray());
            _first = _byFirst.Keys.ToHashSet();
        }

        _indexed = true;
    }
}
