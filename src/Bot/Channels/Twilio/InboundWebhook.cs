using System.Diagnostics;
using Companion.Bot.Sending;
using Companion.Workflows.Receiving;
using Companion.Workflows.Safety;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;

namespace Companion.Bot.Channels.Twilio;

/// <summary>
/// <c>POST /sms/inbound</c>: a text somebody sent us. Answered only when it is durable; anything else than 200 makes Twilio try
/// again or go to the fallback address.
/// </summary>
public sealed class InboundWebhook(TwilioGuard guard, ReceiveMessage receive, ServiceBook services, RaiseAlert alerts, SenderBell bell)
{
    /// <summary>Takes one call.</summary>
    public async Task Handle(HttpContext http)
    {
        if (await guard.Admit(http) is not { } form)
        {
            return;
        }

        // The same on each of Twilio's retries of one call; the message's own sid is what tells a repeat.
        Activity.Current?.SetTag("twilio.idempotency_token", http.Request.Headers["I-Twilio-Idempotency-Token"].ToString());
        if (!InboundText.TryRead(form, out var text, out var problem))
        {
            await alerts.Handle("UnreadableWebhook", $"A signed call of /sms/inbound could not be read: {problem}", CancellationToken.None);
            await Answer.Sentence(http, StatusCodes.Status400BadRequest, problem);
            return;
        }

        if (text!.ServiceIn(services) is { } service)
        {
            await Receive(text, service, http.RequestAborted);
        }
        else
        {
            // Not lost, and not guessed: the words may be for any of the services, so people have to look.
            await Keep(
                "UnknownNumber",
                $"Text {text.Sid} came to a number of no service. Set Services:KEY:Number to the number, or take it out of Twilio.",
                text);
        }

        await Answer.Empty(http);
    }

    private async Task Receive(InboundText text, ServiceSettings service, CancellationToken cancel)
    {
        try
        {
            await receive.Handle(text.For(service), cancel);
            bell.Ring();
        }
        catch (Exception trouble) when (Mistake.IsOurs(trouble))
        {
            // A mistake of ours, not a store that is down: Twilio tries again, but if it stays in vain a person has to see the words.
            await Keep("TurnFailed", $"Text {text.Sid} could not be answered ({trouble.GetType().Name}). Read it and phone.", text);
            throw;
        }
    }

    private Task Keep(string kind, string detail, InboundText text) => alerts.Handle(
        kind, detail, CancellationToken.None, text.Words.Replace("\0", "", StringComparison.Ordinal), text.From.Value);
}
