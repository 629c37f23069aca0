namespace Companion.Dialogs.Understanding.Replies;

/// <summary>
/// One phrase of a lexicon. <c>word</c> is itself; <c>this/that</c> is either; <c>word?</c> may be missing; <c>&lt;name&gt;</c> is any
/// phrase of that group; <c>_</c> is any one word; <c>...</c> is up to four words; <c>#</c> is a number; <c>^</c> and <c>$</c> are
/// where the message begins and ends, <c>^,</c> and <c>$,</c> where a thought does (a mark or emoji will do). Nothing but a phrase's own marks reaches over punctuation.
/// </summary>
internal sealed class Phrase
{
    private const int WidestGap = 4;

    private readonly Step[] _steps;

    private Phrase(string text, Step[] steps)
    {
        Text = text;
        _steps = steps;
        var firsts = new HashSet<string>();
        FirstWords = Opens(steps, firsts) ? firsts : null;
    }

    /// <summary>The phrase as it is written in the lexicon.</summary>
    public string Text { get; }

    /// <summary>The words it can begin with; null when that cannot be told.</summary>
    public IReadOnlyCollection<string>? FirstWords { get; }

    public static Phrase Of(string text, Lexicon lexicon) =>
        new(text, [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => StepOf(part, lexicon))]);

    /// <summary>Where the longest reading from <paramref name="at"/> ends (the word after it), or null.</summary>
    public int? End(IReadOnlyList<string> words, int at) => Longest(words, at, _steps, 0);

    private static int? Longest(IReadOnlyList<string> words, int at, Step[] steps, int step)
    {
        if (step == steps.Length)
        {
            return at;
        }

        int? best = null;
        foreach (var next in steps[step].Ends(words, at))
        {
            best = Longest(words, next, steps, step + 1) is { } end && end >= (best ?? 0) ? end : best;
        }

        return best;
    }

    private static IEnumerable<int> All(IReadOnlyList<string> words, int at, Step[] steps, int step)
    {
        return step == steps.Length
            ? [at]
            : steps[step].Ends(words, at).SelectMany(next => All(words, next, steps, step + 1));
    }

    private static Step StepOf(string part, Lexicon lexicon)
    {
        var optional = part.Length > 1 && part[^1] == '?';
        var name = optional ? part[..^1] : part;
        return name switch
        {
            "^" => new Edge(AtEnd: false, OfThought: false),
            "$" => new Edge(AtEnd: true, OfThought: false),
            "^," => new Edge(AtEnd: false, OfThought: true),
            "$," => new Edge(AtEnd: true, OfThought: true),
            "..." => new Gap(WidestGap),
            "_" => new AnyWord(optional),
            ['<', .., '>'] => new Group(
                [.. lexicon.Groups[name[1..^1]].Select(line => Of(line, lexicon)._steps)], optional),
            _ => new OneOf(name.Length > 1 ? [.. name.Split('/')] : [name], optional),
        };
    }

    /// <summary>Gathers the words a sequence can begin with; false when it may begin with anything.</summary>
    private static bool Opens(Step[] steps, HashSet<string> firsts)
    {
        foreach (var step in steps)
        {
            switch (step)
            {
                case OneOf words:
                    firsts.UnionWith(words.Words);
                    break;
                case Group group when !group.Alternatives.All(one => Opens(one, firsts)):
                    return false;
                case AnyWord or Gap:
                    return false;
            }

            if (step is OneOf { Optional: false } or Group { Optional: false })
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWord(string text) => char.IsLetterOrDigit(text[0]) || text == "#";

    private abstract record Step
    {
        public abstract IEnumerable<int> Ends(IReadOnlyList<string> words, int at);
    }

    private sealed record OneOf(HashSet<string> Words, bool Optional) : Step
    {
        public override IEnumerable<int> Ends(IReadOnlyList<string> words, int at)
        {
            if (at < words.Count && Words.Contains(words[at]))
            {
                yield return at + 1;
            }

            if (Optional)
            {
                yield return at;
            }
        }
    }

    private sealed record Group(Step[][] Alternatives, bool Optional) : Step
    {
        public override IEnumerable<int> Ends(IReadOnlyList<string> words, int at)
        {
            var ends = Alternatives.SelectMany(one => All(words, at, one, 0));
            return (Optional ? ends.Append(at) : ends).Distinct();
        }
    }

    private sealed record AnyWord(bool Optional) : Step
    {
        public override IEnumerable<int> Ends(IReadOnlyList<string> words, int at)
        {
            if (at < words.Count && IsWord(words[at]))
            {
                yield return at + 1;
            }

            if (Optional)
            {
                yield return at;
            }
        }
    }

    private sealed record Gap(int Widest) : Step
    {
        public override IEnumerable<int> Ends(IReadOnlyList<string> words, int at)
        {
            for (var width = 0; width <= Widest && at + width <= words.Count; width++)
            {
                yield return at + width;
                if (at + width == words.Count || !IsWord(words[at + width]))
                {
                    yield break;
                }
            }
        }
    }

    private sealed record Edge(bool AtEnd, bool OfThought) : Step
    {
        public override IEnumerable<int> Ends(IReadOnlyList<string> words, int at) =>
            IsEdge(words, at) ? [at] : [];

        /// <summary>Marks and emoji before the first word and after the last do not count.</summary>
        private bool IsEdge(IReadOnlyList<string> words, int at)
        {
            var step = AtEnd ? 1 : -1;
            for (var mark = AtEnd ? at : at - 1; mark >= 0 && mark < words.Count; mark += step)
            {
                if (IsWord(words[mark]) || OfThought)
                {
                    return !IsWord(words[mark]);
                }
            }

            return true;
        }
    }
}
