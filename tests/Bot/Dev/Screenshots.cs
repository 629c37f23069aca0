using Microsoft.Playwright;

namespace Companion.Bot.Tests.Dev;

/// <summary>Pictures of pages to look at, when COMPANION_SCREENSHOTS names a folder.</summary>
internal static class Screenshots
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("COMPANION_SCREENSHOTS");

    /// <summary>Takes one of the whole page, or of as much as a window of that height shows.</summary>
    public static async Task Take(IPage page, string of, string path, int width, int? height = null)
    {
        if (Folder is null)
        {
            return;
        }

        if (height is { } tall)
        {
            await page.SetViewportSizeAsync(width, tall);
        }

        var name = string.Concat(path.Select(letter => char.IsLetterOrDigit(letter) ? letter : '-'));
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{of}{name}-{width}.png"), FullPage = height is null });
    }
}
