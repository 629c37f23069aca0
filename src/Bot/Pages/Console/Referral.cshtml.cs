using Companion.Bot.LinkWorkers;
using Companion.Bot.Outcomes;
using Companion.Bot.SignIn;
using Companion.Workflows.CheckIns;
using Companion.Workflows.Groups;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Companion.Bot.Pages.Console;

/// <summary>One referral: what staff find out about reaching its person, the scores they enter for them, and the groups they join.</summary>
public sealed class ReferralModel(ReferralView view, RecordFinding record, EnterScores enter, JoinGroup join, BeginTalking talk, OwnRows own, SignedIn me, PageWords words) : PageModel
{
    /// <summary>The referral.</summary>
    public ReferralDetail Detail { get; private set; } = null!;

    /// <summary>Its fields by section.</summary>
    public IReadOnlyList<RecordSection> Sections { get; private set; } = [];

    /// <summary>What is wrong with the form, if anything.</summary>
    public FormProblem? Problem { get; private set; }

    /// <summary>What was filled in, when it is shown again.</summary>
    public FindingForm Form { get; private set; } = new(null, null, null);

    /// <summary>An address of the person as people read it.</summary>
    public string NameOf(long addressId) =>
        Detail.Reached.Where(address => address.Id == addressId).Select(address => words.Address(address.Channel, address.Value)).FirstOrDefault("");

    /// <summary>The scores that were filled in and could not be taken.</summary>
    public ScoresForm? Scores { get; private set; }

    /// <summary>Where a check-in stands, with why.</summary>
    public string Stands(CheckIn wave) => wave.Reason is { } reason
        ? words.With("console.check-ins.because", ("status", Shown.Capital(words.Called(wave.Status))), ("reason", reason))
        : Shown.Capital(words.Called(wave.Status));

    /// <summary>An answer with its published band, how and when it was given.</summary>
    public string Answer(ItemView item)
    {
        var answer = item.Answer!;
        var given = item.Band is { } band
            ? words.With("console.check-ins.score", ("score", StaffWords.Number(answer.Score!.Value)), ("band", words.Band(band.Name)))
            : answer.Score is { } score ? StaffWords.Number(score)
            : Shown.Capital(words.Called("skipped", answer.Missing ?? ""));
        var how = words.With("console.check-ins.given", ("answer", given), ("mode", Shown.Capital(words.Called("mode", answer.Mode))), ("at", Shown.At(answer.RecordedAt)));
        return answer.EnteredBy is { } by ? words.With("console.check-ins.entered", ("answer", how), ("who", by)) : how;
    }

    /// <summary>One page of what happened.</summary>
    public Paged<TimelineEntry> Happened => Detail.Happened;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGet(long id, [FromQuery(Name = "page")] int part = 1) => await Find(id, part) ? Page() : NotFound();

    /// <summary>Staff found something out.</summary>
    public async Task<IActionResult> OnPostFinding(long id, [FromForm] FindingForm form)
    {
        Form = form;
        if (!await own.Has<Case>(id))
        {
            return NotFound();
        }

        Problem = await Record(id, form);
        if (Problem is null)
        {
            return RedirectToPage(null, null, new { id }, "reaching");
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await Find(id) ? Page() : NotFound();
    }

    /// <summary>Staff asked how somebody is.</summary>
    public async Task<IActionResult> OnPostScores(long id, [FromForm] ScoresForm form)
    {
        if (!await Find(id) || !Detail.CheckIns.Any(view => view.Wave.Id == form.CheckIn))
        {
            return NotFound();
        }

        var outcome = await enter.Handle(form.CheckIn!.Value, new ScoreEntry(form.Mode ?? "", me.Name, form.Answers), CancellationToken.None);
        if (outcome == ScoreEntryOutcome.Entered)
        {
            return RedirectToPage(null, null, new { id }, "check-ins");
        }

        (Scores, Problem) = (form, new FormProblem($"wave-{form.CheckIn}", Shown.Capital(words.Called(outcome))));
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>The person joins a group.</summary>
    public async Task<IActionResult> OnPostGroup(long id, long group)
    {
        if (!await Find(id) || !await own.Has<Group>(group))
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

    /// <summary>A link worker begins to talk with the person; what they say is on the hand-off's page.</summary>
    public async Task<IActionResult> OnPostTalk(long id)
    {
        if (!await Find(id))
        {
            return NotFound();
        }

        var begun = await talk.Handle(me.ServiceId, Detail.Address.Id, me.Id, CancellationToken.None);
        return begun.HandOff is { } handOff ? RedirectToPage("HandOff", null, new { handOff.Id }, "reply") : NotFound();
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

        var outcome = await record.Handle(id, new Found(form.Address ?? 0, what, HandOffModel.Short(form.How.Trim()), me.Name), CancellationToken.None);
        return outcome == FindingOutcome.Recorded ? null : new FormProblem("what", Shown.Capital(words.Called(outcome)));
    }

    private async Task<bool> Find(long id, int part = 1)
    {
        if (await view.Read(me.ServiceId, id, part, HttpContext.RequestAborted) is not { } found)
        {
            return false;
        }

        (Detail, Sections) = (found, ReferralRecord.Of(words, found.Case));
        return true;
    }
}

/// <summary>What a form about a finding was sent with.</summary>
public sealed record FindingForm(long? Address, string? What, string? How);

/// <summary>What is wrong with a form.</summary>
/// <param name="Field">The id of the field to go to.</param>
/// <param name="Sentence">What is wrong.</param>
public sealed record FormProblem(string Field, string Sentence);
