using Companion.Bot.Assets;

namespace Companion.Bot.Pages;

/// <summary>The pages people open: start, chat, links, and the layout that every page shares.</summary>
public static class PagesRegistration
{
    /// <summary>Adds what pages need.</summary>
    public static void AddPages(this IServiceCollection services)
    {
        services.AddSingleton<PageAssets>().AddSingleton<PageWords>();
        services.AddRazorPages();
    }

    /// <summary>Maps pages and assets.</summary>
    public static void MapPages(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.MapAssets();
        app.MapRazorPages();
    }
}
