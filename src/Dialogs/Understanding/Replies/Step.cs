namespace Companion.Dialogs.Understanding.Replies;

/// <summary>One part of a phrase.</summary>
internal abstract record Step(bool MayBeMissing)
{
    /// <summary>True when it always takes exactly one word.</summary>
    public virtual bool IsOneWord => false;

    /// <summary>True when it takes this word; only asked where <see cref="IsOneWord"/>.</summary>
    public virtual bool Takes(string word) => false;

    public abstract void AddEnds(IReadOnlyList<string> words, int at, Ends ends);

    public abstract void AddFirstWords(HashSet<string?> firsts);

    protected static bool IsWord(string text) => char.IsLetterOrDigit(text[0]) || text == "#";
}

/// <summary>One of a few words.</summary>
internal sealed record OneOf(HashSet<string> Words, bool MayBeMissing) : Step(MayBeMissing)
{
    public override bool IsOneWord => !MayBeMissing;

    public override bool Takes(string word) => Words.Contains(word);

    public override void AddEnds(IReadOnlyList<string> words, int at, Ends ends)
    {
        if (at < words.Count && Words.Contains(words[at]))
        {
            ends.Add(at + 1);
        }

        if (MayBeMissing)
        {
            ends.Add(at);
        }
    }

    public override void AddFirstWords(HashSet<string?> firsts) => firsts.UnionWith(Words);
}

/// <summary>One of a group's phrases.</summary>
internal sealed record Named(PhraseGroup Group, bool MayBeMissing) : Step(MayBeMissing)
{
    public override void AddEnds(IReadOnlyList<string> words, int at, Ends ends)
    {
        Group.AddEnds(words, at, ends);
        if (MayBeMissing)
        {
            ends.Add(at);
        }
    }

    public override void AddFirstWords(HashSet<string?> firsts) => Group.AddFirstWords(firsts);
}

/// <summary>Any one word, not a mark.</summary>
internal sealed record AnyWord(bool MayBeMissing) : Step(MayBeMissing)
{
    public override bool IsOneWord => !MayBeMissing;

    public override bool Takes(string word) => IsWord(word);

    public override void AddEnds(IReadOnlyList<string> words, int at, Ends ends)
    {
        if (at < words.Count && IsWord(words[at]))
        {
            ends.Add(at + 1);
        }

        if (MayBeMissing)
        {
            ends.Add(at);
        }
    }

    public override void AddFirstWords(HashSet<string?> firsts) => firsts.Add(null);
}

/// <summary>Up to four words of any kind, no mark among them.</summary>
internal sealed record Gap() : Step(MayBeMissing: true)
{
    private const int Widest = 4;

    public override void AddEnds(IReadOnlyList<string> words, int at, Ends ends)
    {
        for (var width = 0; width <= Widest && at + width <= words.Count; width++)
        {
            ends.Add(at + width);
            if (at + width == words.Count || !IsWord(words[at + width]))
            {
                return;
            }
        }
    }

    public override void AddFirstWords(HashSet<string?> firsts) => firsts.Add(null);
}

/// <summary>Where the message, or a thought in it, begins or ends. Marks and emoji outside it do not count.</summary>
internal sealed record Edge(bool AtEnd, bool OfThought) : Step(MayBeMissing: true)
{
    private const int MostMarks = 40;

    public override void AddEnds(IReadOnlyList<string> words, int at, Ends ends)
    {
        if (IsEdge(words, at))
        {
            ends.Add(at);
        }
    }

    public override void AddFirstWords(HashSet<string?> firsts)
    {
        // An edge takes no word: what follows it is what the phrase begins with.
    }

    private bool IsEdge(IReadOnlyList<string> words, int at)
    {
        var (step, from) = AtEnd ? (1, at) : (-1, at - 1);
        for (var marks = 0; marks < MostMarks; marks++)
        {
            var mark = from + (marks * step);
            if (mark < 0 || mark >= words.Count)
            {
                return true;
            }

            if (IsWord(words[mark]) || OfThought)
            {
                return !IsWord(words[mark]);
            }
        }

        return false;
    }
}
