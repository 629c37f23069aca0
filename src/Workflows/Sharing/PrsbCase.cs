using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Companion.Workflows.Summaries;
using NodaTime.Text;

namespace Companion.Workflows.Sharing;

/// <summary>
/// A case as JSON in the shape of the PRSB Social Prescribing Information Standard v1.1: its sections and items under names of our own,
/// which docs/exports.md maps. What is mandatory or required and not known stands under "missing", never as an invented value.
/// </summary>
public static class PrsbCase
{
    /// <summary>The shape's name; counts up when a member changes its meaning.</summary>
    public const string Schema = "companion-prsb-1";

    internal static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // people read it too, and it is never put into a page
    };

    /// <summary>The object, indented.</summary>
    public static string Of(CaseRecord record)
    {
        var missing = new Missing(record);
        var referral = record.Case;
        var sections = new JsonObject
        {
            ["schema"] = Schema,
            ["standard"] = "PRSB Social Prescribing Information Standard v1.1",
            ["reference"] = referral.Reference,
            ["service"] = record.Service,
            ["writtenAt"] = InstantPattern.General.Format(record.ReadAt),
            ["planAndRequestedActions"] = new JsonObject
            {
                ["none"] = !record.Under(Heading.Plan).Any(),
                ["actions"] = Notes(record, Heading.Plan),
            },
            ["personDemographics"] = missing.Section("personDemographics", new JsonObject
            {
                ["firstName"] = OneLine.Of(referral.GivenName),
                ["familyName"] = OneLine.Of(referral.FamilyName),
                ["preferredName"] = OneLine.Of(referral.PreferredName),
                ["dateOfBirth"] = referral.BirthDate is { } born ? LocalDatePattern.Iso.Format(born) : null,
                ["nhsNumber"] = OneLine.Of(referral.NhsNumber),
                ["nhsNumberStatus"] = referral.NhsNumber is null ? null : "given by the person, not traced",
                ["postcode"] = OneLine.Of(referral.Postcode),
                ["telephone"] = OneLine.Of(referral.Phone),
                ["gender"] = null,
                ["sex"] = null,
                ["ethnicity"] = null,
                ["religion"] = null,
            }),
            ["gpPractice"] = missing.Section("gpPractice", new JsonObject
            {
                ["odsCode"] = OneLine.Of(referral.GpOdsCode),
                ["name"] = OneLine.Of(referral.GpName),
            }),
            ["aboutMe"] = new JsonObject
            {
                ["whatIsMostImportantToMe"] = OneLine.Of(referral.WhatMatters),
                ["notes"] = Notes(record, Heading.AboutMe),
            },
            ["individualRequirements"] = new JsonObject
            {
                ["communication"] = OneLine.Of(referral.CommunicationNeeds),
                ["contact"] = OneLine.Of(referral.ContactPreferences),
                ["notes"] = Notes(record, Heading.Requirements),
            },
            ["safeguarding"] = PrsbHistory.Safeguarding(record),
            ["consent"] = new JsonObject
            {
                ["shareWithGp"] = record.ShareWithGp,
                ["evaluationLinkage"] = referral.EvaluationLinkage,
            },
            ["referralDetails"] = missing.Section("referralDetails", new JsonObject
            {
                ["referredAt"] = InstantPattern.General.Format(referral.ReferredAt),
                ["method"] = referral.Method,
                ["referrer"] = Referrer(record),
                ["reason"] = OneLine.Of(referral.Reason),
                ["referralTo"] = record.Service,
                ["notes"] = Notes(record, Heading.Reason),
            }),
            ["contactsWithProfessionals"] = PrsbHistory.Contacts(record),
            ["presentingComplaintsOrIssues"] = new JsonObject
            {
                ["needs"] = new JsonArray([.. record.Needs.Select(need => JsonValue.Create(SharingWords.Called(need)))]),
                ["conditions"] = OneLine.Of(referral.Conditions),
                ["notes"] = Notes(record, Heading.Issues),
            },
            ["socialContext"] = new JsonObject
            {
                ["living"] = OneLine.Of(referral.LivingSituation),
                ["caring"] = OneLine.Of(referral.CaringSituation),
                ["hospitalUse"] = OneLine.Of(referral.HospitalUse),
                ["notes"] = Notes(record, Heading.SocialContext),
            },
            ["signpostDetails"] = new JsonArray(),
            ["assessments"] = PrsbHistory.Assessments(record),
            ["risks"] = PrsbHistory.Risks(record),
            ["careAndSupportPlan"] = missing.Section("careAndSupportPlan", new JsonObject
            {
                ["goalsAndHopes"] = record.Under(Heading.Goals).Any() ? Notes(record, Heading.Goals) : null,
            }),
        };
        sections["missing"] = missing.Listed;
        return sections.ToJsonString(Form) + "\n";
    }

    /// <summary>The approved sentences under a heading.</summary>
    internal static JsonArray Notes(CaseRecord record, Heading heading) => new([.. record.Under(heading).Select(line => new JsonObject
    {
        ["text"] = line.Text,
        ["on"] = LocalDatePattern.Iso.Format(line.On),
        ["approvedBy"] = line.By,
    })]);

    private static JsonObject Referrer(CaseRecord record) => record.IsSelfReferral
        ? new JsonObject { ["self"] = true }
        : new JsonObject
        {
            ["self"] = false,
            ["name"] = OneLine.Of(record.Case.ReferrerName),
            ["role"] = OneLine.Of(record.Case.ReferrerRole),
            ["organisation"] = OneLine.Of(record.Case.ReferrerOrganisation),
        };
}
