namespace Companion.Dialogs.Understanding.Replies;

/// <summary>One word or mark as the phrases know it: text talk written out, spelling mended.</summary>
/// <param name="Text">The word in its full, plain form.</param>
/// <param name="Start">Where the token it comes from begins in the original words.</param>
/// <param name="End">Where that token ends.</param>
/// <param name="Guessed">True when a misspelling was mended by nearness, not by the list.</param>
internal readonly record struct Term(string Text, int Start, int End, bool Guessed)
{
    public bool IsWord => char.IsLetterOrDigit(Text[0]);

    public bool IsNumber => char.IsAsciiDigit(Text[0]);

    /// <summary>A mark that ends a thought: what stands before it does not run on into what follows.</summary>
    public bool IsStop => Text is "." or "," or "!" or "?" or ";" or ":" or "(" or ")" or "-";
}
