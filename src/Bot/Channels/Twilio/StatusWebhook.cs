using System.Globalization;
using Companion.Workflows.Safety;
using Companion.Workflows.Sending;

namespace Companion.Bot.Channels.Twilio;

/// <summary>
/// <c>POST /sms/status?m=ROW</c>: how far a text or call of ours is. Receipts come late, twice and out of order, so a row moves one
/// way only. A receipt for what we never sent gets 200 all the same: asking Twilio to try again would not make it ours.
/// </summary>
public sealed partial class StatusWebhook(TwilioGuard guard, SettleDelivery settle, RaiseAlert alerts, ILogger<StatusWebhook> log)
{
    /// <summary>Takes one call.</summary>
    public async Task Handle(HttpContext http)
    {
        if (await guard.Admit(http) is not { } form)
        {
            return;
        }

        if ((form["MessageSid"] ?? form["SmsSid"] ?? form["CallSid"]) is not { } sid || !InboundText.IsIdentifier(sid))
        {
            await Answer.Sentence(http, StatusCodes.Status400BadRequest, "MessageSid is missing or is not a sid.");
            return;
        }

        var code = int.TryParse(form["ErrorCode"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        if (TwilioStatus.Read(sid, form["MessageStatus"] ?? form["SmsStatus"] ?? form["CallStatus"], code) is not { } delivery)
        {
            LogUnknownStatus(sid, code);
        }
        else if (Row(http.Request) is not { } row || await settle.Receipt(row, delivery, http.RequestAborted) is null)
        {
            await alerts.Handle(
                "UnknownReceipt", $"A receipt came for {sid}, which is no text or call of ours.", http.RequestAborted);
        }

        await Answer.Empty(http);
    }

    /// <summary>Our row's id in the address Twilio was given.</summary>
    internal static long? Row(HttpRequest request) =>
        request.Query["m"] is [{ } id] && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Twilio sent a status we do not know for {Sid}, error code {Code}")]
    private partial void LogUnknownStatus(string sid, int? code);
}
