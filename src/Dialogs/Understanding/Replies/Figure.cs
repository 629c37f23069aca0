namespace Companion.Dialogs.Understanding.Replies;

/// <summary>What kind of number stands in a text.</summary>
internal enum FigureForm
{
    /// <summary>A bare whole number.</summary>
    Whole,

    /// <summary>"7/10", "7 out of 10".</summary>
    OutOfTen,

    /// <summary>"7.5", "7 and a half".</summary>
    Half,

    /// <summary>Not on the scale: negative, per cent, out of something else, above ten.</summary>
    Off,

    /// <summary>A clock time, date, phone number: never an answer.</summary>
    Other,
}

/// <summary>A number in a text, however it is written.</summary>
/// <param name="Value">Its whole part.</param>
/// <param name="Form">What kind of number it is.</param>
/// <param name="Start">Where it begins in the original words.</param>
/// <param name="End">Where it ends there.</param>
/// <param name="Guessed">True when the number word was misspelt.</param>
internal readonly record struct Figure(int Value, FigureForm Form, int Start, int End, bool Guessed);

/// <summary>A text in which each number is one word, "#".</summary>
internal sealed record FiguredText(IReadOnlyList<string> Words, IReadOnlyList<Figure?> Figures, Plain Plain)
{
    /// <summary>The places of the numbers.</summary>
    public IReadOnlyList<int> Places { get; } = [.. Enumerable.Range(0, Figures.Count).Where(at => Figures[at] is not null)];
}
