using Companion.Bot.Dev;
using Companion.Bot.SignIn;
using Companion.Workflows.Storage;
using Companion.Workflows.Workers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Bot.Pages;

/// <summary>Where staff sign in: with Microsoft; and in Development, on this machine, as somebody invented.</summary>
public sealed class SignInModel(IStore store, SignInSettings settings, IHostEnvironment environment, IClock clock) : PageModel
{
    /// <summary>Who one can be without an account: nobody, outside Development.</summary>
    public IReadOnlyList<Worker> People { get; private set; } = [];

    /// <summary>True when Microsoft is set up.</summary>
    public bool HasMicrosoft => settings.IsConfigured;

    /// <summary>The page they came for.</summary>
    public string? Back { get; private set; }

    /// <summary>The key of what went wrong, if anything.</summary>
    public string? Problem { get; private set; }

    private bool IsForTryingOut => environment.IsDevelopment() && DevGate.IsFromHere(HttpContext);

    /// <summary>Shows the choices.</summary>
    public Task OnGet(string? back, string? problem)
    {
        Problem = problem switch
        {
            "unknown" => "sign-in.problem.unknown",
            "failed" => "sign-in.problem.failed",
            _ => null,
        };
        return Show(back);
    }

    /// <summary>Signs in as somebody invented.</summary>
    public async Task<IActionResult> OnPost([FromForm] long worker, [FromForm] string? back)
    {
        await Show(back);
        if (People.FirstOrDefault(person => person.Id == worker) is not { } chosen)
        {
            return NotFound();
        }

        await HttpContext.SignInAsync(StaffCookie.Scheme, StaffCookie.Of(chosen, clock.GetCurrentInstant()));
        return LocalRedirect(WayBack.For(chosen, back));
    }

    /// <summary>Signs out.</summary>
    public async Task<IActionResult> OnPostOut()
    {
        await HttpContext.SignOutAsync(StaffCookie.Scheme);
        return Redirect(StaffCookie.SignInPath);
    }

    private async Task Show(string? back)
    {
        Back = WayBack.Of(back);
        if (IsForTryingOut)
        {
            await using var db = store.Read();
            People = await db.Workers.Where(worker => worker.LeftAt == null).OrderBy(worker => worker.Id).Take(50).ToListAsync(HttpContext.RequestAborted);
        }
    }
}
