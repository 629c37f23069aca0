using Companion.Dialogs.Understanding;

namespace Companion.Dialogs.Talking;

/// <summary>Yes, no and the like: words that answer many questions and name none.</summary>
public static class SmallAnswer
{
    private static readonly PhraseLists Lists = PhraseLists.Of("Talking", "small-answers");

    private static readonly HashSet<string> Letters = [.. Lists["letters we asked for"]];

    /// <summary>True for a yes, a no or a "not now" that may be of another question than the one it fits; the letters C and R are of one alone.</summary>
    public static bool MayBeOfAnother(Plain plain) =>
        !Names(plain) && !IsLetter(plain) && ConfirmReader.Read(plain.Original).Value is Reply.Yes or Reply.No or Reply.Cancel or Reply.Reschedule;

    /// <summary>True when it is one word, or names what is to come: "no I am not ok" is no answer to an invitation.</summary>
    internal static bool IsOfWhatIsToCome(Plain plain) => plain.Tokens.Count(token => token.IsWord) == 1 || Names(plain);

    private static bool Names(Plain plain) => Lists["what is to come"].Any(phrase => $" {plain.Text} ".Contains($" {phrase} ", StringComparison.Ordinal));

    private static bool IsLetter(Plain plain) => plain.Tokens.Where(token => token.IsWord).ToList() is [var only] && Letters.Contains(only.Text);
}
