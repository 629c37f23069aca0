using Companion.Bot.LinkWorkers;
using Companion.Bot.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Companion.Bot.Pages.Console;

/// <summary>A page on which staff write down one thing about a referral.</summary>
public abstract class AboutReferral(ReferralView view, SignedIn me, PageWords words) : PageModel
{
    /// <summary>The referral.</summary>
    public long Id { get; private set; }

    /// <summary>Its reference.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>What is wrong with the form, if anything.</summary>
    public FormProblem? Problem { get; protected set; }

    /// <summary>The words of the pages.</summary>
    protected PageWords Words => words;

    /// <summary>Finds the referral; false when there is none.</summary>
    protected async Task<bool> Find(long id)
    {
        if (await view.Read(me.ServiceId, id, 1, HttpContext.RequestAborted) is not { } found)
        {
            return false;
        }

        (Id, Reference) = (id, found.Case.Reference);
        return true;
    }

    /// <summary>Back to the referral when it is written down, else the form again with what is wrong.</summary>
    protected IActionResult Written(string part)
    {
        if (Problem is null)
        {
            return RedirectToPage("Referral", null, new { Id }, part);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>Who writes it down, as the record keeps it.</summary>
    protected string By => me.Name;
}
