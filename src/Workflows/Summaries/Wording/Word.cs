namespace Companion.Workflows.Summaries.Wording;

/// <summary>Whether the clause that a word stands in says or denies it.</summary>
internal enum Sign
{
    /// <summary>It is said.</summary>
    Said,

    /// <summary>It is denied.</summary>
    Denied,

    /// <summary>Neither can be told: "hardly", "struggles to", "instead of".</summary>
    Open,
}

/// <summary>One word as it was read.</summary>
/// <param name="Text">In lower case, without apostrophes, text-speak written out.</param>
/// <param name="Written">As it stands in the words that were read.</param>
/// <param name="Clause">The number of the clause it stands in, from 0.</param>
/// <param name="Sentence">The number of the sentence it stands in, from 0.</param>
/// <param name="First">True when a sentence begins with it, so that its capital says nothing.</param>
internal sealed record Word(string Text, string Written, int Clause, int Sentence, bool First)
{
    private string? _root;
    private string? _ordinary;
    private (int? Own, int? Ordinary)? _meant;

    /// <summary>What all its forms share.</summary>
    public string Root => _root ??= Stem.Of(Text);

    /// <summary>The ordinary word it stands for: "telephone" for "phones", the word itself for most.</summary>
    public string Ordinary => _ordinary ??= Classes.Shipped.Ordinary(this);

    /// <summary>Where its meaning and that of the ordinary word are found; null when they have none.</summary>
    public (int? Own, int? Ordinary) Meant => _meant ??= (Meaning.Shipped.Find(Text), Meaning.Shipped.Find(Ordinary));

    /// <summary>True for a word that could be untrue: no pronoun, preposition, auxiliary or number.</summary>
    public bool IsContent { get; } = char.IsLetter(Text[0]) && Text.Length > 1 && !Classes.Shipped["empty"].Contains(Text);

    /// <summary>True for a word of whoever reports what was said, which adds nothing that could be untrue of it.</summary>
    public bool IsReport => Classes.Shipped.Roots("report").Contains(Root);

    public bool IsCapital => char.IsUpper(Written[0]);

    /// <summary>Whether its clause says or denies it.</summary>
    public Sign Sign { get; init; }

    /// <summary>True when its clause tells something as possible, wished or now and then.</summary>
    public bool Hedged { get; init; }

    /// <summary>True when its clause leaves open whether it will be so: "might", "maybe", "no promises".</summary>
    public bool Doubted { get; init; }

    /// <summary>True inside quotation marks: words that are told as they stood.</summary>
    public bool Quoted { get; init; }

    /// <summary>True inside a question.</summary>
    public bool Asked { get; init; }

    public bool Is(string kind) => Classes.Shipped[kind].Contains(Text);
}
