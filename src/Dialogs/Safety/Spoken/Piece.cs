namespace Companion.Dialogs.Safety.Spoken;

/// <summary>A word on its way from what was typed to what was meant.</summary>
/// <param name="Text">Its letters so far.</param>
/// <param name="Start">Where it begins in the original (UTF-16 units).</param>
/// <param name="End">Where it ends there, exclusive.</param>
/// <param name="Breaks">True when a full stop, question or exclamation mark stood before it.</param>
internal readonly record struct Piece(string Text, int Start, int End, bool Breaks);
