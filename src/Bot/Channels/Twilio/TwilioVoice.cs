using System.Globalization;
using System.Xml.Linq;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;

namespace Companion.Bot.Channels.Twilio;

/// <summary>Calls to people on call by Twilio's Calls resource: the words are read out twice, and pressing 1 accepts.</summary>
public sealed class TwilioVoice(TwilioApi api, TwilioList list, TwilioSettings settings, ServiceBook services) : ICarrier
{
    private const string Resource = "Calls";

    /// <inheritdoc/>
    public bool Carries(Channel channel) => channel == Channel.Voice;

    /// <inheritdoc/>
    public Task<Delivery> Carry(OutboundMessage message, CancellationToken cancel) => api.Create(
        Resource,
        [
            new("To", message.To),
            new("From", settings.From.Length > 0 ? settings.From : services.Of(message.ServiceId).Number),
            new("Twiml", ReadOut(message)),
            new("StatusCallback", Address("sms/status", message)),
        ],
        cancel);

    /// <inheritdoc/>
    public Task<Delivery?> Ask(OutboundMessage message, IReadOnlySet<string> known, CancellationToken cancel) =>
        list.Find(Resource, message, known, item => TwilioApi.Text(item, "direction") is not "inbound", cancel);

    /// <summary>Instructions that say one thing.</summary>
    internal static string Saying(string words) => new XElement("Response", Say(words)).ToString(SaveOptions.DisableFormatting);

    private static XElement Say(string words) =>
        new("Say", new XAttribute("voice", "Polly.Amy"), new XAttribute("language", "en-GB"), words);

    private string ReadOut(OutboundMessage message) => new XElement(
        "Response",
        new XElement(
            "Gather",
            new XAttribute("numDigits", "1"),
            new XAttribute("action", Address("voice/accept", message)),
            Say(message.Words),
            Say(message.Words))).ToString(SaveOptions.DisableFormatting);

    private string Address(string path, OutboundMessage message) =>
        $"{settings.PublicUrl}/{path}?m={message.Id.ToString(CultureInfo.InvariantCulture)}";
}
