using System.ComponentModel.DataAnnotations;
using Companion.Workflows.Settings;

namespace Companion.Bot.Hosting;

/// <summary>
/// Reads the configuration into settings. Everything that is wrong is told at once, a sentence each: the key, what is wrong with
/// it, and what would be right.
/// </summary>
public sealed class Configured(IConfiguration configuration)
{
    // What the framework itself reads, and the sections that belong to a feature each.
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "Urls", "AllowedHosts", "Logging", "Storage", "Twilio", "Teams", "Model", "Email", "Links", "Services", "Triage", "Instruments", "Sending", "Telemetry", "Outcomes", "SignIn",
    };

    private readonly List<string> wrong = [];

    /// <summary>One section as an object; unknown keys and values out of range are remembered as wrong.</summary>
    public T Section<T>(string name)
        where T : class, new()
    {
        var read = new T();
        Bind(configuration.GetSection(name), read, name);
        return read;
    }

    /// <summary>The services, prepared.</summary>
    public ServiceBook Services()
    {
        var services = new Dictionary<string, ServiceSettings>(StringComparer.Ordinal);
        foreach (var section in configuration.GetSection("Services").GetChildren())
        {
            var service = new ServiceSettings();
            if (Bind(section, service, $"Services:{section.Key}"))
            {
                wrong.AddRange(service.Prepare(section.Key));
            }

            services.Add(section.Key, service);
        }

        if (services.Count == 0)
        {
            wrong.Add("Services: there is none; configure at least one, for example Services:shire:Name.");
        }

        return new ServiceBook(services);
    }

    /// <summary>Remembers something wrong.</summary>
    public void Wrong(string sentence) => wrong.Add(sentence);

    /// <summary>Finds keys of a file that nothing reads.</summary>
    public void CheckFile(string path)
    {
        var file = new ConfigurationBuilder().AddJsonFile(path, optional: true).Build();
        wrong.AddRange(file.GetChildren()
            .Where(section => !Known.Contains(section.Key))
            .Select(section => $"{section.Key}: nothing reads this key of {Path.GetFileName(path)}."));
    }

    /// <summary>Stops with every sentence when anything was wrong.</summary>
    /// <exception cref="WrongConfiguration">Something was.</exception>
    public void ThrowIfWrong()
    {
        if (wrong.Count > 0)
        {
            throw new WrongConfiguration(wrong);
        }
    }

    private bool Bind(IConfigurationSection section, object target, string name)
    {
        try
        {
            section.Bind(target, options => options.ErrorOnUnknownConfiguration = true);
        }
        catch (InvalidOperationException trouble)
        {
            wrong.Add($"{name}: {(trouble.InnerException ?? trouble).Message}");
            return false;
        }

        var results = new List<ValidationResult>();
        Validator.TryValidateObject(target, new ValidationContext(target), results, validateAllProperties: true);
        wrong.AddRange(results.Select(result => $"{name}:{string.Join(',', result.MemberNames)}: {result.ErrorMessage}"));
        return results.Count == 0;
    }
}

/// <summary>The configuration cannot be used; every reason is in the message, a line each.</summary>
public sealed class WrongConfiguration(IReadOnlyList<string> sentences)
    : Exception("The configuration cannot be used:\n  " + string.Join("\n  ", sentences))
{
    /// <summary>What is wrong, a sentence each.</summary>
    public IReadOnlyList<string> Sentences => sentences;
}
