using Companion.Bot.LinkWorkers;
using Companion.Bot.SignIn;
using Companion.Workflows.People;
using Microsoft.AspNetCore.Mvc;

namespace Companion.Bot.Pages.Console;

/// <summary>Staff write down that somebody has another number.</summary>
public sealed class NewNumberModel(ReferralView view, ChangeNumber change, SignedIn me, PageWords words) : AboutReferral(view, me, words)
{
    /// <summary>What was filled in.</summary>
    public string? Number { get; private set; }

    /// <summary>When and how they know.</summary>
    public string? How { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGet(long id) => await Find(id) ? Page() : NotFound();

    /// <summary>Writes it down.</summary>
    public async Task<IActionResult> OnPost(long id, [FromForm] string? number, [FromForm] string? how)
    {
        if (!await Find(id))
        {
            return NotFound();
        }

        (Number, How) = (number, how);
        Problem = string.IsNullOrWhiteSpace(how) ? new FormProblem("how", Words["console.finding.how.missing"]) : await Change(number ?? "", how.Trim(), By);
        return Written("reaching");
    }

    private async Task<FormProblem?> Change(string number, string how, string by)
    {
        var outcome = await change.Handle(Id, number, HandOffModel.Short(how), by, CancellationToken.None);
        return outcome == NumberOutcome.Recorded ? null : new FormProblem("number", Shown.Capital(Words.Called(outcome)));
    }
}
