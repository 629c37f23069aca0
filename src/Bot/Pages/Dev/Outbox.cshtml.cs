using Companion.Bot.Dev;
using Companion.Bot.LinkWorkers;
using Companion.Workflows.Sending;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Companion.Bot.Pages.Dev;

/// <summary>Everything that was to be sent.</summary>
public sealed class OutboxModel(OutboxList outbox) : PageModel
{
    /// <summary>The status shown; null for all.</summary>
    [BindProperty(SupportsGet = true, Name = "status")]
    public SendStatus? Status { get; set; }

    /// <summary>The rows.</summary>
    public Paged<OutboxRow> Rows { get; private set; } = new([], 1, HasMore: false);

    /// <summary>Shows one page.</summary>
    public async Task OnGet([FromQuery] int page = 1) => Rows = await outbox.Read(Status, page, HttpContext.RequestAborted);
}
