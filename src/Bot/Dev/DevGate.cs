using System.Net;

namespace Companion.Bot.Dev;

/// <summary>
/// The door of <c>/dev</c>: only in Development, only for this machine. A loopback address alone does not say so, because a proxy on
/// this machine has one too: the Host must be our own, and nothing may have been forwarded. Everybody else finds nothing there.
/// </summary>
public static class DevGate
{
    /// <summary>What the gate stands before.</summary>
    public static readonly PathString Path = "/dev";

    private static readonly string[] OurNames = ["localhost", "127.0.0.1", "[::1]"];
    private static readonly string[] OfProxies = ["Forwarded", "Via", "X-Real-IP"];
    private static readonly string[] OfProxiesBegin = ["X-Forwarded-", "X-Original-"];

    /// <summary>Answers 404 to every request below <see cref="Path"/> that is not from this machine, and to all outside Development.</summary>
    public static void UseDevGate(this WebApplication app)
    {
        var inDevelopment = app.Environment.IsDevelopment();
        app.Use((http, next) =>
        {
            if (!http.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase) || (inDevelopment && IsFromHere(http)))
            {
                return next(http);
            }

            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }

    /// <summary>True when the request was made on this machine, to this machine, by nobody in between.</summary>
    public static bool IsFromHere(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && IsOurHost(http)
        && !http.Request.Headers.Keys.Any(IsOfProxy);

    private static bool IsOurHost(HttpContext http)
    {
        var host = http.Request.Host;
        var port = host.Port ?? (http.Request.IsHttps ? 443 : 80);
        return OurNames.Contains(host.Host, StringComparer.OrdinalIgnoreCase) && port == http.Connection.LocalPort;
    }

    private static bool IsOfProxy(string header) =>
        OfProxies.Contains(header, StringComparer.OrdinalIgnoreCase)
        || Array.Exists(OfProxiesBegin, begin => header.StartsWith(begin, StringComparison.OrdinalIgnoreCase));
}
