using Companion.Bot.LinkWorkers;
using Companion.Workflows.Groups;
using Companion.Workflows.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Companion.Bot.Pages.Console;

/// <summary>One referral, and what staff find out about reaching its person.</summary>
public sealed class ReferralModel(ReferralView view, RecordFinding record, JoinGroup join, PageWords words) : PageModel
{
    /// <summary>The referral.</summary>
    public ReferralDetail Detail { get; private set; } = null!;

    /// <summary>Its fields by section.</summary>
    public IReadOnlyList<RecordSection> Sections { get; private set; } = [];

    /// <summary>What is wrong with the form, if anything.</summary>
    public FormProblem? Problem { get; private set; }

    /// <summary>What was filled in, when it is shown again.</summary>
    public FindingForm Form { get; private set; } = new(null, null, null, null);

    /// <summary>An address of the person as people read it.</summary>
    public string NameOf(long addressId) =>
        Detail.Reached.Where(address => address.Id == addressId).Select(address => words.Address(address.Channel, address.Value)).FirstOrDefault("");

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGet(long id) => await Find(id) ? Page() : NotFound();

    /// <summary>Staff found something out.</summary>
    public async Task<IActionResult> OnPostFinding(long id, [FromForm] FindingForm form)
    {
        Form = form;
        Problem = await Record(id, form);
        if (Problem is null)
        {
            return RedirectToPage(null, null, new { id }, "reaching");
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await Find(id) ? Page() : NotFound();
    }

    /// <summary>The person joins a group.</summary>
    public async Task<IActionResult> OnPostGroup(long id, long group)
    {
        if (!await Find(id))
        {
            return NotFound();
        }

        var outcome = await join.Handle(group, Detail.Case.Reference, CancellationToken.None);
        var name = outcome.ToString().ToLowerInvariant();
        if (outcome is JoinOutcome.Joined or JoinOutcome.Waiting)
        {
            return Redirect($"/console/groups/{group}?joined={name}");
        }

        Problem = new FormProblem("group", words[$"console.join.{name}"]);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<FormProblem?> Record(long id, FindingForm form)
    {
        if (!Enum.TryParse<Finding>(form.What, out var what) || !Enum.IsDefined(what))
        {
            return new FormProblem("what", words["console.finding.what.missing"]);
        }

        if (string.IsNullOrWhiteSpace(form.How))
        {
            return new FormProblem("how", words["console.finding.how.missing"]);
        }

        var by = string.IsNullOrWhiteSpace(form.Who) ? words[Who.Nobody] : HandOffModel.Short(form.Who.Trim());
        var outcome = await record.Handle(id, new Found(form.Address ?? 0, what, HandOffModel.Short(form.How.Trim()), by), CancellationToken.None);
        return outcome == FindingOutcome.Recorded ? null : new FormProblem("what", Shown.Capital(words.Called(outcome)));
    }

    private async Task<bool> Find(long id)
    {
        if (await view.Read(id, HttpContext.RequestAborted) is not { } found)
        {
            return false;
        }

        (Detail, Sections) = (found, ReferralRecord.Of(words, found.Case));
        return true;
    }
}

/// <summary>What a form about a finding was sent with.</summary>
public sealed record FindingForm(long? Address, string? What, string? How, string? Who);

/// <summary>What is wrong with a form.</summary>
/// <param name="Field">The id of the field to go to.</param>
/// <param name="Sentence">What is wrong.</param>
public sealed record FormProblem(string Field, string Sentence);
