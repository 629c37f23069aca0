using Companion.Dialogs.Understanding;
using Companion.Workflows.Appointments;
using Companion.Workflows.Staff;
using Companion.Workflows.Summaries;
using static Companion.Workflows.Sharing.SharingWords;

namespace Companion.Workflows.Sharing;

/// <summary>
/// The person's own copy, in plain words: what was agreed, their goals, when they meet somebody, and how to reach the service. Scores and
/// risks are not in it. Approved sentences stand as they were approved; a link worker makes them fit.
/// </summary>
internal static class PlainCopy
{
    /// <summary>True for a line that stands in every copy: what to do in need is no secret of the person's.</summary>
    public static bool IsFixed(string line) => line == StaffWords.Of("sharing.copy.help");

    public static string Of(CaseRecord record, string name, Func<Heading, IEnumerable<string>> fit, bool namesRisks)
    {
        var text = new LetterText();
        text.Line("sharing.copy.dear", ("name", name)).Gap().Line("sharing.copy.about", ("service", record.Service));
        var asked = record.Needs.Where(need => namesRisks || need != Need.DomesticAbuse).ToList();
        if (asked.Count > 0)
        {
            text.Section("sharing.copy.asked", asked.Select(Plain), "sharing.copy.asked");
        }

        text.Section("sharing.copy.plan", fit(Heading.Plan), "sharing.copy.plan.none");
        text.Section("sharing.copy.goals", fit(Heading.Goals), "sharing.copy.goals.none");
        text.Section("sharing.copy.meetings", ToCome(record), "sharing.copy.meetings.none");
        if (namesRisks)
        {
            text.Section("sharing.copy.risks", fit(Heading.Risks), "sharing.copy.risks.none");
        }

        return text
            .Section("sharing.copy.reach", ToReach(record), "sharing.copy.reach")
            .Gap()
            .Line("sharing.copy.wrong")
            .Line("sharing.copy.help")
            .ToString();
    }

    private static IEnumerable<string> ToReach(CaseRecord record) =>
    [
        StaffWords.Of("sharing.copy.phone", ("phone", record.ServicePhone)),
        StaffWords.Of("sharing.copy.reference", ("reference", record.Case.Reference)),
    ];

    private static IEnumerable<string> ToCome(CaseRecord record) => record.Appointments
        .Where(one => one.IsOn && one.Start > record.ReadAt)
        .Select(one => OneLine.Of(one.With) is { } who
            ? StaffWords.Of("sharing.copy.meeting.with", ("at", At(one.Starts)), ("how", How(one)), ("who", who))
            : StaffWords.Of("sharing.copy.meeting", ("at", At(one.Starts)), ("how", How(one))));

    private static string How(Appointment one) => one.Kind == AppointmentKind.FaceToFace && OneLine.Of(one.Place) is { } place
        ? StaffWords.Of("sharing.copy.at", ("place", place))
        : Called(one.Kind);

    private static string Plain(Need need) => StaffWords.Of("sharing.copy.need." + need.ToString().ToLowerInvariant());
}
