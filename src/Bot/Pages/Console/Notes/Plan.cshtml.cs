using Companion.Bot.LinkWorkers;
using Companion.Bot.LinkWorkers.Notes;
using Companion.Bot.SignIn;
using Companion.Workflows.Notes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;

namespace Companion.Bot.Pages.Console.Notes;

/// <summary>The plan of a case: what the person hopes for, what matters to them, and who does what by when.</summary>
public sealed class PlanModel(PlanView view, WritePlan write, SignedIn me, PageWords words) : PageModel
{
    /// <summary>The plan.</summary>
    public PlanDetail Detail { get; private set; } = null!;

    /// <summary>What is wrong with a form, if anything.</summary>
    public FormProblem? Problem { get; private set; }

    /// <summary>What was filled in about a goal and not taken.</summary>
    public GoalForm Goal { get; private set; } = new(null, null, null);

    /// <summary>What was filled in about an action and not taken.</summary>
    public ActionForm Action { get; private set; } = new(null, null, null, null);

    /// <summary>How an action stands, as a sentence.</summary>
    public string Stands(CareAction action) => words.With(
        action.DueOn is null ? "console.plan.action.stands" : "console.plan.action.stands.by",
        ("who", action.Who),
        ("day", action.DueOn is { } day ? Shown.Day(day) : ""),
        ("status", words.Called(action.Status)))
        + (action.Confidence is { } sure ? " " + words.With("console.plan.confident", ("confidence", StaffWords.Number(sure))) : "");

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGet(long id) => await Find(id) ? Page() : NotFound();

    /// <summary>Adds a goal or what matters.</summary>
    public async Task<IActionResult> OnPostGoal(long id, [FromForm] GoalForm form)
    {
        Goal = form;
        return !Enum.TryParse<GoalKind>(form.Kind, out var kind) || !Enum.IsDefined(kind) || !Scale(form.Importance, out var importance)
            ? await Wrong(id, "goal-words")
            : await Done(id, await write.Add(me.ServiceId, id, new GoalEntry(kind, form.Words ?? "", importance), me.Name, CancellationToken.None), "goal-words");
    }

    /// <summary>Adds an action.</summary>
    public async Task<IActionResult> OnPostAction(long id, [FromForm] ActionForm form)
    {
        Action = form;
        var day = LocalDatePattern.Iso.Parse(form.By ?? "");
        return (!string.IsNullOrWhiteSpace(form.By) && !day.Success) || !Scale(form.Confidence, out var sure)
            ? await Wrong(id, "what")
            : await Done(id, await write.Add(me.ServiceId, id, new ActionEntry(form.What ?? "", form.Who ?? "", day.Success ? day.Value : (LocalDate?)null, sure), me.Name, CancellationToken.None), "what");
    }

    /// <summary>Says how far a goal has come.</summary>
    public async Task<IActionResult> OnPostMarkGoal(long id, long row, PlanStatus status) =>
        await Done(id, Enum.IsDefined(status) ? await write.MarkGoal(me.ServiceId, id, row, status, CancellationToken.None) : NoteOutcome.Unknown, "goals");

    /// <summary>Says how far an action has come.</summary>
    public async Task<IActionResult> OnPostMarkAction(long id, long row, PlanStatus status) =>
        await Done(id, Enum.IsDefined(status) ? await write.MarkAction(me.ServiceId, id, row, status, CancellationToken.None) : NoteOutcome.Unknown, "actions");

    // Empty is "not asked".
    private static bool Scale(string? typed, out int? value)
    {
        value = int.TryParse(typed, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
        return string.IsNullOrWhiteSpace(typed) || value is not null;
    }

    private async Task<IActionResult> Done(long id, NoteOutcome outcome, string field) => outcome switch
    {
        NoteOutcome.Done => RedirectToPage(null, null, new { id }),
        NoteOutcome.Unknown => NotFound(),
        _ => await Wrong(id, field),
    };

    private async Task<IActionResult> Wrong(long id, string field)
    {
        Problem = new FormProblem(field, words["console.plan.wrong"]);
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

/// <summary>What a form about a goal was sent with.</summary>
public sealed record GoalForm(string? Kind, string? Words, string? Importance);

/// <summary>What a form about an action was sent with.</summary>
public sealed record ActionForm(string? What, string? Who, string? By, string? Confidence);
