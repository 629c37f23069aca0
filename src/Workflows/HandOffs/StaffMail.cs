using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.HandOffs;

/// <summary>E-mail to a worker, as a row of a turn: a reference and a link, never a name or a word of the person.</summary>
public sealed class StaffMail(LinkSettings links)
{
    private static readonly Duration OfUse = Duration.FromHours(4);

    /// <summary>True when they were written to for this purpose.</summary>
    public async ValueTask<bool> IsSent(Turn turn, string purpose, string email) =>
        (await turn.Session.Query<OutboundMessage>("WHERE \"SendKey\" = @p0", KeyOf(purpose, email))).Count > 0;

    /// <summary>Writes to them, once for each purpose; without an e-mail address it does nothing.</summary>
    public void To(Turn turn, ServiceSettings service, string email, string purpose, string words, HandOff? about = null) =>
        To(turn.Session, turn.Now, service, email, purpose, words, about);

    /// <summary>The same where there is no turn.</summary>
    internal void To(Session session, Instant now, ServiceSettings service, string email, string purpose, string words, HandOff? about = null)
    {
        if (email.Length == 0)
        {
            return;
        }

        var page = about is null ? "/console" : $"/console/handoffs/{about.Id}";
        session.Insert(new OutboundMessage
        {
            Id = session.NextId(),
            ServiceId = service.Key,
            HandOffId = about?.Id,
            Channel = Channel.Email,
            To = email,
            Class = SendClass.OnCall,
            SendKey = KeyOf(purpose, email),
            TextKey = "staff",
            Words = $"{words}\n{links.BaseUrl.TrimEnd('/')}{page}",
            CreatedAt = now,
            DueAt = now,
            ExpiresAt = now + OfUse,
            Status = SendStatus.Queued,
        });
    }

    private static string KeyOf(string purpose, string email) => $"staff:{purpose}:{email}";
}
