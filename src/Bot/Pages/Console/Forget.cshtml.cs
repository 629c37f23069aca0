using Companion.Bot.LinkWorkers;
using Companion.Bot.SignIn;
using Companion.Workflows.Conversations;
using Companion.Workflows.Forgetting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Companion.Bot.Pages.Console;

/// <summary>A person asked for something they wrote to be forgotten.</summary>
public sealed class ForgetModel(MessageView view, ForgetMessage forget, SignedIn me) : PageModel
{
    /// <summary>The message; without its words once they are gone.</summary>
    public InboundMessage Message { get; private set; } = null!;

    /// <summary>That and by whom it was forgotten; null while it was not.</summary>
    public ForgottenMessage? Forgotten { get; private set; }

    /// <summary>Where to go back to.</summary>
    public long? HandOffId { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGet(long id)
    {
        if (await view.Read(me.ServiceId, id, HttpContext.RequestAborted) is not { } found)
        {
            return NotFound();
        }

        (Message, Forgotten, HandOffId) = found;
        return Page();
    }

    /// <summary>Forgets it.</summary>
    public async Task<IActionResult> OnPost(long id) =>
        await forget.Handle(me.ServiceId, id, me.Name, CancellationToken.None) == ForgetOutcome.Unknown ? NotFound() : RedirectToPage(null, null, new { id }, "done");
}
