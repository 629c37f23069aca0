namespace Companion.Bot.Channels.Twilio;

/// <summary>Where Twilio calls.</summary>
public static partial class TwilioEndpoints
{
    /// <summary>Maps <c>/sms/inbound</c>, <c>/sms/status</c> and <c>/voice/accept</c>.</summary>
    public static IEndpointRouteBuilder MapTwilio(this IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("Companion.Bot.Channels.Twilio.Webhooks");

        // Made when they are first called: the inbound one needs the listener, which is still being read.
        Map("/sms/inbound", http => services.GetRequiredService<InboundWebhook>().Handle(http));
        Map("/sms/status", http => services.GetRequiredService<StatusWebhook>().Handle(http));
        Map("/voice/accept", http => services.GetRequiredService<VoiceWebhook>().Handle(http));
        return endpoints;

        void Map(string path, RequestDelegate handle) => endpoints.MapPost(path, http => OrTryAgain(http, handle, log));
    }

    // The outer ring of a webhook: whatever failed, nothing was answered yet and nothing is half done, so Twilio may try again.
    private static async Task OrTryAgain(HttpContext http, RequestDelegate handle, ILogger log)
    {
        try
        {
            await handle(http);
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for an answer any more.
        }
        catch (BadHttpRequestException trouble)
        {
            await Answer.Sentence(http, trouble.StatusCode, "The request could not be read.");
        }
        catch (Exception trouble) when (!http.Response.HasStarted)
        {
            LogFailed(log, http.Request.Path.Value!, Trouble.Of(trouble));
            await Answer.Sentence(http, StatusCodes.Status503ServiceUnavailable, "It could not be stored just now. Please try again.");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A call of {Path} could not be carried out: {Trouble}")]
    private static partial void LogFailed(ILogger log, string path, string trouble);
}
