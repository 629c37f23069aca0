using Companion.Bot.Dev;
using Companion.Dialogs.Understanding;
using Companion.Workflows.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Companion.Bot.Pages.Dev;

/// <summary>Simulated phones, side by side.</summary>
public sealed class PhonesModel(PhoneScreen screens, TextFromPhone texting, ServiceBook services) : PageModel
{
    private const int Most = 6;
    private const string DramaBegins = "+447700900";

    /// <summary>The numbers, as the address of the page names them.</summary>
    [BindProperty(SupportsGet = true, Name = "phone")]
    public IReadOnlyList<string> Numbers { get; set; } = [];

    /// <summary>The number of the service that is texted; the first service's when it is not said.</summary>
    [BindProperty(SupportsGet = true, Name = "to")]
    public string? To { get; set; }

    /// <summary>The phones.</summary>
    public IReadOnlyList<Phone> Phones { get; private set; } = [];

    /// <summary>The numbers of the phones that are open.</summary>
    public IReadOnlyList<string> Open => Phones.Select(phone => phone.Number.E164).ToList();

    /// <summary>Every service that can be texted.</summary>
    public IReadOnlyList<ServiceSettings> Services { get; } = services.All.ToList();

    /// <summary>What is wrong with the numbers, if anything.</summary>
    public string? Problem { get; private set; }

    /// <summary>Shows them.</summary>
    public Task OnGet() => Read();

    /// <summary>Sends a text and shows the phones again.</summary>
    public async Task<IActionResult> OnPost(string? from, string? words)
    {
        if (!IsForDrama(from, out var number) || string.IsNullOrWhiteSpace(words) || words.Length > TextFromPhone.Longest)
        {
            await Read();
            Problem ??= "Write a text, from a number between 07700 900000 and 07700 900999.";
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await texting.Handle(number, Service().Number, words, CancellationToken.None);
        return Redirect(Request.Path + Request.QueryString);
    }

    private static bool IsForDrama(string? text, out PhoneNumber number) =>
        PhoneNumber.TryParse(text, out number) && number.E164.StartsWith(DramaBegins, StringComparison.Ordinal);

    private ServiceSettings Service() => (To is null ? null : services.ByNumber(To)) ?? Services[0];

    private async Task Read()
    {
        var phones = new List<Phone>();
        foreach (var text in Numbers.Where(text => !string.IsNullOrWhiteSpace(text)).Take(Most))
        {
            if (!IsForDrama(text, out var number))
            {
                Problem = "Only numbers between 07700 900000 and 07700 900999 are simulated: nobody has them.";
            }
            else if (!phones.Exists(phone => phone.Number == number))
            {
                phones.Add(new Phone(number, Service(), await screens.Read(Service().Key, number, HttpContext.RequestAborted)));
            }
        }

        Phones = phones;
    }
}

/// <summary>One simulated phone.</summary>
public sealed record Phone(PhoneNumber Number, ServiceSettings Service, IReadOnlyList<PhoneText> Texts);
