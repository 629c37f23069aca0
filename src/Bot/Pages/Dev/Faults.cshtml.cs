using Companion.Bot.Dev;
using Companion.Workflows.Sending;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Companion.Bot.Pages.Dev;

/// <summary>The switches that make the network misbehave and stop all sending.</summary>
public sealed class FaultsModel(SimulatedPhones phones, SendSwitch sending, RunToRest rest) : PageModel
{
    /// <summary>How the network misbehaves.</summary>
    public PhoneFault Fault => phones.Fault;

    /// <summary>True while anything is sent.</summary>
    public bool IsSending => sending.IsOn;

    /// <summary>Sets the network.</summary>
    public IActionResult OnPostNetwork(PhoneFault fault)
    {
        phones.Fault = Enum.IsDefined(fault) ? fault : PhoneFault.None;
        return RedirectToPage();
    }

    /// <summary>Switches sending on or off; what waited goes when it is switched on.</summary>
    public async Task<IActionResult> OnPostSending(bool on)
    {
        sending.IsOn = on;
        await rest.Handle(CancellationToken.None);
        return RedirectToPage();
    }
}
