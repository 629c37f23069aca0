using Companion.Bot.Appointments;
using Companion.Bot.Channels.Teams;
using Companion.Bot.Channels.Twilio;
using Companion.Bot.Chat;
using Companion.Bot.Dev;
using Companion.Bot.Outcomes;
using Companion.Bot.Pages;
using Companion.Dialogs.Safety;
using Companion.Workflows.Storage;

namespace Companion.Bot.Hosting;

/// <summary>The verb "serve": the web host, put together so that it reads as a table of contents.</summary>
public static class Serve
{
    /// <summary>Builds the host.</summary>
    /// <param name="args">Configuration as arguments, for example --Urls=http://127.0.0.1:0.</param>
    /// <param name="change">A last word on the parts before they are put together, for tests.</param>
    /// <param name="environment">The environment, where it is not the process's.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? change = null, string? environment = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(Serve).Assembly.GetName().Name, // pages are found in it, whoever starts it
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = environment ?? EnvironmentName(),
        });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.AddSimpleConsole().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.AddCompanion();
        builder.Services.AddChat();
        builder.Services.AddPages();
        change?.Invoke(builder);

        var app = builder.Build();
        app.MapPages();
        app.UseDevGate();
        app.MapOutcomes();
        app.MapHealth();
        app.MapTwilio();
        app.MapTeams();
        app.MapPost("/appointments", http => app.Services.GetRequiredService<AppointmentEndpoint>().Handle(http));
        return app;
    }

    /// <summary>Migrates, then serves until it is stopped.</summary>
    /// <returns>0, or 1 when the configuration cannot be used.</returns>
    public static async Task<int> Run(string[] args)
    {
        try
        {
            _ = Task.Run(static () => new Listener()); // its rules and weights take half a second to read: on another core meanwhile
            await using var app = Build(args);
            await app.Services.GetRequiredService<IStore>().Migrate(CancellationToken.None);
            app.Services.GetService<MoveClock>()?.Restore();
            app.Services.GetRequiredService<StartReport>().Write();
            await app.RunAsync();
            return 0;
        }
        catch (WrongConfiguration wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 1;
        }
    }

    // With no environment set, a Debug build is Development and a Release build Production.
    private static string EnvironmentName() =>
        Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
        ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
#if DEBUG
        ?? Environments.Development;
#else
        ?? Environments.Production;
#endif
}
