using Companion.Workflows.Workers;
using Microsoft.AspNetCore.Authentication;

namespace Companion.Bot.SignIn;

/// <summary>Signing in: the cookie, the policies, and where the accounts come from.</summary>
public static class SignInRegistration
{
    /// <summary>Adds it. Invented people to sign in as are there in Development and nowhere else.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection parts, SignInSettings settings, bool inDevelopment)
    {
        parts.AddSingleton(settings).AddSingleton(new FirstManagers(settings.FirstManagers)).AddHttpContextAccessor().AddSingleton<SignedIn>();
        var accounts = parts.AddAuthentication(StaffCookie.Scheme).AddCookie(StaffCookie.Scheme, options => StaffCookie.Configure(options, inDevelopment));
        if (settings.IsConfigured)
        {
            accounts.AddEntra(settings, inDevelopment);
        }

        if (inDevelopment)
        {
            parts.AddHostedService<InventedStaff>();
        }

        parts.AddAuthorizationBuilder().AddStaffPolicies();
        return parts;
    }

    /// <summary>Who asks is known from here on, and what their role may not open stays shut.</summary>
    public static void UseSignIn(this WebApplication app)
    {
        app.UseConsoleGate();
        app.UseAuthentication();
        app.UseAuthorization();
    }

    /// <summary>Maps the way to Microsoft's sign-in. A link, not a form: browsers hold a form's redirect against the page's own rules.</summary>
    public static void MapSignIn(this WebApplication app)
    {
        if (app.Services.GetRequiredService<SignInSettings>().IsConfigured)
        {
            app.MapGet(StaffCookie.SignInPath + "/microsoft", (string? back) => Results.Challenge(
                new AuthenticationProperties { RedirectUri = WayBack.Of(back) ?? WayBack.Console }, [EntraHandler.Name]));
        }
    }
}
