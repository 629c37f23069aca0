using Companion.Bot.LinkWorkers;
using Companion.Bot.SignIn;
using Companion.Workflows.Groups;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Companion.Bot.Pages.Console.Groups;

/// <summary>One group: who is in it, who waits, its sessions, and who was not reached.</summary>
public sealed class GroupModel(GroupView view, JoinGroup join, LeaveGroup leave, OfferPlace offer, CancelAllSessions cancelAll, SignedIn me, PageWords words) : PageModel
{
    /// <summary>The group.</summary>
    public GroupDetail Detail { get; private set; } = null!;

    /// <summary>What is wrong with a form, if anything.</summary>
    public FormProblem? Problem { get; private set; }

    /// <summary>What was just done, in words.</summary>
    public string? Done { get; private set; }

    /// <summary>What was filled in, when it is shown again.</summary>
    public OffForm Form { get; private set; } = new(null, null, null);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGet(long id, [FromQuery] string? joined, [FromQuery] int? off)
    {
        Done = joined is "joined" or "waiting" ? words[$"console.join.{joined}"]
            : off is { } count ? words.With("console.groups.off.done", ("count", StaffWords.Number(count)))
            : null;
        return await Find(id) ? Page() : NotFound();
    }

    /// <summary>The person of a referral joins.</summary>
    public async Task<IActionResult> OnPostJoin(long id, string? reference)
    {
        if (!await Find(id))
        {
            return NotFound();
        }

        var outcome = await join.Handle(id, reference ?? "", CancellationToken.None);
        return outcome is JoinOutcome.Joined or JoinOutcome.Waiting
            ? Redirect($"/console/groups/{id}?joined={outcome.ToString().ToLowerInvariant()}")
            : await Again(id, new FormProblem("reference", words[$"console.join.{outcome.ToString().ToLowerInvariant()}"]));
    }

    /// <summary>Somebody leaves the group, its list or an offer.</summary>
    public async Task<IActionResult> OnPostLeave(long id, long member)
    {
        if (!await Find(id) || !Detail.Members.Any(row => row.Member.Id == member))
        {
            return NotFound();
        }

        await leave.Handle(member, CancellationToken.None);
        return Redirect($"/console/groups/{id}");
    }

    /// <summary>Free places are offered.</summary>
    public async Task<IActionResult> OnPostOffer(long id)
    {
        if (!await Find(id))
        {
            return NotFound();
        }

        await offer.Handle(id, CancellationToken.None);
        return Redirect($"/console/groups/{id}");
    }

    /// <summary>Every session of some days is off.</summary>
    public async Task<IActionResult> OnPostOff(long id, [FromForm] OffForm form)
    {
        Form = form;
        if (!await Find(id))
        {
            return NotFound();
        }

        return form.Read(Detail.Group.ServiceId, id) is { } off && await cancelAll.Handle(off, CancellationToken.None) is { } count
            ? Redirect($"/console/groups/{id}?off={StaffWords.Number(count)}")
            : await Again(id, new FormProblem("from", words["console.groups.off.wrong"]));
    }

    private async Task<IActionResult> Again(long id, FormProblem problem)
    {
        Problem = problem;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await Find(id) ? Page() : NotFound();
    }

    private async Task<bool> Find(long id)
    {
        if (await view.Group(me.ServiceId, id, HttpContext.RequestAborted) is not { } found)
        {
            return false;
        }

        Detail = found;
        return true;
    }
}
