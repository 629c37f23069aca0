using System.Security.Cryptography;
using System.Text.Json;
using Companion.Bot.Channels;
using Companion.Bot.Sending;
using Companion.Workflows.Appointments;
using Companion.Workflows.Settings;

namespace Companion.Bot.Appointments;

/// <summary><c>POST /appointments</c>: a case system books, moves and calls off. Fails closed; docs/appointments.md has its rules.</summary>
public sealed partial class AppointmentEndpoint(
    ServiceBook services, TakeAppointment take, AnswerOnce once, SenderBell bell, ILogger<AppointmentEndpoint> log)
{
    /// <summary>The largest body, in bytes.</summary>
    public const int LargestBody = 64 * 1024;

    private const int LongestKey = 100;

    /// <summary>Answers a call.</summary>
    public async Task Handle(HttpContext http)
    {
        try
        {
            await Answer(http);
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for an answer any more.
        }
        catch (BadHttpRequestException trouble)
        {
            await Problem(http, trouble.StatusCode, "", "The request could not be read.");
        }
        catch (Exception trouble) when (!http.Response.HasStarted)
        {
            LogFailed(Trouble.Of(trouble));
            await Problem(http, StatusCodes.Status503ServiceUnavailable, "", "It could not be stored just now. Please send it again.");
        }
    }

    private async Task Answer(HttpContext http)
    {
        if (!ServiceKeys.Any(services))
        {
            await Problem(http, StatusCodes.Status403Forbidden, "", "No service has a key, so nothing is let in here.");
            return;
        }

        if (ServiceKeys.Of(services, http.Request.Headers.Authorization) is not { } service)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            await Problem(http, StatusCodes.Status401Unauthorized, "", "The bearer key is missing or is no service's.");
            return;
        }

        if (http.Request.Headers["Idempotency-Key"] is not [{ Length: > 0 and <= LongestKey } key] || key.Any(letter => letter is < '!' or > '~'))
        {
            await Problem(http, StatusCodes.Status400BadRequest, "Idempotency-Key", $"Name each call with a header of 1 to {LongestKey} letters, and send it again under the same name.");
            return;
        }

        if (!http.Request.HasJsonContentType())
        {
            await Problem(http, StatusCodes.Status415UnsupportedMediaType, "Content-Type", "Send application/json.");
            return;
        }

        if (await Body(http) is not { } body)
        {
            await Problem(http, StatusCodes.Status413PayloadTooLarge, "", $"The body is larger than {LargestBody / 1024} kB.");
            return;
        }

        await Once(http, service, key, body);
    }

    private async Task Once(HttpContext http, ServiceSettings service, string key, byte[] body)
    {
        var claim = await once.Claim(service.Key, key, Convert.ToHexString(SHA256.HashData(body)), http.RequestAborted);
        if (claim.Before is { } before)
        {
            http.Response.Headers["Idempotent-Replayed"] = "true";
            await Json(http, before.Status, before.Answer);
        }
        else if (claim.IsOther)
        {
            await Problem(http, StatusCodes.Status422UnprocessableEntity, "Idempotency-Key", "Another call was sent under this name.");
        }
        else if (claim.IsBusy)
        {
            await Problem(http, StatusCodes.Status409Conflict, "Idempotency-Key", "The same call is being carried out. Send it again in a moment.");
        }
        else
        {
            await Take(http, service, key, body);
        }
    }

    // Once it began it is carried out, whoever hangs up.
    private async Task Take(HttpContext http, ServiceSettings service, string key, byte[] body)
    {
        var (asked, field, reason) = AppointmentBody.Read(body, service.Key);
        var outcome = asked is null
            ? new AppointmentOutcome(AppointmentChange.Refused, null, field, reason)
            : await take.Handle(asked, CancellationToken.None);
        var status = outcome.Change switch
        {
            AppointmentChange.Booked => StatusCodes.Status201Created,
            AppointmentChange.NotFound => StatusCodes.Status404NotFound,
            AppointmentChange.Conflict => StatusCodes.Status409Conflict,
            AppointmentChange.Refused => field.Length == 0 && asked is null ? StatusCodes.Status400BadRequest : StatusCodes.Status422UnprocessableEntity,
            _ => StatusCodes.Status200OK,
        };
        var answer = JsonSerializer.Serialize(new { externalId = asked?.ExternalId, result = outcome.Change.ToString().ToLowerInvariant() });
        await once.Answered(service.Key, key, status, answer, outcome.IsDone);
        if (!outcome.IsDone)
        {
            await Problem(http, status, outcome.Field, outcome.Reason);
            return;
        }

        bell.Ring();
        await Json(http, status, answer);
    }

    private static async Task<byte[]?> Body(HttpContext http)
    {
        if (http.Request.ContentLength > LargestBody)
        {
            return null;
        }

        var buffer = new byte[LargestBody + 1];
        var read = await http.Request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, http.RequestAborted);
        return read > LargestBody ? null : buffer[..read];
    }

    private static Task Json(HttpContext http, int status, string json)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.WriteAsync(json);
    }

    // RFC 9457, with the field that is wrong.
    private static Task Problem(HttpContext http, int status, string field, string detail)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/problem+json; charset=utf-8";
        return http.Response.WriteAsync(JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["type"] = "about:blank",
            ["status"] = status,
            ["title"] = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status),
            ["detail"] = detail,
            ["field"] = field.Length == 0 ? null : field,
        }));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A call of /appointments could not be carried out: {Trouble}")]
    private partial void LogFailed(string trouble);
}
