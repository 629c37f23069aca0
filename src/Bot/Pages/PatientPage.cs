using Companion.Dialogs.Understanding;
using Companion.Workflows.Settings;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Companion.Bot.Pages;

/// <summary>A page for the people a service is there for: it knows the service and has the exit button.</summary>
public abstract class PatientPage(ServiceBook services) : PageModel
{
    /// <summary>The service the page speaks for; null while several are to choose from.</summary>
    public ServiceSettings? Service { get; private set; }

    /// <summary>Every service, in the order of their names.</summary>
    public IEnumerable<ServiceSettings> All => services.All.OrderBy(service => service.Name, StringComparer.Ordinal);

    /// <summary>The number people text, as they write it.</summary>
    public string TextNumber => PhoneNumber.TryParse(Service?.Number, out var number) ? number.Display : "";

    /// <summary>Takes the service of a key from an address, a form or a row.</summary>
    /// <returns>The service, or null when the key is none of ours.</returns>
    protected ServiceSettings? Take(string? key)
    {
        Service = services.Find(key);
        ViewData["Service"] = Service?.Name;
        ViewData["HasExit"] = true;
        return Service;
    }
}
