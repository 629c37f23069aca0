using Companion.Bot.LinkWorkers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Companion.Bot.Pages.Console;

/// <summary>One referral.</summary>
public sealed class ReferralModel(ReferralView view, PageWords words) : PageModel
{
    /// <summary>The referral.</summary>
    public ReferralDetail Detail { get; private set; } = null!;

    /// <summary>Its fields by section.</summary>
    public IReadOnlyList<RecordSection> Sections { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGet(long id)
    {
        if (await view.Read(id, HttpContext.RequestAborted) is not { } found)
        {
            return NotFound();
        }

        (Detail, Sections) = (found, ReferralRecord.Of(words, found.Case));
        return Page();
    }
}
