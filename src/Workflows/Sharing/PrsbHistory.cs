using System.Text.Json.Nodes;
using Companion.Workflows.Summaries;
using Companion.Workflows.Timing;
using NodaTime;
using NodaTime.Text;

namespace Companion.Workflows.Sharing;

/// <summary>The PRSB sections of what happened: contacts, scores, risks and safeguarding.</summary>
internal static class PrsbHistory
{
    // "No" is never written: that nothing was heard does not mean that there is nothing.
    public static JsonObject Safeguarding(CaseRecord record)
    {
        var raised = record.HandOffs.Where(handOff => handOff.IsAbuse).ToList();
        return new JsonObject
        {
            ["concernRecorded"] = raised.Count > 0 ? true : null,
            ["mayHaveToBeHiddenFromThePerson"] = raised.Count > 0 || record.OthersMayRead,
            ["concerns"] = new JsonArray([.. raised.Select(handOff => new JsonObject
            {
                ["on"] = Day(handOff.OpenedAt),
                ["kind"] = "abuse",
                ["handOff"] = handOff.Reference,
            })]),
        };
    }

    public static JsonObject Contacts(CaseRecord record) => new()
    {
        ["firstContact"] = record.Case.FirstContactAt is { } first
            ? new JsonObject { ["on"] = Day(first), ["by"] = OneLine.Of(record.Case.FirstContactBy) }
            : null,
        ["appointments"] = new JsonArray([.. record.Appointments.Select(one => new JsonObject
        {
            ["startsAt"] = At(one.Start),
            ["minutes"] = one.Minutes,
            ["consultationMethod"] = SharingWords.Called(one.Kind),
            ["location"] = OneLine.Of(one.Place),
            ["seenBy"] = OneLine.Of(one.With),
            ["outcome"] = SharingWords.Called(one.Status),
        })]),
        ["handOffs"] = new JsonArray([.. record.HandOffs.Select(one => new JsonObject
        {
            ["reference"] = one.Reference,
            ["openedAt"] = At(one.OpenedAt),
            ["why"] = SharingWords.Called(one.Reason),
            ["closedAt"] = one.ClearedAt is { } closed ? At(closed) : null,
            ["outcome"] = one.Outcome,
        })]),
        ["notes"] = PrsbCase.Notes(record, Heading.Contacts),
    };

    public static JsonObject Assessments(CaseRecord record) => new()
    {
        ["structured"] = new JsonArray([.. record.Waves
            .Where(wave => wave.Answers.Any(one => one.Answer is not null))
            .Select(wave => new JsonObject
            {
                ["assessment"] = wave.CheckIn.Instrument,
                ["week"] = wave.CheckIn.Week,
                ["at"] = At(wave.At),
                ["scores"] = new JsonArray([.. wave.Answers.Select(one => new JsonObject
                {
                    ["item"] = one.Item.Key,
                    ["value"] = one.Answer?.Score,
                    ["missing"] = one.Answer?.Score is null ? one.Answer?.Missing ?? "not answered" : null,
                    ["mode"] = one.Answer?.Mode,
                    ["lowest"] = one.Item.Lowest,
                    ["highest"] = one.Item.Highest,
                })]),
                ["metricScore"] = wave.Metric,
                ["copyright"] = wave.Instrument.Copyright,
            })]),
        ["notes"] = PrsbCase.Notes(record, Heading.Assessments),
    };

    /// <summary>At least one entry, always.</summary>
    public static JsonArray Risks(CaseRecord record)
    {
        var risks = CaseParts.Risks(record).Select(risk => new JsonObject { ["text"] = risk })
            .Concat(PrsbCase.Notes(record, Heading.Risks).Select(note => note!.DeepClone().AsObject()))
            .ToList();
        return risks.Count > 0 ? new([.. risks]) : [new JsonObject { ["noKnownRisks"] = true, ["text"] = Staff.StaffWords.Of("sharing.risks.none") }];
    }

    private static string At(Instant at) => InstantPattern.General.Format(at);

    private static string Day(Instant at) => LocalDatePattern.Iso.Format(at.Local().Date);
}
