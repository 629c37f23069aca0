using Companion.Bot.LinkWorkers;
using Companion.Bot.SignIn;
using Companion.Workflows.Groups;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime.Text;

namespace Companion.Bot.Pages.Console.Groups;

/// <summary>The groups; and, when it snows, all of their sessions at once.</summary>
public sealed class IndexModel(GroupList list, CancelAllSessions cancelAll, SignedIn me, PageWords words) : PageModel
{
    /// <summary>The groups.</summary>
    public Paged<GroupRow> Groups { get; private set; } = new([], 1, HasMore: false);

    /// <summary>What is wrong with the form, if anything.</summary>
    public FormProblem? Problem { get; private set; }

    /// <summary>What was filled in, when it is shown again.</summary>
    public OffForm Form { get; private set; } = new(null, null, null);

    /// <summary>How many sessions were just cancelled.</summary>
    public int? Cancelled { get; private set; }

    /// <summary>Shows one page.</summary>
    public async Task OnGet([FromQuery] int page = 1, [FromQuery] int? off = null)
    {
        Cancelled = off;
        Groups = await list.Read(me.ServiceId, page, HttpContext.RequestAborted);
    }

    /// <summary>Every session of some days is off, in one service: the weather of one is not that of another.</summary>
    public async Task<IActionResult> OnPostOff([FromForm] OffForm form)
    {
        if (form.Read(me.ServiceId, null) is { } off && await cancelAll.Handle(off, CancellationToken.None) is { } count)
        {
            return Redirect($"/console/groups?off={StaffWords.Number(count)}");
        }

        (Form, Problem) = (form, new FormProblem("from", words["console.groups.off.wrong"]));
        Response.StatusCode = StatusCodes.Status400BadRequest;
        Groups = await list.Read(me.ServiceId, 1, HttpContext.RequestAborted);
        return Page();
    }
}

/// <summary>The days of which all sessions are off.</summary>
public sealed record OffForm(string? From, string? To, string? Reason)
{
    /// <summary>What is to be cancelled; null when a day is missing or no day.</summary>
    public AllOff? Read(string service, long? group) =>
        LocalDatePattern.Iso.Parse(From ?? "").TryGetValue(default, out var from) && LocalDatePattern.Iso.Parse(To ?? "").TryGetValue(default, out var to)
            ? new AllOff(service, group, from, to, HandOffModel.Short(Reason ?? ""))
            : null;
}
