using Companion.Dialogs.Understanding;

namespace Companion.Dialogs.Talking;

/// <summary>
/// Yes or no to a question of ours. Only a plain one counts: a yes or no with more behind it ("no but sometimes I do") is neither,
/// and the question looks at the rest itself.
/// </summary>
public static class YesNo
{
    private static readonly PhraseLists Lists = PhraseLists.Of("Talking", "yes-no");

    private static readonly HashSet<string> Yes = [.. Lists["yes"]];

    private static readonly HashSet<string> No = [.. Lists["no"]];

    private static readonly HashSet<string> WithYes = [.. Lists["with yes"]];

    private static readonly HashSet<string> WithNo = [.. Lists["with no"]];

    private static readonly HashSet<string> PlainNo = [.. Lists["plain no"]];

    private static readonly HashSet<string> Thanks = ["thanks", "thank", "you", "ta", "please", "honestly", "x"];

    private static readonly HashSet<string> WholeYes = [.. Lists["whole yes"]];

    private static readonly HashSet<string> WholeNo = [.. Lists["whole no"]];

    /// <summary>True for yes, false for no, null for neither.</summary>
    public static bool? Read(Plain plain)
    {
        var words = Words(plain);
        if (words.Count == 0)
        {
            return null;
        }

        var text = string.Join(' ', words);
        return WholeYes.Contains(text) || (Yes.Contains(words[0]) && words.Skip(1).All(WithYes.Contains)) ? true
            : WholeNo.Contains(text) || (No.Contains(words[0]) && words.Skip(1).All(WithNo.Contains)) ? false
            : words is [var only] ? Alone(only)
            : null;
    }

    // A single word that nearly is one ("yesss", "nop") is read by the reader that knows how people slip.
    private static bool? Alone(string word) => ConfirmReader.Read(word) switch
    {
        { Value: Reply.Yes, Confidence: Confidence.Clear } => true,
        { Value: Reply.No, Confidence: Confidence.Clear } => false,
        _ => null,
    };

    /// <summary>
    /// True for a no that leaves no doubt, for questions about danger: nothing may stand beside it but a thank-you.
    /// </summary>
    public static bool IsPlainNo(Plain plain)
    {
        var words = Words(plain);
        return PlainNo.Contains(string.Join(' ', words))
            || PlainNo.Contains(string.Join(' ', words.Where(word => !Thanks.Contains(word))));
    }

    /// <summary>How the words begin, whatever follows: for questions where the rest only tells more.</summary>
    public static bool? Begins(Plain plain) => Words(plain) switch
    {
        [var first, ..] when Yes.Contains(first) => true,
        [var first, ..] when No.Contains(first) => false,
        _ => null,
    };

    private static List<string> Words(Plain plain) => [.. plain.Tokens
        .Where(token => token.IsWord || Yes.Contains(token.Text) || No.Contains(token.Text))
        .Select(token => token.Text)];
}
