using Companion.Workflows.Summaries.Wording;

namespace Companion.Workflows.Summaries.Checks;

/// <summary>Whether somebody said yes or no to what they were asked.</summary>
internal static class Answer
{
    /// <summary>Said for a yes, Denied for a no, Open for anything else.</summary>
    public static Sign Of(Passage answer)
    {
        var start = string.Join(' ', answer.Words.Take(3).Select(word => word.Text));
        var end = string.Join(' ', answer.Words.TakeLast(4).Select(word => word.Text));
        return Begins("answer.no") || Ends("answer.no.last") ? Sign.Denied : Begins("answer.yes") ? Sign.Said : Sign.Open;

        bool Begins(string kind) => Classes.Shipped[kind].Any(words => start == words || start.StartsWith(words + " ", StringComparison.Ordinal));

        // "I have my pastor for that. No thank you."
        bool Ends(string kind) => Classes.Shipped[kind].Any(words => end == words || end.EndsWith(" " + words, StringComparison.Ordinal));
    }
}
