using Companion.Bot.Dev;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Companion.Bot.Pages.Dev;

/// <summary>Where the simulator starts.</summary>
public sealed class IndexModel(PhoneScreen screens) : PageModel
{
    private const int MostKnown = 12;

    /// <summary>Numbers that texted, the latest first.</summary>
    public IReadOnlyList<string> Known { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task OnGet() => Known = await screens.Known(MostKnown, HttpContext.RequestAborted);
}
