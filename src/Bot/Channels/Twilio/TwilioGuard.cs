using System.Buffers;
using System.IO.Pipelines;

namespace Companion.Bot.Channels.Twilio;

/// <summary>
/// Lets a webhook call in only when Twilio signed it. Fails closed: without a token nothing enters. What is refused is counted and
/// leaves no trace of its words.
/// </summary>
public sealed partial class TwilioGuard(TwilioSettings settings, TwilioMeter meter, ILogger<TwilioGuard> log)
{
    /// <summary>The largest body that is read, in bytes; Twilio's own stay under 8 kB.</summary>
    public const int LargestBody = 64 * 1024;

    private const string Header = "X-Twilio-Signature";

    private readonly TwilioSignature? signature =
        settings.AuthToken.Length > 0 && settings.PublicUrl.Length > 0 ? new TwilioSignature(settings.AuthToken, settings.PublicUrl) : null;

    /// <summary>The fields of a call that is genuine; null when it was refused and has its answer.</summary>
    public async ValueTask<FormFields?> Admit(HttpContext http)
    {
        if (signature is null)
        {
            return await Refuse(http, StatusCodes.Status403Forbidden, "closed", "Twilio:AuthToken and Twilio:PublicUrl are not set, so nothing is let in here.");
        }

        if (http.Request.ContentLength > LargestBody)
        {
            return await TooLarge(http);
        }

        var reader = http.Request.BodyReader;
        var read = await ReadAll(reader, http.RequestAborted);
        if (read.Buffer.Length > LargestBody)
        {
            reader.AdvanceTo(read.Buffer.End);
            return await TooLarge(http);
        }

        var (fields, why) = Check(http.Request, read.Buffer);
        reader.AdvanceTo(read.Buffer.End);
        return fields ?? await Refuse(
            http, StatusCodes.Status403Forbidden, why, "The call is not signed by our Twilio account for this address. See docs/twilio.md.");
    }

    private static async ValueTask<ReadResult> ReadAll(PipeReader reader, CancellationToken cancel)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancel);
            if (read.IsCompleted || read.Buffer.Length > LargestBody)
            {
                return read;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private (FormFields? Fields, string Why) Check(HttpRequest request, ReadOnlySequence<byte> body)
    {
        if (request.Headers[Header] is not [{ Length: > 0 } header])
        {
            return (null, "no signature");
        }

        var bytes = body.IsSingleSegment ? body.FirstSpan : body.ToArray();
        var called = request.Path.Value + request.QueryString.Value;
        if (request.QueryString.HasValue && request.Query["bodySHA256"] is [{ } hash])
        {
            return signature!.SignsBody(header, called, hash, bytes)
                ? (request.HasFormContentType ? FormFields.Parse(bytes) : FormFields.None, "")
                : (null, "wrong signature");
        }

        var fields = FormFields.Parse(bytes);
        return signature!.SignsForm(header, called, fields) ? (fields, "") : (null, "wrong signature");
    }

    private ValueTask<FormFields?> TooLarge(HttpContext http) => Refuse(
        http, StatusCodes.Status413PayloadTooLarge, "too large", $"The body is larger than {LargestBody / 1024} kB.");

    private async ValueTask<FormFields?> Refuse(HttpContext http, int status, string reason, string sentence)
    {
        var path = http.Request.Path.Value!.ToLowerInvariant(); // one of our own three routes
        meter.Refused(path, reason);
        LogRefused(path, reason);
        await Answer.Sentence(http, status, sentence);
        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A call of {Path} was refused: {Reason}")]
    private partial void LogRefused(string path, string reason);
}
