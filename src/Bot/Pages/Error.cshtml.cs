using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Companion.Bot.Pages;

/// <summary>Something did not work: a plain page that says what to do now.</summary>
[IgnoreAntiforgeryToken] // it stands in for pages that were posted to, and does nothing
public sealed class ErrorModel : PageModel
{
    private static readonly int[] Known = [400, 403, 404, 413, 429];

    /// <summary>The start of the keys of the words: error.404 and the like, error.other for what has none of its own.</summary>
    public string Words { get; private set; } = "error.other";

    /// <summary>Shows the words of a status.</summary>
    public void OnGet(int? code) => Show(code);

    /// <summary>The same for a page that was posted to.</summary>
    public void OnPost(int? code) => Show(code);

    private void Show(int? code)
    {
        var status = code ?? Response.StatusCode;
        Words = Known.Contains(status) ? "error." + status.ToString(CultureInfo.InvariantCulture) : "error.other";
        if (Response.StatusCode == StatusCodes.Status200OK)
        {
            Response.StatusCode = code is >= 400 and < 600 ? code.Value : StatusCodes.Status404NotFound; // opened by hand
        }
    }
}
