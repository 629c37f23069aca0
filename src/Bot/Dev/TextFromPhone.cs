using System.Security.Cryptography;
using Companion.Dialogs.Understanding;
using Companion.Workflows.Consent;
using Companion.Workflows.People;
using Companion.Workflows.Receiving;
using Companion.Workflows.Settings;

namespace Companion.Bot.Dev;

/// <summary>
/// A simulated phone texts a service. The words go the same way as a provider's webhook would bring them, keywords included: where
/// the provider acts on STOP, the network blocks the pair and says so.
/// </summary>
public sealed class TextFromPhone(ReceiveMessage receive, ServiceBook services, BlockedPairs blocked, OptOutSettings optOut, RunToRest rest)
{
    /// <summary>The longest text that is taken, in characters: ten segments.</summary>
    public const int Longest = 1600;

    /// <summary>Sends one text, and waits until everything it led to is done.</summary>
    /// <param name="from">One of Ofcom's numbers for drama.</param>
    /// <param name="to">The number of a service.</param>
    /// <param name="words">What was typed.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>False when no service has the number.</returns>
    public async Task<bool> Handle(PhoneNumber from, string to, string words, CancellationToken cancel)
    {
        if (services.ByNumber(to) is not { } service)
        {
            return false;
        }

        var acted = optOut.ByProvider ? ProviderKeywords.ActedOn(words) : null;
        if (acted is ConsentAct.Stop or ConsentAct.Start)
        {
            blocked.Set(service.Key, from.E164, acted is ConsentAct.Stop);
        }

        var id = "SIM-IN-" + Convert.ToHexString(RandomNumberGenerator.GetBytes(8));
        var incoming = new Incoming(service.Key, Channel.Sms, id, from.E164, words) { ProviderOptOut = acted?.ToString().ToUpperInvariant() };
        await receive.Handle(incoming, cancel);
        await rest.Handle(cancel);
        return true;
    }
}
