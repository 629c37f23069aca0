using Companion.Bot.LinkWorkers;
using Companion.Bot.SignIn;
using Companion.Workflows.Sharing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Companion.Bot.Pages.Console.Sharing;

/// <summary>An approved letter, whole: to print, to download, and to write down that it left, by whom and which way.</summary>
public sealed class LetterModel(SendLetter send, SignedIn me, PageWords words) : PageModel
{
    /// <summary>The letter.</summary>
    public Letter Letter { get; private set; } = null!;

    /// <summary>True when it may not leave any more.</summary>
    public bool IsTakenBack { get; private set; }

    /// <summary>What is wrong with the form, if anything.</summary>
    public FormProblem? Problem { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGet(long id) => await Find(id) ? Page() : NotFound();

    /// <summary>Somebody sent it.</summary>
    public async Task<IActionResult> OnPost(long id, [FromForm] string? way)
    {
        if (!await Find(id))
        {
            return NotFound();
        }

        var outcome = Enum.TryParse<Way>(way, out var chosen) && Enum.IsDefined(chosen)
            ? await send.Handle(me.ServiceId, id, chosen, me.Name)
            : SentOutcome.WrongWay;
        if (outcome is SentOutcome.WrittenDown or SentOutcome.AlreadySent)
        {
            return RedirectToPage(new { id });
        }

        Problem = new FormProblem("way", Shown.Capital(words.Called(outcome)));
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<bool> Find(long id)
    {
        if (await send.Find(me.ServiceId, id) is not { } letter)
        {
            return false;
        }

        (Letter, IsTakenBack) = (letter, await send.IsTakenBack(letter));
        return true;
    }
}
