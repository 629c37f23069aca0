using System.Reflection;
using System.Text.RegularExpressions;
using Companion.Bot.LinkWorkers;
using Companion.Bot.Tests.Pages;
using Companion.Dialogs.Consent;
using Companion.Dialogs.Referrals;
using Companion.Dialogs.Safety;
using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;
using Companion.Tests.Support;
using Companion.Workflows.Appointments;
using Companion.Workflows.CheckIns;
using Companion.Workflows.Consent;
using Companion.Workflows.Notes;
using Companion.Workflows.Outcomes;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using Companion.Workflows.Sending;
using Companion.Workflows.Sending.Preview;
using Companion.Workflows.Sharing;
using Companion.Workflows.Summaries;
using Companion.Workflows.Workers;

namespace Companion.Bot.Tests.LinkWorkers;

/// <summary>What the values are called that staff see.</summary>
public sealed partial class CalledTests
{
    private static readonly Type[] Shown =
    [
        typeof(HandOffReason), typeof(Kind), typeof(Level), typeof(Channel), typeof(SendClass), typeof(SendStatus), typeof(Textable),
        typeof(AddressTrouble), typeof(ConsentTopic), typeof(ConsentChange), typeof(Tier), typeof(Need), typeof(ReferralState),
        typeof(Finding), typeof(FindingOutcome), typeof(CheckInStatus), typeof(ScoreEntryOutcome), typeof(WhyUnanswered), typeof(NextChannel),
        typeof(WhyMissing), typeof(PressOutcome), typeof(Outlook), typeof(NumberOutcome), typeof(FirstContactOutcome), typeof(AppointmentKind), typeof(AppointmentStatus), typeof(WorkerRole), typeof(QueuePart),
        typeof(Purpose), typeof(Writer), typeof(Speaker), typeof(Heading), typeof(Fault), typeof(Difference), typeof(ProposalKind), typeof(GoalKind), typeof(PlanStatus), typeof(TimelineKind),
        typeof(CaseFormat), typeof(Recipient), typeof(Way), typeof(LetterRefusal), typeof(LetterOutcome), typeof(SentOutcome),
    ];

    [Fact]
    public void Every_value_that_staff_see_has_its_words_and_nothing_else_has()
    {
        var named = Shown.SelectMany(type => Enum.GetNames(type).Select(name => $"called.{type.Name}.{name}"));
        var written = Written("event", HandOffEvents())
            .Concat(Written("task", Tasks()))
            .Concat(Written("alert", Alerts()))
            .ToList();
        var closed = typeof(ClosedReasons).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!)
            .Concat(["finished", "cleared", "agreed", "died", "moved away", "wrong number", "entered"])
            .Select(reason => "called.closed." + reason);
        string[] others =
        [
            "called.status.Open", "called.status.Died", "called.skipped.declined", "called.skipped.unknown", "called.skipped.not applicable",
            "called.mode.text", "called.mode.chat", "called.mode.phone", "called.mode.in person", "called.mode.proxy", "called.question.shared", "called.question.private.ok", "called.question.private", "called.said.yes", "called.said.no", "called.said.none",
        ];

        Assert.Equal(
            named.Concat(written).Concat(closed).Concat(others).Order(StringComparer.Ordinal),
            ShippedWords.Keys.Where(key => key.StartsWith("called.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_are_as_within_a_sentence() => Assert.DoesNotContain(
        ShippedWords.Keys.Where(key => key.StartsWith("called.", StringComparison.Ordinal)).Select(key => ShippedWords.Pages[key]),
        words => char.IsUpper(words[0]) && !char.IsUpper(words[1]));

    // Names that no type lists stand in the code that writes the row.
    private static IEnumerable<string> Written(string group, Regex writes)
    {
        var names = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(path => writes.Matches(File.ReadAllText(path)))
            .SelectMany(found => found.Groups[1].Captures)
            .Select(name => $"called.{group}.{name.Value}")
            .Distinct()
            .ToList();
        Assert.NotEmpty(names);
        return names;
    }

    [GeneratedRegex("HandOffLog\\.Write\\((?:[^\";]*\"([A-Z]\\w+)\")+")]
    private static partial Regex HandOffEvents();

    [GeneratedRegex("StaffTasks\\.Give\\(\\s*[\\w.]+,\\s*StaffTasks\\.(\\w+)")]
    private static partial Regex Tasks();

    [GeneratedRegex("(?:alerts\\.Handle\\(|\\bKeep\\(|RaiseAlert\\.Write\\([^\"]*)\\s*\"(\\w+)\"")]
    private static partial Regex Alerts();
}
