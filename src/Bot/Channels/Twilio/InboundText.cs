using System.Globalization;
using Companion.Dialogs.Understanding;
using Companion.Workflows.People;
using Companion.Workflows.Receiving;
using Companion.Workflows.Settings;

namespace Companion.Bot.Channels.Twilio;

/// <summary>A text as Twilio's webhook gives it.</summary>
/// <param name="Sid">MessageSid: the same sid is the same text, however often it comes.</param>
/// <param name="From">Who wrote.</param>
/// <param name="To">The number or channel address written to.</param>
/// <param name="Words">What was written; empty for a picture alone.</param>
/// <param name="Media">Pictures and files that came along.</param>
/// <param name="OptOut">STOP, START or HELP when Twilio acted on such a word by itself.</param>
internal sealed record InboundText(string Sid, SenderAddress From, SenderAddress To, string Words, int Media, string? OptOut)
{
    private const int LongestAddress = 100;

    /// <summary>Reads the fields; false with a sentence that says which is missing or cannot be one.</summary>
    public static bool TryRead(FormFields form, out InboundText? text, out string problem)
    {
        text = null;
        if ((form["MessageSid"] ?? form["SmsSid"]) is not { } sid || !IsIdentifier(sid))
        {
            problem = "MessageSid is missing or is not a sid.";
            return false;
        }

        if (!IsAddress(form["From"], out var from))
        {
            problem = "From is missing or is not an address.";
            return false;
        }

        if (!IsAddress(form["To"], out var to))
        {
            problem = "To is missing or is not an address.";
            return false;
        }

        _ = int.TryParse(form["NumMedia"], NumberStyles.None, CultureInfo.InvariantCulture, out var media);
        text = new InboundText(sid, from, to, form["Body"] ?? "", media, OptOutOf(form["OptOutType"]));
        problem = "";
        return true;
    }

    /// <summary>The text as a workflow receives it.</summary>
    public Incoming For(ServiceSettings service) => new(service.Key, Channel.Sms, Sid, From.Value, Words)
    {
        Attachments = Media,
        ProviderOptOut = OptOut,
        CannotBeAnswered = !From.CanReceiveReply,
    };

    /// <summary>The service a text is for: by its number, in whatever channel it was written to.</summary>
    public ServiceSettings? ServiceIn(ServiceBook book) => book.ByNumber(To.Phone?.E164 ?? To.Value);

    internal static bool IsIdentifier(string text) => text.Length is > 0 and <= 64 && text.All(char.IsAsciiLetterOrDigit);

    private static bool IsAddress(string? text, out SenderAddress address) =>
        SenderAddress.TryParse(text, out address) && address.Value.Length <= LongestAddress && !address.Value.Any(char.IsControl);

    private static string? OptOutOf(string? type) => type?.ToUpperInvariant() is "STOP" or "START" or "HELP" ? type.ToUpperInvariant() : null;
}
