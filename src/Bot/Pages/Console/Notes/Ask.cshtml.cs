using Companion.Bot.SignIn;
using Companion.Workflows.Notes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Companion.Bot.Pages.Console.Notes;

/// <summary>Somebody asks for a note; they are shown it as soon as it is drafted, and never wait longer than they should.</summary>
public sealed class AskModel(AskForNote ask, WriteDraft write, SignedIn me, TimeProvider time) : PageModel
{
    // Beside the way there and back this stays within the ten seconds that anybody waits.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);

    /// <summary>There is nothing to see.</summary>
    public IActionResult OnGet() => NotFound();

    /// <summary>Asks for one of a hand-off or of a case.</summary>
    public async Task<IActionResult> OnPost(long? handOff, long? referral, string? key)
    {
        var of = key is { Length: > 0 } ? key : HandOffModel.NewKey();
        var id = handOff is { } one ? await ask.OfHandOff(me.ServiceId, one, me.Name, of, CancellationToken.None)
            : referral is { } other ? await ask.OfCase(me.ServiceId, other, me.Name, of, CancellationToken.None)
            : null;
        if (id is not { } note)
        {
            return NotFound();
        }

        try
        {
            await write.Now(note, CancellationToken.None).WaitAsync(Longest, time);
        }
        catch (TimeoutException)
        {
            // It goes on being written; its page says so.
        }

        return Redirect($"/console/notes/{note}");
    }
}
