using System.CommandLine;
using Companion.Bot.Hosting;
using Companion.Dialogs;
using Companion.Dialogs.Words;
using Companion.Workflows;
using Companion.Workflows.Consent;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Bot.CommandLine;

/// <summary>The workflows on the configured database, without a host: for verbs that open no port and need no secret.</summary>
internal static class Offline
{
    /// <summary>Which service.</summary>
    public static Option<string?> ServiceOption() => new("--service") { Description = "The service's key; may be left out where there is only one." };

    /// <summary>Runs work for a service on a database of this release's shape; 1 when the configuration or the key is wrong.</summary>
    public static async Task<int> Run(ParseResult parsed, string? key, Func<IServiceProvider, string, Task<int>> work)
    {
        var error = parsed.InvocationConfiguration.Error;
        try
        {
            await using var parts = Parts();
            if (parts.GetRequiredService<ServiceBook>().Find(key) is not { } service)
            {
                await error.WriteLineAsync(key is null ? "Say which service: --service KEY." : $"There is no Services:{key} in the configuration.");
                return 1;
            }

            await parts.GetRequiredService<IStore>().Migrate(CancellationToken.None);
            return await work(parts, service.Key);
        }
        catch (WrongConfiguration wrong)
        {
            await error.WriteLineAsync(wrong.Message);
            return 1;
        }
    }

    private static ServiceProvider Parts()
    {
        var configured = new Configured(new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .Build());
        var (storage, links, services) = (configured.Section<StorageSettings>("Storage"), configured.Section<LinkSettings>("Links"), configured.Services());
        storage.Wrong().ToList().ForEach(configured.Wrong);
        configured.ThrowIfWrong();
        if (links.Key.Length == 0)
        {
            links.Key = CompanionParts.DevelopmentKey(storage.DataFolder());
        }

#pragma warning disable RS0030 // A verb is an outermost ring: here the clock is asked, everything further in is told.
        return new ServiceCollection()
            .AddSingleton<IClock>(SystemClock.Instance)
#pragma warning restore RS0030
            .AddSingleton(_ => storage.Open())
            .AddSingleton(links)
            .AddSingleton(services)
            .AddSingleton(new OptOutSettings())
            .AddSingleton(_ => ShippedDialogs.Book())
            .AddWorkflows(new TextBook(typeof(TextBook).Assembly, typeof(WorkflowParts).Assembly, typeof(Offline).Assembly))
            .BuildServiceProvider();
    }
}
