using Companion.Bot.LinkWorkers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Companion.Bot.Pages.Console;

/// <summary>Referrals that stopped half-way.</summary>
public sealed class UnfinishedModel(ReferralList list) : PageModel
{
    /// <summary>The conversations.</summary>
    public Paged<UnfinishedRow> Talks { get; private set; } = new([], 1, HasMore: false);

    /// <summary>Shows one page.</summary>
    public async Task OnGet([FromQuery] int page = 1) => Talks = await list.Unfinished(page, HttpContext.RequestAborted);
}
