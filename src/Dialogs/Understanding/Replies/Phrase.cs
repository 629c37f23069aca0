namespace Companion.Dialogs.Understanding.Replies;

/// <summary>
/// One phrase of a lexicon. <c>word</c> is itself; <c>this/that</c> is either; <c>word?</c> may be missing; <c>&lt;name&gt;</c>
/// is any
/// phrase of that group; <c>_</c> is any one word; <c>...</c> is up to four words; <c>#</c> is a number; <c>^</c> and <c>$</c>
/// are
/// where the message begins and ends, <c>^,</c> and <c>$,</c> where a thought does (a mark or emoji will do). Nothing but a
/// phrase's
/// own marks reaches over punctuation.
/// </summary>
internal sealed class Phrase
{
    private readonly Step[] _steps;

    private Phrase(string text, Step[] steps)
    {
        Text = text;
        _steps = steps;
    }

    /// <summary>The phrase as it is written in the lexicon.</summary>
    public string Text { get; }

    /// <summary>Reads a phrase; <paramref name="group"/> gives the phrases of a group by its name.</summary>
    public static Phrase Of(string text, Func<string, PhraseGroup> group) =>
        new(text, [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => StepOf(part, group))]);

    /// <summary>Where the longest reading from <paramref name="at"/> ends (the word after it), or -1.</summary>
    public int End(IReadOnlyList<string> words, int at)
    {
        var ends = new Ends();
        AddEnds(words, at, ends);
        return ends.Longest;
    }

    /// <summary>Adds to <paramref name="ends"/> wherever a reading from <paramref name="at"/> can end.</summary>
    public void AddEnds(IReadOnlyList<string> words, int at, Ends ends) => Walk(words, at, 0, ends);

    /// <summary>Gathers the words it can begin with; null stands for any.</summary>
    public void AddFirstWords(HashSet<string?> firsts)
    {
        foreach (var step in _steps)
        {
            step.AddFirstWords(firsts);
            if (!step.MayBeMissing)
            {
                return;
            }
        }

        firsts.Add(null);
    }

    private void Walk(IReadOnlyList<string> words, int at, int step, Ends ends)
    {
        // Most steps are plain words: they are taken without the bookkeeping that several readings need.
        for (; step < _steps.Length && _steps[step].IsOneWord; step++, at++)
        {
            if (at >= words.Count || !_steps[step].Takes(words[at]))
            {
                return;
            }
        }

        if (step == _steps.Length)
        {
            ends.Add(at);
            return;
        }

        var next = new Ends();
        _steps[step].AddEnds(words, at, next);
        for (var index = 0; index < next.Count; index++)
        {
            Walk(words, next[index], step + 1, ends);
        }
    }

    private static Step StepOf(string part, Func<string, PhraseGroup> group)
    {
        var optional = part.Length > 1 && part[^1] == '?';
        var name = optional ? part[..^1] : part;
        return name switch
        {
            "^" => new Edge(AtEnd: false, OfThought: false),
            "$" => new Edge(AtEnd: true, OfThought: false),
            "^," => new Edge(AtEnd: false, OfThought: true),
            "$," => new Edge(AtEnd: true, OfThought: true),
            "..." => new Gap(),
            "_" => new AnyWord(optional),
            ['<', .., '>'] => new Named(group(name[1..^1]), optional),
            _ => new OneOf(name.Length > 1 ? [.. name.Split('/')] : [name], optional),
        };
    }
}
