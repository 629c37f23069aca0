using System.Text;
using Companion.Bot.Channels.Teams;
using Companion.Bot.Dev;
using Companion.Bot.SignIn;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Summaries.Asking;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Bot.Hosting;

/// <summary>What the start tells whoever runs Companion: which parts are real, which are simulated, and what makes them real.</summary>
public sealed partial class StartReport(
    IEnumerable<ICarrier> carriers,
    ServiceBook services,
    TeamsSettings teams,
    IHostEnvironment environment,
    SignInSettings signIn,
    ModelSettings model,
    IClock clock,
    ILogger<StartReport> log)
{
    private const string SignInKeys = "SignIn__TenantId, SignIn__ClientId, SignIn__ClientSecret";
    private const string TwilioKeys = "Twilio__AccountSid, Twilio__AuthToken, Twilio__PublicUrl, and Twilio__From or Twilio__MessagingServiceSid";

    private const string TeamsKeys = "Teams__AppId, Teams__TenantId, Teams__ClientSecret or Teams__ManagedIdentity, and Services__KEY__TeamsChannel";

    private const string ModelKeys = "Model__Endpoint, Model__ApiKey, Model__Name";

    /// <summary>Logs the table, and a warning for each bank holidays file that is about to run out.</summary>
    public void Write()
    {
        LogParts(environment.EnvironmentName, Table(Parts()));
        foreach (var sentence in HolidayWarnings(services, clock.GetCurrentInstant().Local().Year))
        {
            LogHolidays(sentence);
        }
    }

    /// <summary>The parts, in the order of the table.</summary>
    public IReadOnlyList<StartPart> Parts() =>
    [
        Carried("texts", Channel.Sms, "/dev", TwilioKeys),
        Carried("calls", Channel.Voice, "/dev/oncall", TwilioKeys),
        Carried("e-mail", Channel.Email, "/dev/oncall", "Email__Smtp, Email__From"),
        HandOffs(),
        Summaries(),
    ];

    /// <summary>A sentence for each service whose bank holidays file ends with this year or before.</summary>
    public static IEnumerable<string> HolidayWarnings(ServiceBook services, int year) => services.All
        .Where(service => service.Holidays.LastYear <= year)
        .Select(service =>
            $"Services:{service.Key}:BankHolidays: the file ends with {service.Holidays.LastYear}; after that, deadlines are reckoned as if "
            + "there were no bank holidays. Point the key at a new file from gov.uk/bank-holidays.json.");

    /// <summary>The table as lines of text.</summary>
    public static string Table(IReadOnlyList<StartPart> parts)
    {
        var table = new StringBuilder();
        foreach (var part in parts)
        {
            table.Append($"\n  {part.Name,-10} {part.Now}{(part.ToMakeReal.Length == 0 ? "" : "; to make it real: " + part.ToMakeReal)}");
        }

        return table.ToString();
    }

    private StartPart Summaries()
    {
        var on = services.All.Count(service => service.Summaries.Model);
        var extractive = "by the extractive summariser, from the record and people's own sentences";
        return on == 0 ? new StartPart("summaries", extractive, "")
            : model.IsComplete ? new StartPart("summaries", $"by the model {model.Name} for {on} of {services.All.Count()} services, checked; otherwise {extractive}", "")
            : new StartPart("summaries", $"{extractive}, although {on} of {services.All.Count()} services have a model turned on", ModelKeys);
    }

    private StartPart HandOffs()
    {
        var channels = services.All.Count(service => service.TeamsChannel.Length > 0);
        var console = signIn.IsConfigured ? "on /console, where staff sign in with Microsoft"
            : environment.IsDevelopment() ? "on /console, where one signs in as somebody invented"
            : "kept; /console and /outcomes stay shut, for nobody can sign in";
        var missing = string.Join("; ", new[] { signIn.IsConfigured ? "" : SignInKeys, !teams.IsUsed ? TeamsKeys : channels == 0 ? "Services__KEY__TeamsChannel" : "" }.Where(keys => keys.Length > 0));
        return new StartPart(
            "hand-offs",
            teams.IsUsed ? $"in Teams, in the channels of {channels} of {services.All.Count()} services; {console}"
            : environment.IsDevelopment() ? $"{console}; /api/messages takes what this machine sends"
            : console,
            missing);
    }

    private StartPart Carried(string name, Channel channel, string where, string keys) => carriers.FirstOrDefault(carrier => carrier.Carries(channel)) switch
    {
        null => new StartPart(name, "nothing carries them: they are refused with that reason", keys),
        SimulatedPhones => new StartPart(name, $"simulated, see {where}", keys),
        _ => new StartPart(name, "real", ""),
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "Companion starts in {Environment}:{Table}")]
    private partial void LogParts(string environment, string table);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Sentence}")]
    private partial void LogHolidays(string sentence);
}

/// <summary>One part of Companion at its start.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Now">How it is done at present.</param>
/// <param name="ToMakeReal">The environment variables that make it real; empty when it is, or cannot be.</param>
public sealed record StartPart(string Name, string Now, string ToMakeReal);
