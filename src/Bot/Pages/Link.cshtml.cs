using System.Text;
using Companion.Bot.Chat;
using Companion.Bot.Sending;
using Companion.Workflows.Appointments;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Settings;
using Companion.Workflows.Timing;
using Microsoft.AspNetCore.Mvc;

namespace Companion.Bot.Pages;

/// <summary>What a signed link opens: looking changes nothing, for link previewers look too; pressing the button redeems it, once.</summary>
public sealed class LinkModel(
    ServiceBook services,
    Links links,
    ReadLink read,
    AcknowledgeHandOff acknowledge,
    JoinChat join,
    ChatCookie cookie,
    CalendarFile calendar,
    SenderBell bell) : PatientPage(services)
{
    /// <summary>The hand-off, for a link to somebody on call.</summary>
    public HandOff? HandOff { get; private set; }

    /// <summary>The appointment, for a link to a calendar file.</summary>
    public CalendarEntry? Entry { get; private set; }

    /// <summary>Who the link was sent to.</summary>
    public string? Holder { get; private set; }

    /// <summary>True while the button does something.</summary>
    public bool CanBeOpened { get; private set; }

    /// <summary>True when this very press accepted the hand-off.</summary>
    public bool JustAccepted { get; private set; }

    /// <summary>True when danger was heard again after the page that was pressed had been shown: nothing was accepted unread.</summary>
    public bool HasGrown { get; private set; }

    /// <summary>True while whoever accepted it is asked whether it is done, and a press says that somebody is on it.</summary>
    public bool MayAnswer => CanBeOpened && HandOff is { AcknowledgedAt: not null, ClearedAt: null, OwnerId: null, StillAsked: > 0 };

    /// <summary>When the hand-off was accepted, local time.</summary>
    public string AcceptedAt => HandOff?.AcknowledgedAt is { } at ? at.Local().ToString("HH':'mm 'on' d MMMM", null) : "";

    /// <summary>Shows what the link is for and a button.</summary>
    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel)
    {
        if (await Look(token, cancel) is null)
        {
            return NotFound();
        }

        Response.StatusCode = CanBeOpened ? StatusCodes.Status200OK : StatusCodes.Status410Gone;
        return Page();
    }

    /// <summary>Redeems the link.</summary>
    public async Task<IActionResult> OnPostAsync(string token, int? alarms, CancellationToken cancel)
    {
        if (await Look(token, cancel) is not { } link)
        {
            return NotFound();
        }

        if (link.Purpose == LinkPurpose.Calendar)
        {
            return CanBeOpened && Entry is { IsOff: false } entry
                ? File(Encoding.UTF8.GetBytes(entry.File), "text/calendar; charset=utf-8", "companion.ics")
                : await OnGetAsync(token, cancel);
        }

        return link.Purpose is LinkPurpose.AcknowledgeHandOff ? await Accept(link, token, alarms, cancel) : await Join(link, cancel);
    }

    private async Task<IActionResult> Accept(SignedLink link, string token, int? alarms, CancellationToken cancel)
    {
        var hadBeenOpen = HandOff?.AcknowledgedAt is null || MayAnswer;
        if (alarms is not { } shown || await acknowledge.Redeem(link.Id, shown, cancel) is null)
        {
            var page = await OnGetAsync(token, cancel); // used or too old: the page says who has it
            HasGrown = alarms < HandOff?.Alarms && (MayAnswer || (CanBeOpened && HandOff.AcknowledgedAt is null));
            return page;
        }

        bell.Ring();
        await Look(token, cancel);
        JustAccepted = hadBeenOpen && HandOff!.AcknowledgedBy == Holder;
        return Page();
    }

    private async Task<IActionResult> Join(SignedLink link, CancellationToken cancel)
    {
        if (await join.Handle(link.Id, cancel) is not { } session)
        {
            CanBeOpened = false;
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        cookie.Write(HttpContext, session.Id);
        return RedirectToPage("/Chat");
    }

    private async Task<SignedLink?> Look(string token, CancellationToken cancel)
    {
        if (links.Verify(token) is not { } id || await read.Handle(id, cancel) is not { } view || Take(view.Link.ServiceId) is null)
        {
            return null;
        }

        (HandOff, Holder, CanBeOpened) = (view.HandOff, view.Link.Holder, view.CanBeOpened);
        Entry = await calendar.Handle(view.Link, cancel);
        if (view.Link.Purpose == LinkPurpose.Calendar && Entry is null)
        {
            return null; // its appointment is gone
        }

        ViewData["HasExit"] = HandOff is null;
        return view.Link;
    }
}
