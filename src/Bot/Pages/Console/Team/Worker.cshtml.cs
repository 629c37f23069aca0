using Companion.Bot.LinkWorkers.Team;
using Companion.Bot.SignIn;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Workers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;

namespace Companion.Bot.Pages.Console.Team;

/// <summary>One worker: entered, changed, away, or gone. Everything that is wrong is said at once, beside its field.</summary>
public sealed class WorkerModel(TeamView team, SaveWorker save, AddLeave add, RemoveLeave remove, WorkerLeaves leaves, ServiceBook services, SignedIn me) : PageModel
{
    /// <summary>The worker who is changed; null for a new one.</summary>
    public TeamMember? Member { get; private set; }

    /// <summary>What is filled in.</summary>
    public WorkerForm Form { get; private set; } = new();

    /// <summary>What is filled in about leave.</summary>
    public LeaveForm Leave { get; private set; } = new(null, null, null);

    /// <summary>What is wrong, field by field.</summary>
    public IReadOnlyList<Wrong> Wrong { get; private set; } = [];

    /// <summary>The languages of the service.</summary>
    public IReadOnlyList<string> Languages => services.Of(me.ServiceId).Languages.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What is wrong with a field; null for nothing.</summary>
    public string? Of(string field) => Wrong.FirstOrDefault(wrong => wrong.Field.Equals(field, StringComparison.OrdinalIgnoreCase))?.Sentence;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGet(long? id)
    {
        if (!await Find(id))
        {
            return NotFound();
        }

        Form = Member is { } member ? WorkerForm.Of(member.Worker) : new WorkerForm { Languages = [.. Languages.Take(1)] };
        return Page();
    }

    /// <summary>Enters or changes them.</summary>
    public async Task<IActionResult> OnPost(long? id, [FromForm] WorkerFields fields)
    {
        if (!await Find(id))
        {
            return NotFound();
        }

        Form = fields.Form;
        var saved = await save.Handle(me.ServiceId, id, Form, CancellationToken.None);
        return saved.Wrong.Count == 0 ? Redirect("/console/team") : Refuse(saved.Wrong);
    }

    /// <summary>They are away.</summary>
    public async Task<IActionResult> OnPostLeave(long id, [FromForm] LeaveForm leave)
    {
        if (!await Find(id))
        {
            return NotFound();
        }

        (Leave, Form) = (leave, WorkerForm.Of(Member!.Worker));
        var wrong = await add.Handle(me.ServiceId, id, Day(leave.From), Day(leave.To), leave.Note?.Trim() ?? "", CancellationToken.None);
        return wrong is null ? Redirect($"/console/team/{id}#leave") : Refuse([wrong]);
    }

    /// <summary>They are not away after all.</summary>
    public async Task<IActionResult> OnPostBack(long id, [FromForm] long leave) =>
        await remove.Handle(me.ServiceId, leave, CancellationToken.None) ? Redirect($"/console/team/{id}#leave") : NotFound();

    /// <summary>They leave the service.</summary>
    public async Task<IActionResult> OnPostGone(long id)
    {
        if (!await Find(id))
        {
            return NotFound();
        }

        Form = WorkerForm.Of(Member!.Worker);
        return await leaves.Handle(me.ServiceId, id, CancellationToken.None) is { } whyNot
            ? Refuse([new Wrong("gone", whyNot)])
            : Redirect("/console/team");
    }

    private static LocalDate? Day(string? text) => LocalDatePattern.Iso.Parse(text ?? "") is { Success: true, Value: var day } ? day : null;

    private PageResult Refuse(IReadOnlyList<Wrong> wrong)
    {
        Wrong = wrong;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<bool> Find(long? id)
    {
        Member = id is { } known ? await team.Find(me.ServiceId, known, HttpContext.RequestAborted) : null;
        return id is null || Member is not null;
    }
}

/// <summary>When somebody is away, as it was filled in.</summary>
public sealed record LeaveForm(string? From, string? To, string? Note);

/// <summary>The fields of a form as they are posted: an empty one is not sent as an empty text.</summary>
public sealed record WorkerFields
{
    public string? Name { get; init; }

    public string? ShownName { get; init; }

    public string? Role { get; init; }

    public string? Email { get; init; }

    public IReadOnlyList<string>? Skills { get; init; }

    public string? Areas { get; init; }

    public IReadOnlyList<string>? Languages { get; init; }

    public string? Hours { get; init; }

    public string? MostHeld { get; init; }

    internal WorkerForm Form => new()
    {
        Name = Name ?? "",
        ShownName = ShownName ?? "",
        Role = Role ?? "",
        Email = Email ?? "",
        Skills = Skills ?? [],
        Areas = Areas ?? "",
        Languages = Languages ?? [],
        Hours = Hours ?? "",
        MostHeld = MostHeld ?? "",
    };
}
