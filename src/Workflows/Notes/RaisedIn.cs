using Companion.Workflows.Conversations;
using Companion.Workflows.Safety;
using Companion.Workflows.Summaries;

namespace Companion.Workflows.Notes;

/// <summary>What the listener heard, in the words as they stand in the messages.</summary>
internal static class RaisedIn
{
    // The listener writes this between words that came in several texts.
    private const string BetweenTexts = " / ";

    /// <summary>Each stretch of words once: of two that overlap in one message, the longer.</summary>
    /// <param name="hits">What was heard, in order.</param>
    /// <param name="heard">The messages of the draft, in order.</param>
    /// <param name="ids">How each is cited, by its row.</param>
    public static IReadOnlyList<Raised> Of(IEnumerable<SafetyHit> hits, IReadOnlyList<InboundMessage> heard, IReadOnlyDictionary<long, string> ids)
    {
        var all = hits
            .Where(hit => ids.ContainsKey(hit.MessageId))
            .SelectMany(hit => hit.Words.Split(BetweenTexts, StringSplitOptions.RemoveEmptyEntries).Select(words => One(hit, words, heard, ids)))
            .Distinct()
            .ToList();
        return all.FindAll(one => !all.Exists(other => other != one
            && other.SourceId == one.SourceId && other.Kind == one.Kind && other.Words.Contains(one.Words, StringComparison.OrdinalIgnoreCase)));
    }

    // Words the listener read through a slip of the thumb stand in no message: then it is the whole message.
    private static Raised One(SafetyHit hit, string words, IReadOnlyList<InboundMessage> heard, IReadOnlyDictionary<long, string> ids)
    {
        var own = heard.First(message => message.Id == hit.MessageId);
        var said = heard.LastOrDefault(message => message.ReceivedAt <= own.ReceivedAt && message.Words.Contains(words, StringComparison.OrdinalIgnoreCase));
        var kind = hit.Kind.ToLowerInvariant();
        return said is null
            ? new Raised(ids[own.Id], own.Words, kind)
            : new Raised(ids[said.Id], said.Words.Substring(said.Words.IndexOf(words, StringComparison.OrdinalIgnoreCase), words.Length), kind);
    }
}
