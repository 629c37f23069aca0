using Companion.Bot.Assets;
using Companion.Bot.Chat;
using Companion.Bot.Hosting;
using Companion.Bot.LinkWorkers;
using Companion.Bot.SignIn;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace Companion.Bot.Pages;

/// <summary>The pages people open: start, chat, links, and the layout that every page shares.</summary>
public static class PagesRegistration
{
    /// <summary>Adds what pages need.</summary>
    public static void AddPages(this IServiceCollection services)
    {
        services.AddSingleton<PageAssets>().AddSingleton<PageWords>().AddScoped<ChatDoor>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, SharedKeys>();
        services.Configure<DataProtectionOptions>(options => options.ApplicationDiscriminator = "companion"); // not the folder it lies in
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "companion-forms";
            options.SuppressXFrameOptionsHeader = true; // SecurityHeaders says it for every page
        });
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.AddRazorPages(options =>
        {
            options.Conventions.AuthorizeFolder("/Console", StaffPolicies.Console);
            options.Conventions.AuthorizeFolder("/Console/Team", StaffPolicies.Team);
            options.Conventions.AddPageRoute("/Console/Team/Worker", "/console/team/new");
            options.Conventions.AuthorizePage("/ChooseService", StaffPolicies.Anybody);
            options.Conventions.AuthorizeFolder("/Outcomes", StaffPolicies.Outcomes);
        });
    }

    /// <summary>Maps pages and assets.</summary>
    public static void MapPages(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            StatusCodeSelector = trouble => trouble is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UsePagesForBrowsersOnly();
        app.UseSignIn();
        app.UseLongForms();
        app.MapAssets();
        app.MapChat();
        app.MapSignIn();
        app.MapStaffEvents();
        app.MapSharingDownloads();
        app.MapRazorPages();
    }

    // A provider or a probe gets the bare status it understands.
    private static void UsePagesForBrowsersOnly(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        }

        return next(context);
    });
}
