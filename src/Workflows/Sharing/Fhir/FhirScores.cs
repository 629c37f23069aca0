using System.Text.Json.Nodes;
using Companion.Dialogs.CheckIns;
using Companion.Workflows.CheckIns;
using static Companion.Workflows.Sharing.Fhir.FhirParts;

namespace Companion.Workflows.Sharing.Fhir;

/// <summary>
/// Each check-in as the questionnaire that was answered, and each answer as an observation of it. Codes are local: no published ones exist
/// for these items. What was declined has its reason and no number.
/// </summary>
internal static class FhirScores
{
    private const string Instruments = "urn:companion:questionnaire:";

    public static IEnumerable<(string Url, JsonObject Resource)> Of(CaseRecord record, string patient)
    {
        foreach (var wave in record.Waves.Where(wave => wave.Answers.Any(one => one.Answer is not null)))
        {
            var response = FhirIds.Url(record.Case.ServiceId, "QuestionnaireResponse", wave.CheckIn.Id);
            yield return (response, Response(wave, patient));
            foreach (var (item, answer) in wave.Answers)
            {
                if (answer is not null)
                {
                    var url = FhirIds.Url(record.Case.ServiceId, "Observation", wave.CheckIn.Id, item.Key);
                    yield return (url, Observation(wave, item, answer, patient, response));
                }
            }
        }
    }

    private static JsonObject Response(Wave wave, string patient)
    {
        var response = Resource("QuestionnaireResponse");
        response["questionnaire"] = $"{Instruments}{wave.CheckIn.Instrument}|{wave.CheckIn.InstrumentVersion}";
        response["status"] = wave.CheckIn.Status switch
        {
            CheckInStatus.Complete => "completed",
            CheckInStatus.Offered => "in-progress",
            _ => "stopped",
        };
        response["subject"] = FhirIds.To(patient);
        response["authored"] = At(wave.At);
        if (wave.Answers.All(one => one.Answer is null || one.Answer.Mode != CheckInModes.Proxy))
        {
            response["source"] = FhirIds.To(patient);
        }

        response["item"] = new JsonArray([.. wave.Answers.Select(one => Item(one.Item, one.Answer))]);
        return response;
    }

    private static JsonObject Item(InstrumentItem item, CheckInScore? answer)
    {
        var one = new JsonObject { ["linkId"] = item.Key };
        if (answer?.Score is { } score)
        {
            one["answer"] = new JsonArray(new JsonObject { ["valueInteger"] = score });
        }

        return one;
    }

    private static JsonObject Observation(Wave wave, InstrumentItem item, CheckInScore answer, string patient, string response)
    {
        var observation = Resource("Observation");
        observation["status"] = "final";
        observation["category"] = new JsonArray(Concept("http://terminology.hl7.org/CodeSystem/observation-category", "survey"));
        observation["code"] = Concept(Instruments + wave.CheckIn.Instrument, item.Key, SharingWords.Item(wave.CheckIn.Instrument, item.Key));
        observation["subject"] = FhirIds.To(patient);
        observation["effectiveDateTime"] = At(answer.RecordedAt);
        if (answer.Score is { } score)
        {
            observation["valueInteger"] = score;
        }
        else
        {
            observation["dataAbsentReason"] = Concept(
                "http://terminology.hl7.org/CodeSystem/data-absent-reason",
                answer.Missing switch { "declined" => "asked-declined", "unknown" => "asked-unknown", _ => "unknown" });
        }

        observation["derivedFrom"] = new JsonArray(FhirIds.To(response));
        return observation;
    }
}
