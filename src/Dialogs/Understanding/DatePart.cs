namespace Companion.Dialogs.Understanding;

/// <summary>What a piece of a written date can be.</summary>
internal enum DatePartKind
{
    /// <summary>A number in figures or words.</summary>
    Number,

    /// <summary>"12th", "twelfth", "twenty-first".</summary>
    Ordinal,

    /// <summary>A month by name.</summary>
    Month,

    /// <summary>A mark of punctuation.</summary>
    Mark,

    /// <summary>Any other word.</summary>
    Word,
}

/// <summary>One piece of a written date; "12thmarch54" has three in one token.</summary>
/// <param name="Kind">What it can be.</param>
/// <param name="Number">Its number, or the month's.</param>
/// <param name="Digits">How many figures it was written with; 0 for words.</param>
/// <param name="Text">The text, for words and marks.</param>
/// <param name="Token">The token it comes from.</param>
/// <param name="Sure">False when the spelling was repaired.</param>
internal readonly record struct DatePart(DatePartKind Kind, int Number, int Digits, string Text, int Token, bool Sure)
{
    /// <summary>True for that word or mark.</summary>
    public bool Is(string text) => Kind is DatePartKind.Word or DatePartKind.Mark && Text == text;

    /// <summary>True for a number written in words.</summary>
    public bool IsNumberWord => Kind is DatePartKind.Number && Digits == 0;
}
