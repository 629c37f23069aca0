using Companion.Bot.LinkWorkers;
using Companion.Bot.SignIn;
using Companion.Dialogs.Referrals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Companion.Bot.Pages.Console;

/// <summary>Referrals that stopped half-way.</summary>
public sealed class UnfinishedModel(ReferralList list, SignedIn me, PageWords words) : PageModel
{
    /// <summary>The conversations.</summary>
    public Paged<UnfinishedRow> Talks { get; private set; } = new([], 1, HasMore: false);

    /// <summary>The question one stopped at, and why it was closed.</summary>
    public string StoppedAt(UnfinishedRow row)
    {
        var state = Shown.Capital(words.Called<ReferralState>(row.State));
        return row.ClosedAt is null
            ? state
            : words.With("console.unfinished.closed", ("state", state), ("why", words.Called("closed", row.CloseReason ?? "")));
    }

    /// <summary>Shows one page.</summary>
    public async Task OnGet([FromQuery] int page = 1) => Talks = await list.Unfinished(me.ServiceId, page, HttpContext.RequestAborted);
}
