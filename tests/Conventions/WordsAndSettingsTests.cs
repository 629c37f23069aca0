using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Companion.Bot.Channels.Email;
using Companion.Bot.Channels.Teams;
using Companion.Bot.Channels.Twilio;
using Companion.Bot.Hosting;
using Companion.Bot.Sending;
using Companion.Bot.SignIn;
using Companion.Bot.Telemetry;
using Companion.Dialogs.Referrals;
using Companion.Dialogs.Words;
using Companion.Workflows.Appointments;
using Companion.Workflows.CheckIns;
using Companion.Workflows.Groups;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Outcomes;
using Companion.Workflows.Referrals;
using Companion.Workflows.Settings;
using Companion.Workflows.Summaries.Asking;

namespace Companion.Conventions.Tests;

/// <summary>The words that people read and the settings that a service changes are where they are looked for.</summary>
public sealed partial class WordsAndSettingsTests
{
    private static readonly TextBook Texts = new(House.Dialogs, House.Workflows, House.Bot);

    private static readonly string[] Settings = File.ReadAllLines(Path.Combine(House.Root, "appsettings.json"));

    // The comment above the first speaks of both.
    private static readonly string[] SecondOfTwo = ["AuthToken", "MessagingServiceSid", "TextsPerWeek"];

    /// <summary>A setting's name stands with a capital; what stands otherwise is a name that a service gave, as "sample" or "Y99901".</summary>
    public static TheoryData<string, Type> Sections() => new()
    {
        { "Storage", typeof(StorageSettings) },
        { "Links", typeof(LinkSettings) },
        { "Twilio", typeof(TwilioSettings) },
        { "Teams", typeof(TeamsSettings) },
        { "Email", typeof(EmailSettings) },
        { "Outcomes", typeof(OutcomeSettings) },
        { "Sending", typeof(SendingSettings) },
        { "Telemetry", typeof(TelemetrySettings) },
        { "Model", typeof(ModelSettings) },
        { "SignIn", typeof(SignInSettings) },
        { "Triage", typeof(TriageSettings) },
        { "Services:sample", typeof(ServiceSettings) },
        { "Services:sample:OnCall:1", typeof(OnCallSettings) },
        { "Services:sample:CrisisCover", typeof(CrisisCoverSettings) },
        { "Services:sample:CheckIns", typeof(CheckInSettings) },
        { "Services:sample:Release", typeof(ReleaseSettings) },
        { "Services:sample:Groups", typeof(GroupSettings) },
        { "Services:sample:HandOffs", typeof(HandOffSettings) },
        { "Services:sample:Appointments", typeof(AppointmentSettings) },
        { "Services:sample:Summaries", typeof(SummarySettings) },
    };

    // A part of a key counts when keys begin with it: the rest is put to it where it is said.
    [Fact]
    public void Every_text_that_code_asks_for_is_there()
    {
        var keys = Texts.Keys("en").ToHashSet();
        var families = keys.Select(key => key.Split('.')[0]).ToHashSet();
        var slots = typeof(ReferralSlots).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).ToHashSet();
        var asked = House.Sources(".cs", ".cshtml")
            .SelectMany(file => Dotted().Matches(File.ReadAllText(file)).Select(found => (File: House.Name(file), Key: found.Groups[1].Value)))
            .Where(text => families.Contains(text.Key.Split('.')[0]) && !slots.Contains(text.Key))
            .ToList();
        Assert.NotEmpty(asked);
        Assert.All(asked, text => Assert.Contains(keys, key => key == text.Key || key.StartsWith(text.Key + ".", StringComparison.Ordinal)));
    }

    // Those of the dialogs are held to it with their placeholders filled in.
    [Fact]
    public void Every_text_of_the_workflows_and_pages_is_of_plain_letters()
    {
        var texts = new TextBook(House.Workflows, House.Bot);
        Assert.All(texts.Keys("en"), key => Assert.True(Gsm7.Fits(texts.Raw("en", key)), key));
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void Every_setting_stands_in_appsettings(string section, Type settings)
    {
        using var file = JsonDocument.Parse(string.Join('\n', Settings), new() { CommentHandling = JsonCommentHandling.Skip });
        var at = section.Split(':').Aggregate(file.RootElement, (element, name) => element.GetProperty(name));
        var known = settings.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is { IsPublic: true })
            .Select(property => property.Name);
        Assert.Equal(known.Order(), at.EnumerateObject().Select(property => property.Name).Order());
    }

    // Above it, or first inside.
    [Fact]
    public void Every_key_of_appsettings_has_a_comment() => Assert.All(
        Enumerable.Range(0, Settings.Length).Where(at => Key().IsMatch(Settings[at]) && !IsSecond(at)),
        at => Assert.True(IsComment(at - 1) || (Settings[at].EndsWith('{') && IsComment(at + 1)), Settings[at]));

    private static bool IsSecond(int at) => SecondOfTwo.Any(name => Settings[at].Contains($"\"{name}\"", StringComparison.Ordinal)) && IsComment(at - 2);

    private static bool IsComment(int at) => at >= 0 && Settings[at].TrimStart().StartsWith("//", StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*""[A-Z][A-Za-z]+"":")]
    private static partial Regex Key();

    [GeneratedRegex(@"""([a-z]+(?:\.[A-Za-z0-9-]+)+)""")]
    private static partial Regex Dotted();
}
