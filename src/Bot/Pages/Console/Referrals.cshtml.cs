using Companion.Bot.LinkWorkers;
using Companion.Bot.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Companion.Bot.Pages.Console;

/// <summary>Referrals that are finished.</summary>
public sealed class ReferralsModel(ReferralList list, SignedIn me) : PageModel
{
    /// <summary>The referrals.</summary>
    public Paged<ReferralRow> Referrals { get; private set; } = new([], 1, HasMore: false);

    /// <summary>Shows one page.</summary>
    public async Task OnGet([FromQuery] int page = 1) => Referrals = await list.Read(me.ServiceId, page, HttpContext.RequestAborted);
}
