using System.Globalization;
using System.Security.Claims;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Workers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Bot.SignIn;

/// <summary>
/// The cookie of a signed-in worker. It says who they are, with which account and since when: what they may do is read anew at every request,
/// so that whoever left the service, or whose account is no longer the worker's, is out at once.
/// </summary>
public static class StaffCookie
{
    /// <summary>The authentication scheme.</summary>
    public const string Scheme = "staff";

    /// <summary>The cookie's name.</summary>
    public const string Name = "companion-staff";

    /// <summary>Where people sign in.</summary>
    public const string SignInPath = "/console/sign-in";

    /// <summary>How long after signing in it is over, however busy they were: a working day with its overtime.</summary>
    public static readonly Duration Longest = Duration.FromHours(10);

    private const string Account = "account";
    private const string Since = "since";
    private static readonly TimeSpan Unused = TimeSpan.FromHours(8);

    /// <summary>The worker as a cookie keeps them.</summary>
    /// <param name="worker">The worker, with the account they signed in with.</param>
    /// <param name="signedInAt">When they did; changing service or using the console does not make it later.</param>
    public static ClaimsPrincipal Of(Worker worker, Instant signedInAt) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, worker.Id.ToString(CultureInfo.InvariantCulture)), // forms belong to their worker by this
            new Claim(ClaimTypes.Role, worker.Role.ToString()),
            new Claim(Account, worker.EntraId ?? ""), // in Development there is none
            new Claim(Since, signedInAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        ],
        Scheme));

    /// <summary>When somebody signed in; before all time when their cookie does not say.</summary>
    public static Instant SignedInAt(ClaimsPrincipal? somebody) =>
        long.TryParse(somebody?.FindFirstValue(Since), CultureInfo.InvariantCulture, out var seconds) ? Instant.FromUnixTimeSeconds(seconds) : Instant.MinValue;

    internal static void Configure(CookieAuthenticationOptions options, bool inDevelopment)
    {
        options.Cookie.Name = Name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = inDevelopment ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        options.Cookie.IsEssential = true;
        options.ExpireTimeSpan = Unused;
        options.SlidingExpiration = true;
        options.LoginPath = SignInPath;
        options.ReturnUrlParameter = "back";
        options.Events.OnValidatePrincipal = Know;
        options.Events.OnRedirectToLogin = Ask;
        options.Events.OnRedirectToAccessDenied = Deny;
    }

    private static async Task Know(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var id = long.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var read) ? read : 0;
        await using var db = services.GetRequiredService<IStore>().Read();
        var worker = await db.Workers.SingleOrDefaultAsync(one => one.Id == id && one.LeftAt == null, context.HttpContext.RequestAborted);
        var since = SignedInAt(context.Principal);
        if (worker is null
            || context.Principal?.FindFirstValue(Account) != (worker.EntraId ?? "")
            || services.GetRequiredService<IClock>().GetCurrentInstant() - Longest >= since
            || services.GetRequiredService<ServiceBook>().Find(worker.ServiceId) is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
            return;
        }

        context.HttpContext.Features.Set(worker);
        context.ReplacePrincipal(Of(worker, since));
    }

    // A stream or a look in the background cannot show a page to sign in on.
    private static Task Ask(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.Path.Value!.EndsWith("/events", StringComparison.OrdinalIgnoreCase) || context.Request.Headers.ContainsKey("X-Live"))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        var back = HttpMethods.IsGet(context.Request.Method) ? context.Request.PathBase + context.Request.Path + context.Request.QueryString : null;
        context.Response.Redirect(SignInPath + (back is null ? "" : QueryString.Create("back", back)));
        return Task.CompletedTask;
    }

    private static Task Deny(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
