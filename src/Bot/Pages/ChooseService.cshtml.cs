using Companion.Bot.SignIn;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Workers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Companion.Bot.Pages;

/// <summary>Somebody who works for several services chooses for which they work now: they see the rows of that one alone.</summary>
public sealed class ChooseServiceModel(IStore store, ServiceBook services, SignedIn me) : PageModel
{
    /// <summary>The service they work for now.</summary>
    public string Now => services.Of(me.ServiceId).Name;

    /// <summary>Who they are in the other services, with each service's name.</summary>
    public IReadOnlyList<(Worker Worker, string Service)> Others { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public Task OnGet() => Find();

    /// <summary>Goes on as the worker of another service.</summary>
    public async Task<IActionResult> OnPost([FromForm] long worker)
    {
        await Find();
        if (Others.FirstOrDefault(other => other.Worker.Id == worker) is not { Worker: { } chosen })
        {
            return NotFound();
        }

        await HttpContext.SignInAsync(StaffCookie.Scheme, StaffCookie.Of(chosen, StaffCookie.SignedInAt(User)));
        return LocalRedirect(WayBack.For(chosen, null));
    }

    // The same account alone says that it is the same person.
    private async Task Find()
    {
        if (me.Worker.EntraId is not { } account)
        {
            return;
        }

        await using var db = store.Read();
        var all = await db.Workers.Where(one => one.EntraId == account && one.LeftAt == null && one.Id != me.Id).OrderBy(one => one.Id).ToListAsync(HttpContext.RequestAborted);
        Others = [.. all.Where(one => services.Find(one.ServiceId) is not null).Select(one => (one, services.Of(one.ServiceId).Name))];
    }
}
