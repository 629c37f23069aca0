using Companion.Workflows.Forgetting;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Conversations;

/// <summary>Who said a line.</summary>
public enum ChatSpeaker
{
    /// <summary>The person in front of the browser.</summary>
    Person,

    /// <summary>The service's automatic words.</summary>
    Service,

    /// <summary>A link worker.</summary>
    Worker,
}

/// <summary>One line of a web chat.</summary>
public sealed record ChatLine(long Id, ChatSpeaker Speaker, string Words, Instant At);

/// <summary>Reads what a browser may see of its conversation.</summary>
public sealed class ReadChat(IStore store, IClock clock)
{
    // A chat of more lines than this shows the newest.
    private const int Most = 300;

    /// <summary>The session of an id, ended or not; null when nothing was said in it yet.</summary>
    public async Task<ChatSession?> Session(long id, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.ChatSessions.FindAsync([id], cancel);
    }

    /// <summary>True when the session has ended.</summary>
    public bool IsOver(ChatSession session) => session.EndsAt <= clock.GetCurrentInstant();

    /// <summary>What the session may see, in the order it was said; nothing before a date of birth that is due.</summary>
    public async Task<IReadOnlyList<ChatLine>> Lines(ChatSession session, CancellationToken cancel)
    {
        if (session.AwaitsProof || IsOver(session))
        {
            return [];
        }

        await using var db = store.Read();
        var heard = await Heard(db, session).OrderByDescending(m => m.ReceivedAt).Take(Most)
            .Select(m => new ChatLine(m.Id, ChatSpeaker.Person, m.ForgottenAt == null ? m.Words : RepeatedWords.Mark, m.ReceivedAt))
            .ToListAsync(cancel);
        var said = await Said(db, session).OrderByDescending(m => m.CreatedAt).Take(Most)
            .Select(m => new ChatLine(m.Id, m.Class == SendClass.LinkWorker ? ChatSpeaker.Worker : ChatSpeaker.Service, m.Words, m.SentAt!.Value))
            .ToListAsync(cancel);
        return heard.Concat(said).OrderBy(line => line.At).ThenBy(line => line.Id).TakeLast(Most).ToList();
    }

    /// <summary>How many lines the session may see: it grows with every new one.</summary>
    public async Task<int> Count(ChatSession session, CancellationToken cancel)
    {
        if (session.AwaitsProof)
        {
            return 0;
        }

        await using var db = store.Read();
        return await Heard(db, session).CountAsync(cancel) + await Said(db, session).CountAsync(cancel);
    }

    /// <summary>True while words to the session's address are on their way this moment.</summary>
    public async Task<bool> IsAnswering(long addressId, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        await using var db = store.Read();
        return await db.Outbound.AnyAsync(
            m => m.AddressId == addressId && (m.Status == SendStatus.Sending || (m.Status == SendStatus.Queued && m.DueAt <= now)),
            cancel);
    }

    /// <summary>
    /// What was last asked by text, for a browser that a link joined where no date of birth could be asked for. Null when it says back
    /// anything the person told us.
    /// </summary>
    public async Task<string?> LastQuestion(ChatSession session, CancellationToken cancel)
    {
        await using var db = store.Read();
        var open = session.MustProve || IsOver(session)
            ? null
            : await db.Conversations.Where(c => c.AddressId == session.AddressId && c.ClosedAt == null).OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancel);
        if (open is null)
        {
            return null;
        }

        var asked = await db.Outbound
            .Where(m => m.ConversationId == open.Id && m.SentAt < session.ShowsFrom && !m.Words.Contains("/l/"))
            .OrderByDescending(m => m.SentAt).ThenByDescending(m => m.Id)
            .Select(m => m.Words)
            .FirstOrDefaultAsync(cancel);
        return asked is null || open.Slots.Values.Values.Any(told => IsIn(asked, told)) ? null : asked;
    }

    // "yes" and "no" stand in many questions and tell nothing.
    private static bool IsIn(string asked, string told) =>
        told.Length > 1 && told is not ("yes" or "no" or "me") && asked.Contains(told, StringComparison.OrdinalIgnoreCase);

    private static IQueryable<InboundMessage> Heard(CompanionDb db, ChatSession session)
    {
        var (from, person, proven) = (session.ShowsFrom, session.PersonId, session.ProvenAt is not null);
        return db.Inbound.Where(m => m.AddressId == session.AddressId
            && ((m.ReceivedAt >= from && m.Channel == Channel.WebChat)
                || (proven && !db.Conversations.Any(c => c.Id == m.ConversationId && c.PersonId != null && c.PersonId != person))));
    }

    private static IQueryable<OutboundMessage> Said(CompanionDb db, ChatSession session)
    {
        var (from, person, proven) = (session.ShowsFrom, session.PersonId, session.ProvenAt is not null);
        return db.Outbound.Where(m => m.AddressId == session.AddressId && m.SentAt != null
            && (m.Status == SendStatus.Accepted || m.Status == SendStatus.Sent || m.Status == SendStatus.Delivered)
            && ((m.SentAt >= from && m.Channel == Channel.WebChat)
                || (proven && !db.Conversations.Any(c => c.Id == m.ConversationId && c.PersonId != null && c.PersonId != person))));
    }
}
