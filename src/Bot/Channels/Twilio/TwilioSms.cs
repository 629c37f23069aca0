using System.Globalization;
using System.Text.Json;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using NodaTime;

namespace Companion.Bot.Channels.Twilio;

/// <summary>Texts by Twilio's Messages resource. Our row's id travels in the callback address, so that a receipt finds its row.</summary>
public sealed class TwilioSms(TwilioApi api, TwilioList list, TwilioSettings settings, ServiceBook services, IClock clock) : ICarrier
{
    private const string Resource = "Messages";
    private const string WhatsApp = "whatsapp:";
    private const int LongestValidity = 36_000;

    /// <inheritdoc/>
    public bool Carries(Channel channel) => channel == Channel.Sms;

    /// <inheritdoc/>
    public Task<Delivery> Carry(OutboundMessage message, CancellationToken cancel) => api.Create(
        Resource,
        [
            new("To", message.To),
            Sender(message),
            new("Body", message.Words),
            new("StatusCallback", $"{settings.PublicUrl}/sms/status?m={message.Id.ToString(CultureInfo.InvariantCulture)}"),
            new("ValidityPeriod", Validity(message).ToString(CultureInfo.InvariantCulture)),
        ],
        cancel);

    /// <inheritdoc/>
    public Task<Delivery?> Ask(OutboundMessage message, IReadOnlySet<string> known, CancellationToken cancel) =>
        list.Find(Resource, message, known, item => IsOurs(item, message.Words), cancel);

    private static bool IsOurs(JsonElement item, string words) =>
        TwilioApi.Text(item, "direction") is not "inbound" && TwilioApi.Text(item, "body")?.Trim() == words.Trim();

    // Twilio drops what it could not hand over in this time, as the row itself would.
    private int Validity(OutboundMessage message) =>
        (int)Math.Clamp((message.ExpiresAt - clock.GetCurrentInstant()).TotalSeconds, 1, LongestValidity);

    // With several services a text has to come from the number of its own, or the reply would reach another.
    private KeyValuePair<string, string> Sender(OutboundMessage message)
    {
        var own = services.All.Count() > 1 ? services.Of(message.ServiceId).Number : settings.From;
        if (own.Length == 0 || (settings.MessagingServiceSid.Length > 0 && own == settings.From))
        {
            return new("MessagingServiceSid", settings.MessagingServiceSid);
        }

        return new("From", message.To.StartsWith(WhatsApp, StringComparison.Ordinal) ? WhatsApp + own : own);
    }
}
