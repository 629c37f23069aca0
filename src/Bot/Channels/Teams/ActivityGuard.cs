using System.Buffers;
using System.Text;
using System.Text.Json;
using Companion.Bot.Dev;

namespace Companion.Bot.Channels.Teams;

/// <summary>An activity that was let in, as read and as received.</summary>
public sealed record Admitted(TeamsActivity Activity, string Body);

/// <summary>
/// Lets an activity in only when a token proves that Azure Bot Service sent it. Fails closed. Without an app, and only in Development, this
/// machine may send activities itself.
/// </summary>
public sealed partial class ActivityGuard(
    TeamsSettings settings, TokenCheck tokens, ConnectorHosts hosts, TeamsMeter meter, IHostEnvironment environment, ILogger<ActivityGuard> log)
{
    /// <summary>The largest body that is read, in bytes.</summary>
    public const int LargestBody = 256 * 1024;

    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web);

    /// <summary>The activity; null when it was refused and has its answer.</summary>
    public async Task<Admitted?> Admit(HttpContext http)
    {
        GenuineToken? token = null;
        if (settings.IsUsed)
        {
            if ((token = await tokens.Check(http.Request.Headers.Authorization, http.RequestAborted)) is null)
            {
                http.Response.Headers.WWWAuthenticate = "Bearer";
                return Refuse(http, StatusCodes.Status401Unauthorized, "token");
            }
        }
        else if (!environment.IsDevelopment() || !DevGate.IsFromHere(http))
        {
            return Refuse(http, StatusCodes.Status403Forbidden, "closed");
        }

        if (await Read(http) is not { } body)
        {
            return Refuse(http, StatusCodes.Status413PayloadTooLarge, "too large");
        }

        if (Parse(body) is not { } activity)
        {
            return Refuse(http, StatusCodes.Status400BadRequest, "unreadable");
        }

        return WhyNot(activity, token) is { } reason ? Refuse(http, StatusCodes.Status403Forbidden, reason) : new Admitted(activity, Encoding.UTF8.GetString(body));
    }

    private string? WhyNot(TeamsActivity activity, GenuineToken? token)
    {
        if (!hosts.Allows(activity.ServiceUrl))
        {
            return "host";
        }

        if (token is null)
        {
            return null;
        }

        return !IsSameHost(token.ServiceUrl, activity.ServiceUrl!) ? "serviceUrl"
            : !token.Endorsed.Contains(activity.ChannelId ?? "") ? "endorsements"
            : null;
    }

    private static bool IsSameHost(string? claimed, string serviceUrl) =>
        Uri.TryCreate(claimed, UriKind.Absolute, out var one)
        && Uri.TryCreate(serviceUrl, UriKind.Absolute, out var other)
        && one.Host.Equals(other.Host, StringComparison.OrdinalIgnoreCase);

    private static async Task<byte[]?> Read(HttpContext http)
    {
        if (http.Request.ContentLength > LargestBody)
        {
            return null;
        }

        var reader = http.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(http.RequestAborted);
            if (read.IsCompleted || read.Buffer.Length > LargestBody)
            {
                var body = read.Buffer.Length > LargestBody ? null : read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static TeamsActivity? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<TeamsActivity>(body, Reading) is { Type.Length: > 0, Conversation.Id.Length: > 0 } activity ? activity : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Admitted? Refuse(HttpContext http, int status, string reason)
    {
        meter.Refused(reason);
        LogRefused(reason);
        http.Response.StatusCode = status;
        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An activity was refused at /api/messages: {Reason}")]
    private partial void LogRefused(string reason);
}
