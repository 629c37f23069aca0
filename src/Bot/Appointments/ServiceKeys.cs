using System.Security.Cryptography;
using System.Text;
using Companion.Workflows.Settings;

namespace Companion.Bot.Appointments;

/// <summary>Which service's case system calls, by its bearer key.</summary>
internal static class ServiceKeys
{
    private const string Scheme = "Bearer ";

    /// <summary>True when any service has a key; without one nothing enters.</summary>
    public static bool Any(ServiceBook services) => services.All.Any(service => service.ApiKey.Length > 0);

    /// <summary>The service whose key it is, or null. Every key is compared, and each in the same time.</summary>
    public static ServiceSettings? Of(ServiceBook services, string? authorization)
    {
        var given = authorization?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) == true ? authorization[Scheme.Length..].Trim() : "";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(given));
        ServiceSettings? found = null;
        foreach (var service in services.All.Where(service => service.ApiKey.Length > 0))
        {
            if (CryptographicOperations.FixedTimeEquals(hash, SHA256.HashData(Encoding.UTF8.GetBytes(service.ApiKey))))
            {
                found = service;
            }
        }

        return found;
    }
}
