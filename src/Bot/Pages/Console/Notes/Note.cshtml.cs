using Companion.Bot.LinkWorkers.Notes;
using Companion.Bot.SignIn;
using Companion.Workflows.Notes;
using Companion.Workflows.Summaries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime.Text;

namespace Companion.Bot.Pages.Console.Notes;

/// <summary>
/// One note: what it says and what each sentence stands on, and what a person makes of it. Every act carries the version the page was shown
/// with: whoever acts on an older one is shown what changed, and what they typed is still there.
/// </summary>
public sealed class NoteModel(NoteView view, NoteActs acts, SignedIn me, PageWords words) : PageModel
{
    /// <summary>The note.</summary>
    public NoteDetail Detail { get; private set; } = null!;

    /// <summary>What is wrong with a form, if anything.</summary>
    public FormProblem? Problem { get; private set; }

    /// <summary>What was just done, as a sentence.</summary>
    public string? Done { get; private set; }

    /// <summary>What was filled in and not taken.</summary>
    public LineForm Typed { get; private set; } = new(0, 0, null, null, false);

    /// <summary>What others changed since the page was shown.</summary>
    public IReadOnlyList<LineDifference> Meanwhile { get; private set; } = [];

    /// <summary>What is proposed and not yet taken.</summary>
    public IEnumerable<Proposal> Proposals => Detail.Note.Status == NoteStatus.Approved
        ? Proposal.Of(Detail.Lines).Where(one => !Detail.Taken.Any(taken => taken.What == one.What))
        : [];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGet(long id, string? done)
    {
        if (!await Find(id))
        {
            return NotFound();
        }

        Done = done is null ? null : words.Find($"console.note.done.{done}");
        return Page();
    }

    /// <summary>Writes a sentence anew.</summary>
    public Task<IActionResult> OnPostWrite(long id, [FromForm] LineForm form) => Act(id, form, "changed", hand =>
        HeadingOf(form) is { } heading ? acts.Edit.Write(hand, form.Line, new Wanted(heading, form.Text ?? "", form.Keep), CancellationToken.None) : Task.FromResult(NoteOutcome.BadWords));

    /// <summary>Adds a sentence.</summary>
    public Task<IActionResult> OnPostAdd(long id, [FromForm] LineForm form) => Act(id, form, "changed", hand =>
        HeadingOf(form) is { } heading ? acts.Edit.Add(hand, heading, form.Text ?? "", CancellationToken.None) : Task.FromResult(NoteOutcome.BadWords));

    /// <summary>Takes a sentence out.</summary>
    public Task<IActionResult> OnPostRemove(long id, [FromForm] LineForm form) => Act(id, form, "changed", hand => acts.Edit.Remove(hand, form.Line, CancellationToken.None));

    /// <summary>Says that no risks are known.</summary>
    public Task<IActionResult> OnPostNoRisks(long id, [FromForm] LineForm form) => Act(id, form, "changed", hand =>
        acts.Edit.Add(hand, Heading.Risks, words["console.note.no-risks"], CancellationToken.None));

    /// <summary>Approves it.</summary>
    public Task<IActionResult> OnPostApprove(long id, [FromForm] LineForm form) => Act(id, form, "approved", hand => acts.Decide.Approve(hand, CancellationToken.None));

    /// <summary>Rejects it, with a reason.</summary>
    public Task<IActionResult> OnPostReject(long id, [FromForm] LineForm form) => Act(id, form, "rejected", hand => acts.Decide.Reject(hand, form.Text ?? "", CancellationToken.None));

    /// <summary>Ticks what it proposes, and goes to where that is done.</summary>
    public async Task<IActionResult> OnPostTake(long id, int line, ProposalKind kind, string? by)
    {
        if (!await Find(id))
        {
            return NotFound();
        }

        var day = LocalDatePattern.Iso.Parse(by ?? "");
        if (!Enum.IsDefined(kind) || (!string.IsNullOrWhiteSpace(by) && !day.Success))
        {
            return await Wrong(id, new FormProblem($"by-{line}", words["console.note.proposal.wrong"]));
        }

        var ticked = new Ticked(id, line, kind, day.Success ? day.Value : null, me.Name);
        return !await acts.Take.Handle(me.ServiceId, ticked, CancellationToken.None) ? NotFound()
            : kind == ProposalKind.Book && Detail.Case is { } referral ? Redirect($"/console/appointments?person={referral.Reference}#book")
            : kind == ProposalKind.ReferOn && Detail.Case is { } own ? Redirect($"/console/referrals/{own.Id}/plan")
            : Again(id, "taken");
    }

    private static Heading? HeadingOf(LineForm form) => Enum.TryParse<Heading>(form.Heading, out var heading) && Enum.IsDefined(heading) ? heading : null;

    private async Task<IActionResult> Act(long id, LineForm form, string done, Func<NoteHand, Task<NoteOutcome>> act)
    {
        if (!await Find(id))
        {
            return NotFound();
        }

        var outcome = await act(new NoteHand(me.ServiceId, id, form.Version, me.Name));
        if (outcome == NoteOutcome.Done)
        {
            return Again(id, done);
        }

        Typed = form;
        await Find(id);
        Meanwhile = outcome == NoteOutcome.Changed && Detail.Versions.FirstOrDefault(one => one.Number == form.Version) is { } shown
            ? NoteDifference.Between(shown.Lines, Detail.Lines)
            : [];
        return await Wrong(id, new FormProblem(outcome == NoteOutcome.BadWords ? form.Field : "stands", words[$"console.note.problem.{outcome.ToString().ToLowerInvariant()}"]));
    }

    private IActionResult Again(long id, string done) => RedirectToPage(null, null, new { id, done }, "done");

    private async Task<IActionResult> Wrong(long id, FormProblem problem)
    {
        Problem = problem;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await Find(id) ? Page() : NotFound();
    }

    private async Task<bool> Find(long id)
    {
        if (await view.Read(me.ServiceId, id, HttpContext.RequestAborted) is not { } found)
        {
            return false;
        }

        Detail = found;
        return true;
    }
}

/// <summary>What a form about a note was sent with.</summary>
/// <param name="Version">The version the page was shown with.</param>
/// <param name="Line">The sentence; 0 for a new one.</param>
/// <param name="Heading">Where it is to stand.</param>
/// <param name="Text">What it is to say, or why the note is rejected.</param>
/// <param name="Keep">It still stands on what it cited.</param>
public sealed record LineForm(int Version, int Line, string? Heading, string? Text, bool Keep)
{
    /// <summary>The id of its field.</summary>
    public string Field => Heading is null ? "why" : $"text-{Line}";
}
