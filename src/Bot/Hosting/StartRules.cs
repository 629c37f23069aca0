using Companion.Bot.Channels.Teams;
using Companion.Bot.Channels.Twilio;
using Companion.Bot.SignIn;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Settings;
using Companion.Workflows.Summaries.Asking;

namespace Companion.Bot.Hosting;

/// <summary>What must be so outside Development before people are served: each missing thing stops the start with a sentence.</summary>
public static class StartRules
{
    private const int ShortestKey = 32;

    /// <summary>Checks, and remembers what is wrong.</summary>
    public static void Check(Configured configured, ServiceBook services, LinkSettings links, TwilioSettings twilio, WaysToTell ways)
    {
        if (links.Key.Length < ShortestKey)
        {
            configured.Wrong($"Links:Key: set the environment variable Links__Key to a secret of at least {ShortestKey} characters.");
        }

        if (!Uri.TryCreate(links.BaseUrl, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
        {
            configured.Wrong("Links:BaseUrl: set it to the https address that people open, for example https://companion.example.");
        }

        if (!twilio.CanSend)
        {
            configured.Wrong("Twilio:AuthToken: set the environment variables Twilio__AccountSid and Twilio__AuthToken; without them no text goes out and nobody on call is reached.");
        }

        foreach (var service in services.All.Where(service => service.ApiKey.Length is > 0 and < ShortestKey))
        {
            configured.Wrong($"Services:{service.Key}:ApiKey: set the environment variable Services__{service.Key}__ApiKey to a secret of at least {ShortestKey} characters, or leave it out.");
        }

        foreach (var service in services.All.Where(service => !ways.ReachWorkersOf(service)))
        {
            configured.Wrong(
                $"Services:{service.Key}:TeamsChannel: its workers can be told of hand-offs neither by e-mail nor in Teams. Set Email__Smtp and Email__From, "
                + "or Teams:AppId and this key.");
        }

        var phoned = ways with { Phones = true }; // without Twilio nobody is reached, which is said once
        foreach (var service in services.All.Where(service => !service.CrisisCover.IsSignedNone))
        {
            foreach (var (key, _) in service.OnCall.Where(person => !phoned.Reach(person.Value)))
            {
                configured.Wrong($"Services:{service.Key}:OnCall:{key}: nothing set up here reaches this person. Give a number to Text or Call, or set Email__Smtp.");
            }

            if (OnCallSettings.FirstUncovered(service.OnCall.Values) is { } hour)
            {
                configured.Wrong(
                    $"Services:{service.Key}:OnCall: nobody is on call on {hour.DayOfWeek} at {hour:HH:mm}. Cover every hour, or sign "
                    + "CrisisCover:Kind=None with SignedBy and SignedOn; safety texts then say that nobody is reading.");
            }
        }
    }

    /// <summary>Checks that each first manager is one of a service there is.</summary>
    public static void CheckManagers(Configured configured, ServiceBook services, SignInSettings signIn)
    {
        foreach (var key in signIn.FirstManagers.Keys.Where(key => services.Find(key) is null))
        {
            configured.Wrong($"SignIn:FirstManagers:{key}: there is no service '{key}'; name one of Services.");
        }
    }

    /// <summary>Checks that Teams is wholly configured or not at all: a bot that hears and cannot answer is worse than none.</summary>
    public static void CheckTeams(Configured configured, ServiceBook services, TeamsSettings teams)
    {
        teams.Missing().ToList().ForEach(configured.Wrong);
        foreach (var service in services.All.Where(service => service.TeamsChannel.Length > 0))
        {
            if (!teams.IsUsed)
            {
                configured.Wrong($"Services:{service.Key}:TeamsChannel: is set although Teams:AppId is not, so nothing would be shown there.");
            }
            else if (!service.TeamsChannel.StartsWith("19:", StringComparison.Ordinal))
            {
                configured.Wrong($"Services:{service.Key}:TeamsChannel: must be the channel's id, which begins with 19: and ends with @thread.tacv2.");
            }
        }
    }

    /// <summary>Checks that a service which has turned the model on has one: otherwise it would believe that a model writes.</summary>
    public static void CheckModel(Configured configured, ServiceBook services, ModelSettings model)
    {
        foreach (var service in services.All.Where(service => service.Summaries.Model && !model.IsComplete))
        {
            configured.Wrong(
                $"Services:{service.Key}:Summaries:Model: is on, but {string.Join(" and ", model.Missing().Select(key => $"Model:{key}"))} must be set first "
                + "(the key by the environment variable Model__ApiKey); or turn it off.");
        }
    }
}
