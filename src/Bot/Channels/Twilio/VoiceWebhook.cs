using Companion.Dialogs.Words;
using Companion.Workflows.HandOffs;

namespace Companion.Bot.Channels.Twilio;

/// <summary><c>POST /voice/accept?m=ROW</c>: a key pressed during a call to somebody on call. 1 accepts the hand-off.</summary>
public sealed class VoiceWebhook(TwilioGuard guard, AcceptCall accept, TextBook texts)
{
    private const string Language = "en"; // staff

    /// <summary>Takes one call.</summary>
    public async Task Handle(HttpContext http)
    {
        if (await guard.Admit(http) is not { } form)
        {
            return;
        }

        var accepted = form["Digits"] == "1" && StatusWebhook.Row(http.Request) is { } row && await accept.Handle(row, http.RequestAborted);
        await Answer.Twiml(http, TwilioVoice.Saying(texts.Raw(Language, accepted ? "oncall.accepted.call" : "oncall.notaccepted.call")));
    }
}
