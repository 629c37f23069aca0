using Companion.Bot.LinkWorkers.Team;
using Companion.Bot.SignIn;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Companion.Bot.Pages.Console.Team;

/// <summary>Who works for the service.</summary>
public sealed class IndexModel(TeamView team, SignedIn me, PageWords words) : PageModel
{
    /// <summary>Everybody, by name.</summary>
    public IReadOnlyList<TeamRow> Rows { get; private set; } = [];

    /// <summary>When somebody is in.</summary>
    public string In(TeamRow row) => row.IsIn ? words["console.team.in"]
        : row.NextIn is { } next ? words.With("console.team.next", ("at", TeamWords.At(next)))
        : words["console.team.never"];

    /// <summary>Shows them.</summary>
    public async Task OnGet() => Rows = await team.Everybody(me.ServiceId, HttpContext.RequestAborted);
}
