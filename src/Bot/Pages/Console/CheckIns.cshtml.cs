using Companion.Bot.LinkWorkers;
using Companion.Bot.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Companion.Bot.Pages.Console;

/// <summary>Who has not answered, why, and how to ask instead.</summary>
public sealed class CheckInsModel(CheckInWorklist list, SignedIn me) : PageModel
{
    /// <summary>The check-ins.</summary>
    public Paged<UnansweredRow> CheckIns { get; private set; } = new([], 1, HasMore: false);

    /// <summary>Shows one page.</summary>
    public async Task OnGet([FromQuery] int page = 1) => CheckIns = await list.Read(me.ServiceId, page, HttpContext.RequestAborted);
}
