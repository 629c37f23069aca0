using Companion.Bot.LinkWorkers;
using Companion.Workflows.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Companion.Bot.Pages.Console;

/// <summary>Staff write down that somebody has another number.</summary>
public sealed class NewNumberModel(ReferralView view, ChangeNumber change, PageWords words) : PageModel
{
    /// <summary>The referral.</summary>
    public long Id { get; private set; }

    /// <summary>Its reference.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>The names of the people on call.</summary>
    public IReadOnlyList<string> OnCall { get; private set; } = [];

    /// <summary>What is wrong with the form, if anything.</summary>
    public FormProblem? Problem { get; private set; }

    /// <summary>What was filled in.</summary>
    public string? Number { get; private set; }

    /// <summary>When and how they know.</summary>
    public string? How { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGet(long id) => await Find(id) ? Page() : NotFound();

    /// <summary>Writes it down.</summary>
    public async Task<IActionResult> OnPost(long id, [FromForm] string? number, [FromForm] string? how, [FromForm] string? who)
    {
        if (!await Find(id))
        {
            return NotFound();
        }

        (Number, How) = (number, how);
        Problem = string.IsNullOrWhiteSpace(how) ? new FormProblem("how", words["console.finding.how.missing"]) : await Change(id, number, how.Trim(), who);
        if (Problem is null)
        {
            return RedirectToPage("Referral", null, new { id }, "reaching");
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<FormProblem?> Change(long id, string? number, string how, string? who)
    {
        var by = string.IsNullOrWhiteSpace(who) ? words[Who.Nobody] : HandOffModel.Short(who.Trim());
        var outcome = await change.Handle(id, number ?? "", HandOffModel.Short(how), by, CancellationToken.None);
        return outcome == NumberOutcome.Recorded ? null : new FormProblem("number", Shown.Capital(words.Called(outcome)));
    }

    private async Task<bool> Find(long id)
    {
        if (await view.Read(id, HttpContext.RequestAborted) is not { } found)
        {
            return false;
        }

        (Id, Reference, OnCall) = (id, found.Case.Reference, found.OnCall);
        return true;
    }
}
