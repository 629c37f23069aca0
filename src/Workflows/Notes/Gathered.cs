using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Referrals;
using Companion.Workflows.Sending;
using Companion.Workflows.Summaries;

namespace Companion.Workflows.Notes;

/// <summary>What a draft is made from.</summary>
/// <param name="Episode">What the summariser reads.</param>
/// <param name="Sources">Where each of its sources is kept.</param>
/// <param name="Forgotten">What the service had forgotten last by then: if that is something else, it is gathered anew.</param>
public sealed record Gathered(Episode Episode, NoteSources Sources, long? Forgotten);

/// <summary>What a note is about, as it is stored.</summary>
internal sealed record About(Note Note, People.Address Address, HandOff? HandOff, Case? Case)
{
    /// <summary>Where what was said was said: at the address of a hand-off; of a case also where its person is reached, when another referred them.</summary>
    public required IReadOnlyList<long> Addresses { get; init; }

    /// <summary>Whose note it is, where that is known.</summary>
    public long? PersonId => Case?.PersonId ?? HandOff?.PersonId;
}

/// <summary>The messages of one stretch of a conversation.</summary>
/// <param name="Heard">What arrived, in order.</param>
/// <param name="Said">What was said to them, in order.</param>
/// <param name="LeftOut">How many earlier messages found no room.</param>
internal sealed record Stretch(IReadOnlyList<InboundMessage> Heard, IReadOnlyList<OutboundMessage> Said, int LeftOut)
{
    /// <summary>No message at all.</summary>
    public static readonly Stretch Empty = new([], [], 0);
}

/// <summary>
/// Which messages of a stretch a draft reads: the newest, and whatever danger was heard in, within a budget. A question is kept with its
/// answer, because "3" alone says nothing; reminders that nobody answered are not.
/// </summary>
internal static class Budget
{
    /// <summary>The most messages of people.</summary>
    public const int MostMessages = 150;

    /// <summary>The most letters of all messages together.</summary>
    public const int MostLetters = 24_000;

    /// <summary>Chooses.</summary>
    /// <param name="heard">What arrived, in order.</param>
    /// <param name="said">What was said, in order.</param>
    /// <param name="dangerous">The messages that danger was heard in.</param>
    public static Stretch Choose(IReadOnlyList<InboundMessage> heard, IReadOnlyList<OutboundMessage> said, IReadOnlySet<long> dangerous)
    {
        var (kept, asked, letters) = (new HashSet<long>(), new HashSet<long>(), 0);
        foreach (var message in heard.OrderByDescending(one => dangerous.Contains(one.Id)).ThenByDescending(one => one.ReceivedAt).ThenByDescending(one => one.Id))
        {
            var question = QuestionOf(message, heard, said);
            var more = message.Words.Length + (question is not null && !asked.Contains(question.Id) ? question.Words.Length : 0);
            if (!dangerous.Contains(message.Id) && (kept.Count >= MostMessages || letters + more > MostLetters))
            {
                break; // a gap in the middle would join what was never said together
            }

            kept.Add(message.Id);
            letters += more;
            if (question is not null)
            {
                asked.Add(question.Id);
            }
        }

        return new Stretch(
            heard.Where(one => kept.Contains(one.Id)).ToList(),
            said.Where(one => asked.Contains(one.Id) || (one.Class == SendClass.LinkWorker && IsAfterFirst(one, heard, kept))).ToList(),
            heard.Count - kept.Count);
    }

    // The last thing said between the message before and this one: said in the turn of the message before, it still asks this one.
    private static OutboundMessage? QuestionOf(InboundMessage message, IReadOnlyList<InboundMessage> heard, IReadOnlyList<OutboundMessage> said)
    {
        var before = heard.LastOrDefault(one => (one.ReceivedAt, one.Id).CompareTo((message.ReceivedAt, message.Id)) < 0);
        return said.LastOrDefault(one => (one.CreatedAt, one.Id).CompareTo((message.ReceivedAt, message.Id)) < 0
            && (before is null || (one.CreatedAt, one.Id).CompareTo((before.ReceivedAt, before.Id)) > 0));
    }

    private static bool IsAfterFirst(OutboundMessage reply, IReadOnlyList<InboundMessage> heard, HashSet<long> kept) =>
        heard.FirstOrDefault(one => kept.Contains(one.Id)) is not { } first || reply.CreatedAt >= first.ReceivedAt || kept.Count == heard.Count;
}
