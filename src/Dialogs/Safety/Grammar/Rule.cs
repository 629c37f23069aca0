namespace Companion.Dialogs.Safety.Grammar;

/// <summary>Whom a pattern is about. <see cref="Anyone"/> is settled by the nearest "i" or "she" before it.</summary>
internal enum About
{
    Anyone,
    Self,
    Other,
}

/// <summary>Where a softener stands, seen from the words it softens.</summary>
internal enum Place
{
    /// <summary>Ends where they begin.</summary>
    Before,

    /// <summary>Shares a word with them.</summary>
    Over,

    /// <summary>Begins where they end.</summary>
    After,

    /// <summary>In the same sentence.</summary>
    Sentence,

    /// <summary>Anywhere in the text.</summary>
    Message,
}

/// <summary>One way of saying what a rule listens for.</summary>
/// <param name="Node">The pattern.</param>
/// <param name="About">Whom it is about.</param>
internal readonly record struct Saying(Node Node, About About);

/// <summary>A named rule of a lexicon.</summary>
internal sealed record Rule(string Name, Level Level, Kind Kind, string File)
{
    public List<Saying> Sayings { get; } = [];

    /// <summary>How loud it is about somebody else; null = as loud.</summary>
    public Level? Other { get; set; }

    /// <summary>When set, the rule is silent about anybody else.</summary>
    public About Only { get; set; }

    /// <summary>Names of softeners that leave this rule alone.</summary>
    public HashSet<string> Deaf { get; } = [];

    public Examples Examples { get; } = new();
}

/// <summary>What lowers a hit.</summary>
internal sealed record Softener(string Name, Level To, string File)
{
    public List<(Place Place, Node Node)> Sayings { get; } = [];

    /// <summary>One of these must be in the text too, if there are any.</summary>
    public List<Node> Also { get; } = [];

    /// <summary>None of these may be in the text.</summary>
    public List<Node> Unless { get; } = [];

    /// <summary>Rules (by the beginning of their names) it is for; empty = all.</summary>
    public List<string> For { get; } = [];

    /// <summary>Whose danger it softens.</summary>
    public About Who { get; set; }

    public Examples Examples { get; } = new();
}

/// <summary>The lines beside a rule that show what it is for; a test reads them.</summary>
internal sealed class Examples
{
    public List<string> Yes { get; } = [];

    public List<string> No { get; } = [];
}
