using Companion.Workflows.People;
using Companion.Workflows.Settings;
using NodaTime;

namespace Companion.Workflows.Sending;

/// <summary>What is true of an address at the moment of sending.</summary>
/// <param name="Address">The address, or null for somebody on call.</param>
public sealed record GateFacts(Address? Address)
{
    /// <summary>A red flag is open that nobody has cleared.</summary>
    public bool RedFlagOpen { get; init; }

    /// <summary>Words from there said that it is not the person's, or that the person died; nobody has looked into it.</summary>
    public bool InDoubt { get; init; }

    /// <summary>The conversation the text belongs to was begun by the person after they stopped.</summary>
    public bool AskedForIt { get; init; }

    /// <summary>Counted texts sent on this local day.</summary>
    public int CountedToday { get; init; }

    /// <summary>Counted texts sent in the last seven days.</summary>
    public int CountedThisWeek { get; init; }

    /// <summary>The counted text that was sent last, and the conversation it belonged to.</summary>
    public (Instant At, long? Conversation)? CountedLast { get; init; }

    /// <summary>The stop that holds back this class of the service's texts, if one stands.</summary>
    public SendStop? Stop { get; init; }

    /// <summary>
    /// From when on a planned text does not crowd upon another: not within the spacing of a counted text about something else, nor in the
    /// middle of a talk.
    /// </summary>
    internal Instant NothingElseSince(OutboundMessage row, ServiceSettings service)
    {
        var spacing = Duration.FromMinutes(service.SpacingMinutes);
        var afterOthers = CountedLast is { } last && last.Conversation != row.ConversationId ? last.At + spacing : Instant.MinValue;
        var afterTalk = row.Class != SendClass.AskToText && Address?.LastHeardAt is { } heard ? heard + Duration.FromMinutes(service.QuietAfterTalkMinutes) : Instant.MinValue;
        return Instant.Max(afterOthers, afterTalk);
    }
}
