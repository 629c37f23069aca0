namespace Companion.Dialogs.Understanding;

/// <summary>How sure a reader is. Only <see cref="Clear"/> is taken without asking; <see cref="Likely"/> is read back first.</summary>
public enum Confidence
{
    Likely,
    Clear,
}

/// <summary>What a reader made of somebody's words.</summary>
/// <param name="Value">The value, in its canonical form.</param>
/// <param name="Confidence">How sure the reader is.</param>
/// <param name="Words">The part of the original words that the value rests on.</param>
/// <param name="Rule">The name of the rule that read it, for the record and for whoever mends it.</param>
public readonly record struct Reading<T>(T Value, Confidence Confidence, string Words, string Rule);
