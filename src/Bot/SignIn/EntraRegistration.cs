using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace Companion.Bot.SignIn;

/// <summary>Microsoft Entra ID as a way to sign in.</summary>
public static partial class EntraRegistration
{
    /// <summary>Where the browser comes back to; the address to register with Entra.</summary>
    public const string Callback = StaffCookie.SignInPath + "/entra";

    /// <summary>Adds it.</summary>
    public static void AddEntra(this AuthenticationBuilder accounts, SignInSettings settings, bool inDevelopment)
    {
        accounts.Services.AddHttpClient(EntraHandler.Name, client => client.Timeout = TimeSpan.FromSeconds(10));
        accounts.Services.AddSingleton<IdentityTokens>();
        accounts.AddOAuth<OAuthOptions, EntraHandler>(EntraHandler.Name, options =>
        {
            options.SignInScheme = StaffCookie.Scheme;
            options.ClientId = settings.ClientId;
            options.ClientSecret = settings.ClientSecret;
            options.AuthorizationEndpoint = settings.Tenant + "/oauth2/v2.0/authorize";
            options.TokenEndpoint = settings.Tenant + "/oauth2/v2.0/token";
            options.CallbackPath = Callback;
            options.UsePkce = true;
            options.SaveTokens = false;
            foreach (var scope in new[] { "openid", "profile", "email" })
            {
                options.Scope.Add(scope);
            }

            options.CorrelationCookie.Name = "companion-entra-";
            options.CorrelationCookie.SameSite = SameSiteMode.Lax; // the way back is a page that the browser opens
            options.CorrelationCookie.SecurePolicy = inDevelopment ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            options.Events.OnRemoteFailure = SayWhy;
        });
    }

    // Never with what came in: a page with a sentence of ours.
    private static Task SayWhy(RemoteFailureContext context)
    {
        var isUnknown = context.Failure is UnknownAccountException or { InnerException: UnknownAccountException };
        LogFailed(context.HttpContext.RequestServices.GetRequiredService<ILogger<EntraHandler>>(), isUnknown ? "unknown account" : context.Failure?.GetType().Name ?? "no reason");
        context.Response.Redirect($"{StaffCookie.SignInPath}?problem={(isUnknown ? "unknown" : "failed")}");
        context.HandleResponse();
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in failed: {Kind}.")]
    private static partial void LogFailed(ILogger log, string kind);
}
