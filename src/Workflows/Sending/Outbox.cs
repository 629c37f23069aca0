using Companion.Dialogs.Words;
using Companion.Workflows.People;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.Sending;

/// <summary>Puts words into the outbox as rows of a turn. Nothing is sent here.</summary>
public sealed class Outbox(TextBook texts)
{
    /// <summary>Replies of one burst are joined up to this many characters (three segments).</summary>
    private const int LongestJoined = 459;

    /// <summary>A text to the turn's address, by the channel the last words came by.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="service">The service that speaks.</param>
    /// <param name="sendClass">The class of the gate's table.</param>
    /// <param name="purpose">The step it belongs to; with the address it is the unique send key.</param>
    /// <param name="say">The words.</param>
    /// <returns>The row, or the earlier unsent reply these words were joined to.</returns>
    public OutboundMessage Say(Turn turn, ServiceSettings service, SendClass sendClass, string purpose, Wording say)
    {
        var words = Render(service, turn.Address.Language, say);
        if (sendClass == SendClass.Reply && Joined(turn, say, words) is { } joined)
        {
            return joined;
        }

        var row = new OutboundMessage
        {
            Id = turn.Session.NextId(),
            ServiceId = service.Key,
            AddressId = turn.Address.Id,
            ConversationId = say.ConversationId,
            HandOffId = say.HandOffId,
            InReplyTo = say.InReplyTo,
            Channel = turn.Address.LastChannel,
            To = turn.Address.Value,
            Class = sendClass,
            SendKey = $"{turn.Address.Id}:{purpose}",
            TextKey = say.Key,
            Words = words,
            Segments = turn.Address.LastChannel == Channel.Sms ? Gsm7.Segments(words) : 0,
            CreatedAt = turn.Now,
            DueAt = say.DueAt ?? turn.Now,
            EventAt = say.EventAt,
            ExpiresAt = say.ExpiresAt ?? EndOfUse(sendClass, say.DueAt ?? turn.Now, say.EventAt),
            Status = SendStatus.Queued,
        };
        if (sendClass == SendClass.Reply)
        {
            turn.Unsent = row;
        }

        return turn.Insert(row);
    }

    /// <summary>Takes back what a conversation had to say and nobody has claimed: it is no longer so.</summary>
    public static void TakeBack(Turn turn, long conversationId)
    {
        if (turn.Unsent?.ConversationId == conversationId)
        {
            turn.Unsent = null;
        }

        turn.Session.Execute(
            "UPDATE \"Outbound\" SET \"Status\" = @p1 WHERE \"ConversationId\" = @p0 AND \"Status\" = @p2",
            conversationId,
            (int)SendStatus.Superseded,
            (int)SendStatus.Queued);
    }

    // After an outage nothing is dumped: each class has its own time after which it is of no use.
    private static Duration OfUse(SendClass sendClass) => sendClass switch
    {
        SendClass.Safety or SendClass.OnCall => Duration.FromHours(1),
        SendClass.CheckIn or SendClass.Nudge or SendClass.Offer => Duration.FromDays(3),
        SendClass.AskToText => Duration.FromDays(14),
        SendClass.ServiceChange => Duration.FromDays(2),
        _ => Duration.FromHours(12),
    };

    // A reminder is of use until what it tells of begins, and a change never longer than that.
    private static Instant EndOfUse(SendClass sendClass, Instant due, Instant? begins) => (sendClass, begins) switch
    {
        (SendClass.Reminder, { } at) => at,
        (SendClass.ServiceChange, { } at) => Instant.Min(due + OfUse(sendClass), at),
        _ => due + OfUse(sendClass),
    };

    /// <summary>The words as they would be read.</summary>
    public string Render(ServiceSettings service, string language, Wording say) => texts.Render(
        language,
        say.Key,
        [.. say.Words, ("service", service.NeutralName), ("serviceName", service.Name), ("phone", service.Phone)]);

    // Replies to a burst merge only while still unsent: this turn holds the lock on the rows it joins.
    private static OutboundMessage? Joined(Turn turn, Wording say, string words)
    {
        if (turn.Unsent is not { } last
            || last.Channel != turn.Address.LastChannel
            || last.ConversationId != say.ConversationId // the gate asks of a row which conversation it belongs to
            || last.Words.Length + 1 + words.Length > LongestJoined)
        {
            return null;
        }

        last.Words += "\n" + words;
        last.Segments = last.Channel == Channel.Sms ? Gsm7.Segments(last.Words) : 0;
        turn.Update(last);
        return last;
    }
}

/// <summary>Which words, about what.</summary>
/// <param name="Key">The text's key.</param>
/// <param name="Words">Values for its placeholders.</param>
public sealed record Wording(string Key, params IReadOnlyList<(string Name, string Value)> Words)
{
    /// <summary>The conversation they belong to.</summary>
    public long? ConversationId { get; init; }

    /// <summary>The hand-off they belong to.</summary>
    public long? HandOffId { get; init; }

    /// <summary>The message they answer.</summary>
    public long? InReplyTo { get; init; }

    /// <summary>When they are due; now, when null.</summary>
    public Instant? DueAt { get; init; }

    /// <summary>When what they tell of takes place, for reminders and changes.</summary>
    public Instant? EventAt { get; init; }

    /// <summary>After when they are of no use; as long as their class says, when null.</summary>
    public Instant? ExpiresAt { get; init; }
}
