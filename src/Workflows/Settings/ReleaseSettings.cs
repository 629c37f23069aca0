using System.ComponentModel.DataAnnotations;
using Companion.Workflows.Sending;

namespace Companion.Workflows.Settings;

/// <summary>
/// How much a service begins by itself on one local day, as <c>Services:KEY:Release</c> configures it: to try a schedule with a few
/// people first. What is beyond waits for the next day within its window. Reminders are never held back by it.
/// </summary>
public sealed class ReleaseSettings
{
    /// <summary>Check-ins begun on a day at most; 0 for no limit.</summary>
    [Range(0, 1_000_000)]
    public int CheckInsPerDay { get; set; }

    /// <summary>Offers of places begun on a day at most; 0 for no limit.</summary>
    [Range(0, 1_000_000)]
    public int OffersPerDay { get; set; }

    /// <summary>The limit of a class; 0 for none.</summary>
    public int MostOf(SendClass sendClass) => sendClass switch
    {
        SendClass.CheckIn => CheckInsPerDay,
        SendClass.Offer => OffersPerDay,
        _ => 0,
    };
}
