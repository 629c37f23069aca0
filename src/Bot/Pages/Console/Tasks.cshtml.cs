using Companion.Bot.LinkWorkers;
using Companion.Bot.SignIn;
using Companion.Workflows.HandOffs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Companion.Bot.Pages.Console;

/// <summary>What no text can do.</summary>
public sealed class TasksModel(TaskList list, FinishTask finish, OwnRows own, SignedIn me) : PageModel
{
    /// <summary>True for what is done.</summary>
    [BindProperty(SupportsGet = true, Name = "done")]
    public bool ShowsDone { get; set; }

    /// <summary>The tasks.</summary>
    public Paged<TaskRow> Tasks { get; private set; } = new([], 1, HasMore: false);

    /// <summary>Shows one page.</summary>
    public async Task OnGet([FromQuery] int page = 1) => Tasks = await list.Read(me.ServiceId, ShowsDone, page, HttpContext.RequestAborted);

    /// <summary>A task was done.</summary>
    public async Task<IActionResult> OnPost([FromForm] long id) =>
        await own.Has<StaffTask>(id) && await finish.Handle(id, me.Name, CancellationToken.None) ? Redirect("/console/tasks") : NotFound();
}
