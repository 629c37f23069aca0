using Microsoft.Playwright;

namespace Companion.Bot.Tests.Dev;

/// <summary>Pictures of pages to look at, when COMPANION_SCREENSHOTS names a folder.</summary>
internal static class Screenshots
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("COMPANION_SCREENSHOTS");

    /// <summary>Takes one of the whole page.</summary>
    public static Task Take(IPage page, string of, string path, int width)
    {
        if (Folder is null)
        {
            return Task.CompletedTask;
        }

        var name = string.Concat(path.Select(letter => char.IsLetterOrDigit(letter) ? letter : '-'));
        return page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{of}{name}-{width}.png"), FullPage = true });
    }
}
