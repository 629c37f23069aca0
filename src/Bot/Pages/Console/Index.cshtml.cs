using Companion.Bot.LinkWorkers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Companion.Bot.Pages.Console;

/// <summary>Who waits for a person.</summary>
public sealed class IndexModel(HandOffList list) : PageModel
{
    /// <summary>True for those that are cleared.</summary>
    [BindProperty(SupportsGet = true, Name = "cleared")]
    public bool ShowsCleared { get; set; }

    /// <summary>The hand-offs.</summary>
    public Paged<HandOffRow> HandOffs { get; private set; } = new([], 1, HasMore: false);

    /// <summary>Shows one page.</summary>
    public async Task OnGet([FromQuery] int page = 1) => HandOffs = ShowsCleared
        ? await list.Cleared(page, HttpContext.RequestAborted)
        : await list.Open(page, HttpContext.RequestAborted);
}
