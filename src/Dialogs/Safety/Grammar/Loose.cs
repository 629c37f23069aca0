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

/// <summary>
/// The beginning ("^") or the end ("$") of what was said in one breath: of the text or between full stops, "hello" and "please" not
/// counted. Takes no words.
/// </summary>
internal sealed class Edge(bool end, Node polite) : Node
{
    private const int MostPolite = 6;

    public override IReadOnlySet<int>? First => null;

    public override ulong Match(TypedWords words, int at, int limit)
    {
        for (var left = MostPolite; !words.IsEdge(at); left--)
        {
            if (left == 0 || polite.Match(words, end ? at : at - 1, words.Count) == 0)
            {
                return 0;
            }

            at += end ? 1 : -1;
        }

        return Nothing;
    }

    public override IReadOnlySet<int>? Anchor(Func<IReadOnlySet<int>, int> weigh) => null;
}
