using System.Security.Cryptography;
using System.Text;
using Companion.Workflows.People;
using Companion.Workflows.Receiving;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.Conversations;

/// <summary>Words from a web chat.</summary>
/// <param name="SessionId">The browser's session; it need not be stored yet.</param>
/// <param name="ServiceId">The service a new session is for.</param>
/// <param name="FormId">The id of the form they were typed into; the same form sends the same words once.</param>
/// <param name="Words">The words.</param>
public sealed record ChatWords(long SessionId, string ServiceId, string FormId, string Words);

/// <summary>Somebody writes in web chat. The first words store the browser's session; all enter by the one door.</summary>
public sealed class SayInChat(IStore store, ReceiveMessage receive, IClock clock)
{
    /// <summary>How long a browser goes on with the same chat.</summary>
    public static readonly Duration Lasts = Duration.FromDays(7);

    /// <summary>Receives the words; null when the session has ended or still has to prove a date of birth.</summary>
    public async Task<Receipt?> Handle(ChatWords said, CancellationToken cancel)
    {
        var session = await Session(said, cancel);
        if (session.EndsAt <= clock.GetCurrentInstant() || session.AwaitsProof)
        {
            return null;
        }

        var words = said.Words.ReplaceLineEndings("\n");
        var incoming = new Incoming(session.ServiceId, Channel.WebChat, ProviderId(said, words), null, words) { AddressId = session.AddressId };
        return await receive.Handle(incoming, cancel);
    }

    // A form that "back" brings out of the browser's memory may hold other words: those are a new message.
    private static string ProviderId(ChatWords said, string words) =>
        $"{said.SessionId:x}-{said.FormId}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)).AsSpan(0, 6))}";

    private async Task<ChatSession> Session(ChatWords said, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.ChatSessions.FindAsync([said.SessionId], cancel) ?? await Open(said, cancel);
    }

    // Under the lock of the chat's address, so that a double press opens one.
    private Task<ChatSession> Open(ChatWords said, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var address = new TurnRequest(said.ServiceId, Channel.WebChat, $"chat-{said.SessionId}", null, null, now);
        return store.Turn(
            address,
            async turn => (await turn.Session.Query<ChatSession>("WHERE \"Id\" = @p0", said.SessionId)).SingleOrDefault()
                ?? turn.Insert(new ChatSession
                {
                    Id = said.SessionId,
                    ServiceId = said.ServiceId,
                    AddressId = turn.Address.Id,
                    CreatedAt = now,
                    EndsAt = now + Lasts,
                    ShowsFrom = now,
                }),
            cancel);
    }
}
