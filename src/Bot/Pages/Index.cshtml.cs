using Companion.Workflows.Settings;
using Microsoft.AspNetCore.Mvc;

namespace Companion.Bot.Pages;

/// <summary>The start page: what this is, what it is not for, and the two ways in.</summary>
public sealed class IndexModel(ServiceBook services) : PatientPage(services)
{
    /// <summary>Shows the page, or the choice of services.</summary>
    public IActionResult OnGet(string? service) => Take(service) is null && service is not null ? NotFound() : Page();
}
