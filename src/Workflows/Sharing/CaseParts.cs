using Companion.Dialogs.Talking;
using Companion.Workflows.Appointments;
using Companion.Workflows.Staff;
using static Companion.Workflows.Sharing.SharingWords;

namespace Companion.Workflows.Sharing;

/// <summary>The lines that more than one document holds: risks, contacts, scores and why something was not given.</summary>
internal static class CaseParts
{
    /// <summary>Risks of the referral and danger heard since, one a line; empty when none is known.</summary>
    public static IReadOnlyList<string> Risks(CaseRecord record)
    {
        var atReferral = OneLine.Each(record.Case.Risks).Where(line => line != StaffWords.Of("risk.none")).ToList();
        var since = record.HandOffs
            .Where(handOff => handOff.Reason == HandOffReason.RedFlag || handOff.IsAbuse)
            .Where(handOff => !atReferral.Exists(line => line.Contains(handOff.Reference, StringComparison.Ordinal)))
            .Select(Heard);
        return [.. atReferral, .. since];
    }

    /// <summary>That abuse was heard, one a line.</summary>
    public static IEnumerable<string> Safeguarding(CaseRecord record) => record.HandOffs
        .Where(handOff => handOff.IsAbuse)
        .Select(Heard);

    /// <summary>First contact, appointments and hand-offs, the earliest first.</summary>
    public static IEnumerable<string> Contacts(CaseRecord record)
    {
        var lines = record.Appointments.Select(one => (one.Start, Line: Appointment(one)))
            .Concat(record.HandOffs.Select(one => (Start: one.OpenedAt, Line: HandOff(one))));
        if (record.Case.FirstContactAt is { } first)
        {
            var who = OneLine.Of(record.Case.FirstContactBy) ?? record.Service;
            lines = lines.Append((first, StaffWords.Of("sharing.contact.first", ("day", Day(first)), ("who", who))));
        }

        return lines.OrderBy(line => line.Start).Select(line => line.Line);
    }

    /// <summary>When, how and with whom an appointment is, and where it stands.</summary>
    public static string Appointment(Appointment one) => StaffWords.Of(
        "sharing.contact.appointment",
        ("at", At(one.Starts)),
        ("kind", Called(one.Kind)),
        ("who", OneLine.Of(one.With) is { } who ? StaffWords.Of("sharing.contact.with", ("who", who)) : ""),
        ("status", Called(one.Status)));

    /// <summary>Each check-in that was answered on one line.</summary>
    public static IEnumerable<string> Assessments(CaseRecord record) => record.Waves
        .Where(wave => wave.Answers.Any(one => one.Answer is not null))
        .Select(wave => StaffWords.Of(
            "sharing.assessment",
            ("name", Instrument(wave.CheckIn.Instrument)),
            ("week", $"{wave.CheckIn.Week}"),
            ("day", Day(wave.At)),
            ("answers", Answers(wave))));

    /// <summary>Why a field has no value, by the names its column and its question go by; null when no reason was kept.</summary>
    public static string? WhyNot(CaseRecord record, params string[] names)
    {
        foreach (var line in OneLine.Each(record.Case.Skipped))
        {
            var parts = line.Split(':', 2, StringSplitOptions.TrimEntries);
            if (parts.Length == 2 && names.Contains(string.Concat(parts[0].Where(char.IsLetter)).ToLowerInvariant()))
            {
                return Skipped(parts[1]);
            }
        }

        return null;
    }

    private static string Heard(HandOffLine one) => StaffWords.Of(
        one.IsAbuse ? "sharing.safeguarding.raised" : "sharing.risks.heard", ("day", Day(one.OpenedAt)), ("reference", one.Reference));

    private static string HandOff(HandOffLine one)
    {
        var (key, closed) = one.ClearedAt is { } at ? ("sharing.contact.closed", At(at)) : ("sharing.contact.open", "");
        var line = StaffWords.Of(key, ("at", At(one.OpenedAt)), ("reference", one.Reference), ("why", Called(one.Reason)), ("closed", closed));
        return one.Outcome is { } outcome ? StaffWords.Of("sharing.contact.outcome", ("line", line), ("outcome", outcome)) : line;
    }

    private static string Answers(Wave wave)
    {
        var answers = string.Join("; ", wave.Answers.Select(one => StaffWords.Of(
            "sharing.assessment.item",
            ("item", Item(wave.CheckIn.Instrument, one.Item.Key)),
            ("answer", one.Answer?.Score is { } score ? $"{score}" : Missing(one.Answer?.Missing)))));
        return wave.Metric is { } metric ? StaffWords.Of("sharing.assessment.metric", ("answers", answers), ("metric", $"{metric:0.00}")) : answers;
    }
}
