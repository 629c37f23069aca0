using Companion.Workflows.Sending;

namespace Companion.Bot.Channels.Twilio;

/// <summary>Twilio's words for how far a text or call is, as an outcome of ours.</summary>
internal static class TwilioStatus
{
    /// <summary>The outcome, or null for a word we do not know.</summary>
    /// <param name="sid">The text's or call's id at Twilio.</param>
    /// <param name="status">MessageStatus or CallStatus.</param>
    /// <param name="code">The error code that came along.</param>
    public static Delivery? Read(string sid, string? status, int? code) => status switch
    {
        "accepted" or "scheduled" or "queued" or "sending" => new Delivery.Taken(sid),
        "sent" or "partially_delivered" => new Delivery.Taken(sid, SendStatus.Sent),
        "delivered" or "read" => new Delivery.Taken(sid, SendStatus.Delivered),
        "undelivered" or "failed" or "canceled" => new Delivery.Refused(code, TwilioErrors.Words(code)) { ProviderId = sid },
        "initiated" or "ringing" => new Delivery.Taken(sid),
        "in-progress" or "answered" => new Delivery.Taken(sid, SendStatus.Sent),
        "completed" => new Delivery.Taken(sid, SendStatus.Delivered),
        "busy" => new Delivery.Refused(code, "The phone was engaged.") { ProviderId = sid },
        "no-answer" => new Delivery.Refused(code, "Nobody picked up.") { ProviderId = sid },
        _ => null,
    };
}
