using Companion.Bot.Dev;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Companion.Bot.Pages.Dev;

/// <summary>The buttons of the clock.</summary>
public sealed class ClockModel(MoveClock clock) : PageModel
{
    private static readonly Dictionary<string, Duration> Steps = new()
    {
        ["2min"] = Duration.FromMinutes(2),
        ["5min"] = Duration.FromMinutes(5),
        ["15min"] = Duration.FromMinutes(15),
        ["1h"] = Duration.FromHours(1),
        ["1day"] = Duration.FromDays(1),
    };

    /// <summary>There is nothing to see.</summary>
    public IActionResult OnGet() => Redirect("/dev");

    /// <summary>Moves the clock, and goes back to where the button was.</summary>
    public async Task<IActionResult> OnPost(string? step, string? back)
    {
        // A move that was begun is finished, whether or not somebody waits for the page.
        if (step is "next")
        {
            await clock.ToNext(CancellationToken.None);
        }
        else if (step is not null && Steps.TryGetValue(step, out var by))
        {
            await clock.By(by, CancellationToken.None);
        }
        else
        {
            return BadRequest();
        }

        return Url.IsLocalUrl(back) ? Redirect(back) : Redirect("/dev");
    }
}
