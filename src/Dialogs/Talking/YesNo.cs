using Companion.Dialogs.Understanding;

namespace Companion.Dialogs.Talking;

/// <summary>
/// Yes or no to a question of ours. Only a plain one counts: a yes or no with more behind it ("no but sometimes I do") is neither,
/// and the question looks at the rest itself.
/// </summary>
public static class YesNo
{
    private static readonly HashSet<string> Yes =
    [
        "y", "yes", "yeah", "yep", "yup", "yh", "yea", "ye", "yess", "yea", "aye", "ok", "okay", "k", "sure", "correct", "right", "true", "fine",
        "definitely", "absolutely", "certainly", "\U0001F44D", "\u2705", "\u2714",
    ];

    private static readonly HashSet<string> No = ["n", "no", "nope", "nah", "naw", "noo", "wrong", "false", "never", "\U0001F44E", "\u274C"];

    private static readonly HashSet<string> WithYes =
    [
        "i", "do", "am", "have", "we", "they", "he", "she", "it", "is", "are", "please", "pls", "thanks", "thank", "you", "ta", "thats", "that",
        "its", "all", "right", "correct", "of", "course", "can", "go", "ahead", "been", "has", "did", "would", "like", "that", "by", "me",
        "with", "happy", "no", "problem", "course", "fine", "yes", "ok", "very", "much", "sounds", "good", "great", "could", "if",
    ];

    private static readonly HashSet<string> WithNo =
    [
        "i", "dont", "do", "not", "at", "all", "please", "thanks", "thank", "you", "ta", "havent", "have", "im", "am", "never", "they", "he",
        "she", "isnt", "its", "it", "is", "that", "thats", "wrong", "really", "fine", "ok", "okay", "alright", "good", "nothing", "none", "like",
        "any", "no", "need", "needed", "hasnt", "doesnt", "didnt", "arent", "wouldnt", "sorry", "neither", "rather", "would", "id", "been",
        "incorrect", "right", "correct", "we", "cant", "definitely",
    ];

    private static readonly HashSet<string> Whole =
        ["not at all", "not really", "of course", "go ahead", "i do", "i am", "i have", "thats right", "that is right", "all right", "no problem", "no worries"];

    /// <summary>True for yes, false for no, null for neither.</summary>
    public static bool? Read(Plain plain)
    {
        var words = Words(plain);
        if (words.Count == 0)
        {
            return null;
        }

        var text = string.Join(' ', words);
        if (Whole.Contains(text))
        {
            return !text.StartsWith("not", StringComparison.Ordinal);
        }

        return Yes.Contains(words[0]) && words.Skip(1).All(WithYes.Contains) ? true
            : No.Contains(words[0]) && words.Skip(1).All(WithNo.Contains) ? false
            : text is "definitely not" or "certainly not" or "i dont" or "i do not" or "i havent" or "i dont think so" ? false
            : null;
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
