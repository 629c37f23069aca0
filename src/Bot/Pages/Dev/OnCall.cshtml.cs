using Companion.Bot.Dev;
using Companion.Workflows.HandOffs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Companion.Bot.Pages.Dev;

/// <summary>The phones of the people on call.</summary>
public sealed class OnCallModel(OnCallPhones phones, AcceptCall accept, RunToRest rest, LinkSettings links) : PageModel
{
    /// <summary>Everybody, with what they got.</summary>
    public IReadOnlyList<OnCallPhone> Phones { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGet() => Phones = await phones.Read(HttpContext.RequestAborted);

    /// <summary>Somebody pressed 1 in a call.</summary>
    public async Task<IActionResult> OnPost(long call)
    {
        await accept.Handle(call, CancellationToken.None);
        await rest.Handle(CancellationToken.None);
        return RedirectToPage();
    }

    /// <summary>The words cut at a link of ours.</summary>
    public (string Before, string? Link, string After) Cut(string words) => phones.Cut(words);

    /// <summary>A link as it was written, whatever host this page was asked for by.</summary>
    public string Full(string link) => links.BaseUrl.TrimEnd('/') + link;
}
