using Companion.Bot.LinkWorkers;
using Companion.Workflows.Referrals;
using Companion.Workflows.Timing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;

namespace Companion.Bot.Pages.Console;

/// <summary>A link worker writes down when they were first in touch.</summary>
public sealed class FirstContactModel(ReferralView view, RecordFirstContact record, PageWords words, IClock clock) : PageModel
{
    /// <summary>The referral.</summary>
    public long Id { get; private set; }

    /// <summary>Its reference.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>The names of the people on call.</summary>
    public IReadOnlyList<string> OnCall { get; private set; } = [];

    /// <summary>What is wrong with the form, if anything.</summary>
    public FormProblem? Problem { get; private set; }

    /// <summary>The day that is filled in, as yyyy-MM-dd; today at first.</summary>
    public string? On { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGet(long id)
    {
        On = LocalDatePattern.Iso.Format(clock.GetCurrentInstant().Local().Date);
        return await Find(id) ? Page() : NotFound();
    }

    /// <summary>Writes it down.</summary>
    public async Task<IActionResult> OnPost(long id, [FromForm] string? on, [FromForm] string? who)
    {
        if (!await Find(id))
        {
            return NotFound();
        }

        On = on;
        Problem = LocalDatePattern.Iso.Parse(on?.Trim() ?? "").TryGetValue(default, out var day)
            ? await Record(id, day, who)
            : new FormProblem("on", words["console.contact.on.wrong"]);
        if (Problem is null)
        {
            return RedirectToPage("Referral", null, new { id }, "check-ins");
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<FormProblem?> Record(long id, LocalDate day, string? who)
    {
        var by = string.IsNullOrWhiteSpace(who) ? words[Who.Nobody] : HandOffModel.Short(who.Trim());
        var outcome = await record.Handle(id, day, by, CancellationToken.None);
        return outcome == FirstContactOutcome.Recorded ? null : new FormProblem("on", Shown.Capital(words.Called(outcome)));
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
