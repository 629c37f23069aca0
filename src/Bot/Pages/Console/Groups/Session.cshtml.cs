using System.Globalization;
using Companion.Bot.LinkWorkers;
using Companion.Bot.SignIn;
using Companion.Workflows.Groups;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Companion.Bot.Pages.Console.Groups;

/// <summary>One session: who is coming, who came, who was told that it is off.</summary>
public sealed class SessionModel(GroupView view, CancelSession cancelSession, ChangeSession change, RecordWhoCame record, SignedIn me, PageWords words) : PageModel
{
    private SessionForm? sent;

    /// <summary>The session.</summary>
    public SessionDetail Detail { get; private set; } = null!;

    /// <summary>What is wrong with a form, if anything.</summary>
    public FormProblem? Problem { get; private set; }

    /// <summary>Its time and place, or what was filled in for them.</summary>
    public SessionForm Form => sent ?? new(Detail.Session.Time.ToString("HH:mm", CultureInfo.InvariantCulture), Detail.Session.Place ?? Detail.Group.Place);

    /// <summary>True once it has begun.</summary>
    public bool HasBegun => Detail.Session.Start <= Detail.Now;

    /// <summary>The key of what a member said about coming.</summary>
    public string Key(GroupAttendance? said)
    {
        var coming = (said?.Coming ?? Coming.Unknown).ToString().ToLowerInvariant();
        return $"console.coming.{coming}";
    }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGet(long id) => await Find(id) ? Page() : NotFound();

    /// <summary>It has another time or place.</summary>
    public async Task<IActionResult> OnPostChange(long id, [FromForm] SessionForm form)
    {
        sent = form;
        return !await Find(id) ? NotFound()
            : await change.Handle(id, form, CancellationToken.None) is { } wrong
            ? await Again(id, new FormProblem(wrong.Field.ToLowerInvariant(), wrong.Sentence))
            : Redirect($"/console/groups/sessions/{id}");
    }

    /// <summary>It is off.</summary>
    public async Task<IActionResult> OnPostOff(long id, string? reason) =>
        !await Find(id) ? NotFound() : await cancelSession.Handle(id, HandOffModel.Short(reason ?? ""), CancellationToken.None) switch
        {
            CancelOutcome.Cancelled or CancelOutcome.Already => Redirect($"/console/groups/sessions/{id}"),
            CancelOutcome.NotFound => NotFound(),
            var outcome => await Again(id, new FormProblem("reason", words[$"console.session.off.{outcome.ToString().ToLowerInvariant()}"])),
        };

    /// <summary>Who came.</summary>
    public async Task<IActionResult> OnPostCame(long id)
    {
        if (!await Find(id))
        {
            return NotFound();
        }

        var came = Detail.Members.Select(one => Came(one.Row.Member.Id)).ToList();
        var outcome = await record.Handle(id, came, CancellationToken.None);
        return outcome == AttendanceOutcome.Recorded
            ? Redirect($"/console/groups/sessions/{id}")
            : await Again(id, new FormProblem("came", words[$"console.session.came.{outcome.ToString().ToLowerInvariant()}"]));
    }

    // A number that is none is refused as one that is too high.
    private Came Came(long member) => new(
        member,
        Enum.TryParse<Presence>(Request.Form[$"presence-{member}"], out var presence) ? presence : Presence.Unknown,
        int.TryParse(Request.Form[$"guests-{member}"], NumberStyles.None, CultureInfo.InvariantCulture, out var guests) ? guests
            : string.IsNullOrWhiteSpace(Request.Form[$"guests-{member}"]) ? 0 : int.MaxValue);

    private async Task<IActionResult> Again(long id, FormProblem problem)
    {
        Problem = problem;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await Find(id) ? Page() : NotFound();
    }

    private async Task<bool> Find(long id)
    {
        if (await view.Session(me.ServiceId, id, HttpContext.RequestAborted) is not { } found)
        {
            return false;
        }

        Detail = found;
        return true;
    }
}
