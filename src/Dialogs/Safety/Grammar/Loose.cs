namespace Companion.Dialogs.Safety.Grammar;

/// <summary>Up to so many words of any sort: ".." and "..5". Never passes the end of a text, or a word that turns the meaning.</summary>
internal sealed class Gap(int most, Node stop) : Node
{
    public override IReadOnlySet<int>? First => null;

    public override ulong Match(TypedWords words, int at, int limit)
    {
        var ends = Nothing;
        for (var taken = 0; taken < most && at + taken < limit; taken++)
        {
            if (words.BeginsText(at + taken) || stop.Match(words, at + taken, limit) > 0)
            {
                break;
            }

            ends |= 2UL << taken;
        }

        return ends;
    }

    public override IReadOnlySet<int>? Anchor(Func<IReadOnlySet<int>, int> weigh) => null;
}

/// <summary>Not followed by: "!x". Takes no words.</summary>
internal sealed class Unless(Node inner) : Node
{
    public override IReadOnlySet<int>? First => null;

    public override ulong Match(TypedWords words, int at, int limit) => inner.Match(words, at, limit) == 0 ? Nothing : 0;

    public override IReadOnlySet<int>? Anchor(Func<IReadOnlySet<int>, int> weigh) => null;
}

/// <summary>The beginning ("^") or the end ("$") of everything that was written. Takes no words.</summary>
internal sealed class Edge(bool end) : Node
{
    public override IReadOnlySet<int>? First => null;

    public override ulong Match(TypedWords words, int at, int limit) => at == (end ? words.Count : 0) ? Nothing : 0;

    public override IReadOnlySet<int>? Anchor(Func<IReadOnlySet<int>, int> weigh) => null;
}
