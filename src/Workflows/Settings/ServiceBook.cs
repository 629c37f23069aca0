namespace Companion.Workflows.Settings;

/// <summary>The services of this deployment, prepared and checked.</summary>
public sealed class ServiceBook
{
    private readonly Dictionary<string, ServiceSettings> services;

    /// <summary>A book of prepared services, by key.</summary>
    public ServiceBook(IReadOnlyDictionary<string, ServiceSettings> services) =>
        this.services = new Dictionary<string, ServiceSettings>(services, StringComparer.Ordinal);

    /// <summary>Every service.</summary>
    public IEnumerable<ServiceSettings> All => services.Values;

    /// <summary>The service of a row.</summary>
    /// <exception cref="KeyNotFoundException">The configuration no longer has it.</exception>
    public ServiceSettings Of(string key) => services.TryGetValue(key, out var service)
        ? service
        : throw new KeyNotFoundException($"There are rows of the service '{key}', but no Services:{key} in the configuration.");

    /// <summary>A book of one of these services.</summary>
    public ServiceBook Only(string key) => new(new Dictionary<string, ServiceSettings> { [key] = Of(key) });

    /// <summary>The service of a key that came from outside, or null; without a key the sole service.</summary>
    public ServiceSettings? Find(string? key) =>
        string.IsNullOrEmpty(key) ? services.Count == 1 ? services.Values.First() : null : services.GetValueOrDefault(key);

    /// <summary>The service a number belongs to; an unknown number belongs to the sole service, and to nobody when there are several.</summary>
    public ServiceSettings? ByNumber(string number) =>
        services.Values.FirstOrDefault(service => service.Number == number) ?? (services.Count == 1 ? services.Values.First() : null);
}
