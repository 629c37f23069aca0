using Companion.Bot.LinkWorkers;
using Companion.Bot.SignIn;
using Companion.Workflows.Safety;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Companion.Bot.Pages.Console;

/// <summary>What the people who run the service must see.</summary>
public sealed class AlertsModel(AlertList list, SignedIn me) : PageModel
{
    /// <summary>The alerts.</summary>
    public Paged<Alert> Alerts { get; private set; } = new([], 1, HasMore: false);

    /// <summary>Shows one page.</summary>
    public async Task OnGet([FromQuery] int page = 1) => Alerts = await list.Read(me.ServiceId, me.IsManager, page, HttpContext.RequestAborted);
}
