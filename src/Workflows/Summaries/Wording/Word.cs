namespace Companion.Workflows.Summaries.Wording;

/// <summary>One word as it was read.</summary>
/// <param name="Text">In lower case, without apostrophes, text-speak written out.</param>
/// <param name="Written">As it stands in the words that were read.</param>
/// <param name="Clause">The number of the clause it stands in, from 0.</param>
/// <param name="First">True when a sentence begins with it, so that its capital says nothing.</param>
internal sealed record Word(string Text, string Written, int Clause, bool First)
{
    /// <summary>What all its forms share.</summary>
    public string Root { get; } = Stem.Of(Text);

    /// <summary>True for a word that could be untrue: no pronoun, preposition, auxiliary or number.</summary>
    public bool IsContent { get; } = !Classes.Shipped["empty"].Contains(Text) && char.IsLetter(Text[0]) && Text.Length > 1;

    public bool IsCapital => char.IsUpper(Written[0]);
}
