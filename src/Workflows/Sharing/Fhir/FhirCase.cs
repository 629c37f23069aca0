using System.Text.Json.Nodes;
using NodaTime.Text;
using static Companion.Workflows.Sharing.Fhir.FhirParts;

namespace Companion.Workflows.Sharing.Fhir;

/// <summary>
/// A case as a FHIR R4 Bundle of the kind "collection", its resources written after UK Core. No free words of anybody are in it: neither
/// bodies of messages nor notes nor the reason in the person's own words. It makes no claim to BaRS.
/// </summary>
public static class FhirCase
{
    private const string Nhs = "https://fhir.nhs.uk/Id/";
    private const string Snomed = "http://snomed.info/sct";

    // Only a professional's referral is one in the sense of this code; what another is coded as, the practice decides.
    private const string ReferralToSocialPrescribing = "871731000000106";

    /// <summary>The bundle, indented.</summary>
    public static string Of(CaseRecord record)
    {
        var (service, referral) = (record.Case.ServiceId, record.Case);
        var patient = FhirIds.Url(service, "Patient", referral.PersonId);
        var request = FhirIds.Url(service, "ServiceRequest", referral.Id);
        List<(string Url, JsonObject Resource)> resources = [(patient, Patient(record)), (request, Request(record, patient))];
        resources.AddRange(FhirScores.Of(record, patient));
        resources.AddRange(FhirContacts.Appointments(record, patient, request));
        resources.AddRange(FhirContacts.Communications(record, patient));
        var bundle = new JsonObject
        {
            ["resourceType"] = "Bundle",
            ["type"] = "collection",
            ["timestamp"] = At(record.ReadAt),
            ["entry"] = new JsonArray([.. resources.Select(one => new JsonObject { ["fullUrl"] = one.Url, ["resource"] = one.Resource })]),
        };
        return bundle.ToJsonString(PrsbCase.Form) + "\n";
    }

    private static JsonObject Patient(CaseRecord record)
    {
        var referral = record.Case;
        var patient = Resource("Patient");
        if (OneLine.Of(referral.NhsNumber) is { } number)
        {
            patient["identifier"] = new JsonArray(new JsonObject
            {
                // 02: present but not traced
                ["extension"] = new JsonArray(Extension(
                    "NHSNumberVerificationStatus",
                    "valueCodeableConcept",
                    Concept("https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatusEngland", "02"))),
                ["system"] = Nhs + "nhs-number",
                ["value"] = number,
            });
        }

        if (Names(referral.GivenName, referral.FamilyName, referral.PreferredName) is { Count: > 0 } names)
        {
            patient["name"] = names;
        }

        if (OneLine.Of(referral.Phone) is { } phone)
        {
            patient["telecom"] = new JsonArray(new JsonObject { ["system"] = "phone", ["value"] = phone });
        }

        if (referral.BirthDate is { } born)
        {
            patient["birthDate"] = LocalDatePattern.Iso.Format(born);
        }

        if (OneLine.Of(referral.Postcode) is { } postcode)
        {
            patient["address"] = new JsonArray(new JsonObject { ["postalCode"] = postcode });
        }

        if (OneLine.Of(referral.GpOdsCode) is { } practice)
        {
            var gp = new JsonObject { ["identifier"] = new JsonObject { ["system"] = Nhs + "ods-organization-code", ["value"] = practice } };
            if (OneLine.Of(referral.GpName) is { } name)
            {
                gp["display"] = name;
            }

            patient["generalPractitioner"] = new JsonArray(gp);
        }

        return patient;
    }

    private static JsonArray Names(string? given, string? family, string? preferred)
    {
        var names = new JsonArray();
        var official = new JsonObject { ["use"] = "official" };
        if (OneLine.Of(family) is { } last)
        {
            official["family"] = last;
        }

        if (OneLine.Of(given) is { } first)
        {
            official["given"] = new JsonArray([.. first.Split(' ').Select(part => JsonValue.Create(part))]);
        }

        if (official.Count > 1)
        {
            names.Add(official);
        }

        if (OneLine.Of(preferred) is { } usual)
        {
            names.Add(new JsonObject { ["use"] = "usual", ["text"] = usual });
        }

        return names;
    }

    private static JsonObject Request(CaseRecord record, string patient)
    {
        var referral = record.Case;
        var request = Resource("ServiceRequest");
        request["identifier"] = new JsonArray(new JsonObject { ["system"] = "urn:companion:reference", ["value"] = referral.Reference });
        request["status"] = referral.Status switch { "Open" => "active", "Died" => "revoked", _ => "completed" };
        request["intent"] = record.IsFromProfessional ? "order" : "proposal";
        request["code"] = record.IsFromProfessional
            ? Concept(Snomed, ReferralToSocialPrescribing, "Referral to social prescribing service")
            : new JsonObject { ["text"] = "Social prescribing" };
        request["subject"] = FhirIds.To(patient);
        request["authoredOn"] = At(referral.ReferredAt);
        if (record.IsSelfReferral)
        {
            request["requester"] = FhirIds.To(patient);
        }
        else if (record.Referrer is { } referrer)
        {
            request["requester"] = new JsonObject { ["display"] = referrer };
        }

        request["performer"] = new JsonArray(new JsonObject { ["display"] = record.Service });
        if (record.Needs.Count > 0)
        {
            request["reasonCode"] = new JsonArray([.. record.Needs.Select(need => Concept("urn:companion:need", $"{need}", SharingWords.Called(need)))]);
        }

        return request;
    }
}
