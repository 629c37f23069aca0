using System.CommandLine;
using Companion.Bot.Channels.Teams;
using Companion.Bot.Channels.Teams.Package;
using Companion.Bot.Hosting;
using Companion.Workflows.HandOffs;

namespace Companion.Bot.CommandLine;

/// <summary><c>teams-package FILE.zip</c>: the app that an administrator uploads to Teams, from the configuration. Opens no port and no database, and needs no secret.</summary>
internal static class TeamsPackageVerb
{
    public static Command Verb()
    {
        var file = new Argument<FileInfo>("file") { Description = "Where to write the package, for example companion-teams.zip." };
        var app = new Option<string?>("--app-id") { Description = "The Microsoft App ID of the Azure Bot; Teams:AppId, when left out." };
        var address = new Option<string?>("--base-url") { Description = "The https address of Companion; Links:BaseUrl, when left out." };
        var privacy = new Option<string?>("--privacy-url") { Description = "The organisation's privacy notice." };
        var terms = new Option<string?>("--terms-url") { Description = "The organisation's terms of use." };
        var version = new Option<string>("--package-version") { Description = "A higher version replaces a lower one.", DefaultValueFactory = _ => "1.0.0" };
        var verb = new Command("teams-package", "Writes the app package for Microsoft Teams (docs/teams.md).") { file, app, address, privacy, terms, version };
        verb.SetAction(async (parsed, cancel) =>
        {
            try
            {
                var facts = Facts(parsed.GetValue(app), parsed.GetValue(address)) with
                {
                    PrivacyUrl = parsed.GetValue(privacy),
                    TermsUrl = parsed.GetValue(terms),
                    Version = parsed.GetValue(version)!,
                };
                await File.WriteAllBytesAsync(parsed.GetValue(file)!.FullName, AppPackage.Build(facts), cancel);
                await parsed.InvocationConfiguration.Output.WriteLineAsync(parsed.GetValue(file)!.FullName);
                return 0;
            }
            catch (Exception wrong) when (wrong is WrongConfiguration or IOException or UnauthorizedAccessException)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(wrong.Message);
                return 1;
            }
        });
        return verb;
    }

    private static AppFacts Facts(string? app, string? address)
    {
        var configured = new Configured(new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .Build());
        var services = configured.Services().All.ToList();
        var facts = new AppFacts(
            app ?? configured.Section<TeamsSettings>("Teams").AppId,
            (address ?? configured.Section<LinkSettings>("Links").BaseUrl).TrimEnd('/'),
            services.Count == 0 ? "" : services[0].Name);
        if (!Guid.TryParse(facts.AppId, out _))
        {
            configured.Wrong("Teams:AppId: set it, or --app-id, to the Microsoft App ID of the Azure Bot, a GUID.");
        }

        if (!Uri.TryCreate(facts.BaseUrl, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps)
        {
            configured.Wrong("Links:BaseUrl: set it, or --base-url, to the https address of Companion: Teams takes no other.");
        }

        configured.ThrowIfWrong();
        return facts;
    }
}
