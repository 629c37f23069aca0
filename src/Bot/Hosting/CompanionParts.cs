using System.Security.Cryptography;
using Companion.Bot.Appointments;
using Companion.Bot.Channels.Email;
using Companion.Bot.Channels.Teams;
using Companion.Bot.Channels.Twilio;
using Companion.Bot.Dev;
using Companion.Bot.LinkWorkers;
using Companion.Bot.Models;
using Companion.Bot.Outcomes;
using Companion.Bot.Sending;
using Companion.Bot.SignIn;
using Companion.Bot.Telemetry;
using Companion.Dialogs;
using Companion.Dialogs.CheckIns;
using Companion.Dialogs.Words;
using Companion.Workflows;
using Companion.Workflows.CheckIns;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Outcomes;
using Companion.Workflows.Referrals;
using Companion.Workflows.Settings;
using Companion.Workflows.Summaries.Asking;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Bot.Hosting;

/// <summary>Puts a Companion together from its configuration.</summary>
public static class CompanionParts
{
    /// <summary>Adds everything that serves people: store, clock, services, workflows.</summary>
    /// <exception cref="WrongConfiguration">The configuration cannot be used.</exception>
    public static void AddCompanion(this WebApplicationBuilder builder)
    {
        var configured = new Configured(builder.Configuration);
        configured.CheckFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"));
        var storage = configured.Section<StorageSettings>("Storage");
        var (twilio, email) = (configured.Section<TwilioSettings>("Twilio"), configured.Section<EmailSettings>("Email"));
        var (telemetry, signIn) = (configured.Section<TelemetrySettings>("Telemetry"), configured.Section<SignInSettings>("SignIn"));
        var teams = configured.Section<TeamsSettings>("Teams");
        var model = configured.Section<ModelSettings>("Model");
        model.Wrong().Concat(teams.Wrong()).ToList().ForEach(configured.Wrong);
        storage.Wrong().Concat(twilio.Wrong()).Concat(email.Wrong()).Concat(telemetry.Wrong()).Concat(signIn.Wrong()).ToList().ForEach(configured.Wrong);
        var links = configured.Section<LinkSettings>("Links");
        var outcomes = configured.Section<OutcomeSettings>("Outcomes");
        var sending = configured.Section<SendingSettings>("Sending");
        var services = configured.Services();
        var triage = TriageOf(configured);
        var instruments = configured.Section<Dictionary<string, InstrumentSettings>>("Instruments");
        instruments.SelectMany(one => one.Value.Wrong(one.Key)).Concat(InstrumentSettings.WithoutWords(services, instruments)).ToList().ForEach(configured.Wrong);
        StartRules.CheckManagers(configured, services, signIn);
        var inDevelopment = builder.Environment.IsDevelopment();
        var ways = inDevelopment ? WaysToTell.All : new WaysToTell(twilio.CanSend, email.CanSend, teams.HasCredential);
        if (!inDevelopment)
        {
            StartRules.Check(configured, services, links, twilio, ways);
            StartRules.CheckTeams(configured, services, teams);
            StartRules.CheckModel(configured, services, model);
        }

        configured.ThrowIfWrong();

        if (links.Key.Length == 0)
        {
            links.Key = DevelopmentKey(storage.DataFolder());
        }

#pragma warning disable RS0030 // The one place that takes the system's time; everybody else is given it.
        builder.Services.AddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        builder.Services
            .AddSingleton<CompanionClock>()
            .AddSingleton<IClock>(parts => parts.GetRequiredService<CompanionClock>())
            .AddSingleton(storage)
            .AddSingleton(links)
            .AddSingleton(services)
            .AddSingleton(ways)
            .AddSingleton(outcomes)
            .AddTwilio(twilio)
            .AddEmail(email)
            .AddSingleton(_ => storage.Open())
            .AddSingleton(_ => ShippedDialogs.Book())
            .AddSingleton(_ => triage!)
            .AddSignIn(signIn, inDevelopment)
            .AddWorkflows(WordsWith(instruments))
            .AddModel(model)
            .AddTeams(teams, inDevelopment)
            .AddSending()
            .AddTelemetry(telemetry)
            .AddSingleton(sending)
            .AddSingleton<StartReport>()
            .AddHostedService<OnCallWatch>()
            .AddSingleton<AppointmentEndpoint>()
            .AddConsole()
            .AddOutcomes();
        if (inDevelopment)
        {
            builder.Services.AddSimulator();
        }
    }

    private static TextBook WordsWith(Dictionary<string, InstrumentSettings> instruments) => instruments.Aggregate(
        new TextBook(typeof(TextBook).Assembly, typeof(WorkflowParts).Assembly, typeof(CompanionParts).Assembly),
        (book, one) => book.With("en", one.Value.Texts(Instrument.Of(one.Key))));

    private static Triage? TriageOf(Configured configured)
    {
        try
        {
            return new Triage(configured.Section<TriageSettings>("Triage"));
        }
        catch (TriageTableException wrong)
        {
            wrong.Faults.ToList().ForEach(fault => configured.Wrong("Triage:" + fault));
            return null;
        }
    }

    // Kept in the data folder, so that links of yesterday still open; outside Development the key comes by environment.
    internal static string DevelopmentKey(string folder)
    {
        var file = Path.Combine(folder, "development-link-key");
        if (!File.Exists(file))
        {
            File.WriteAllText(file, Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));
        }

        return File.ReadAllText(file);
    }
}
