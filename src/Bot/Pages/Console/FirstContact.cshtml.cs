using Companion.Bot.LinkWorkers;
using Companion.Bot.SignIn;
using Companion.Workflows.Referrals;
using Companion.Workflows.Timing;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;

namespace Companion.Bot.Pages.Console;

/// <summary>A link worker writes down when they were first in touch.</summary>
public sealed class FirstContactModel(ReferralView view, RecordFirstContact record, SignedIn me, PageWords words, IClock clock) : AboutReferral(view, me, words)
{
    /// <summary>The day that is filled in, as yyyy-MM-dd; today at first.</summary>
    public string? On { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGet(long id)
    {
        On = LocalDatePattern.Iso.Format(clock.GetCurrentInstant().Local().Date);
        return await Find(id) ? Page() : NotFound();
    }

    /// <summary>Writes it down.</summary>
    public async Task<IActionResult> OnPost(long id, [FromForm] string? on)
    {
        if (!await Find(id))
        {
            return NotFound();
        }

        On = on;
        Problem = LocalDatePattern.Iso.Parse(on?.Trim() ?? "").TryGetValue(default, out var day)
            ? await Record(day, By)
            : new FormProblem("on", Words["console.contact.on.wrong"]);
        return Written("check-ins");
    }

    private async Task<FormProblem?> Record(LocalDate day, string by)
    {
        var outcome = await record.Handle(Id, day, by, CancellationToken.None);
        return outcome == FirstContactOutcome.Recorded ? null : new FormProblem("on", Shown.Capital(Words.Called(outcome)));
    }
}
