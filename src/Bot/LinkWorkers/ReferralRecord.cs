using Companion.Bot.Pages;
using Companion.Dialogs.Understanding;
using Companion.Workflows.Referrals;

namespace Companion.Bot.LinkWorkers;

/// <summary>One section of the record.</summary>
public sealed record RecordSection(string Title, IReadOnlyList<Fact> Facts);

/// <summary>
/// A referral as the PRSB Social Prescribing Information Standard v1.1 orders it. Every field is there, also when it is empty: then
/// with the reason, where one was kept.
/// </summary>
public static class ReferralRecord
{
    /// <summary>The sections, in the order staff read them. Risks are always there, also when none is known.</summary>
    public static IReadOnlyList<RecordSection> Of(PageWords words, Case referral)
    {
        var facts = new RecordFacts(words, referral.Skipped);
        var sections = new List<RecordSection>
        {
            facts.Section("risks", [facts.Known("risks", string.IsNullOrWhiteSpace(referral.Risks) ? words["console.record.risks.none"] : referral.Risks)]),
            Triage(words, referral, facts),
            Person(referral, facts),
            facts.Section("gp", [facts.Asked("surgery", referral.GpName, "gpname", "surgery"), facts.Asked("ods-code", referral.GpOdsCode, "gpodscode", "surgery")]),
            Referred(words, referral, facts),
            Issues(words, referral, facts),
            facts.Section("requirements",
            [
                facts.Asked("communication", words.Said(referral.CommunicationNeeds), "communicationneeds", "communication"),
                facts.Asked("reach", referral.ContactPreferences, "contactpreferences", "reach"),
            ]),
            facts.Section("consent",
            [
                facts.Asked("share-with-gp", YesOrNo(words, referral.ShareWithGp), "sharewithgp", "gp"),
                facts.Asked("evaluation", YesOrNo(words, referral.EvaluationLinkage), "evaluationlinkage", "evaluation"),
            ]),
        };
        if (facts.Unread is { Count: > 0 } others)
        {
            sections.Add(facts.Section("others", others));
        }

        return sections;
    }

    private static RecordSection Triage(PageWords words, Case referral, RecordFacts facts) => facts.Section("triage",
    [
        facts.Known("tier", Shown.Capital(words.Called<Tier>(referral.Tier))),
        facts.Known("cohort", referral.Cohort),
        facts.Known("reasons", string.Join('\n', Shown.Lines(referral.Reasons))),
        facts.Known("hears", Shown.At(referral.HearBackBy)),
        facts.Known("status", Shown.Capital(words.Called("status", referral.Status))),
    ]);

    private static RecordSection Person(Case referral, RecordFacts facts) => facts.Section("person",
    [
        facts.Asked("given-name", referral.GivenName, "givenname", "name"),
        facts.Asked("family-name", referral.FamilyName, "familyname", "name"),
        facts.Asked("preferred-name", referral.PreferredName, "preferredname"),
        facts.Asked("birth-date", referral.BirthDate is { } born ? Shown.Day(born) : null, "birthdate", "dob"),
        facts.Asked("nhs-number", referral.NhsNumber is { } number ? Shown.NhsNumber(number) : null, "nhsnumber", "nhs"),
        facts.Asked("postcode", referral.Postcode, "postcode"),
        facts.Asked("phone", referral.Phone is { } phone ? Number(phone) : null, "phone"),
    ]);

    private static RecordSection Referred(PageWords words, Case referral, RecordFacts facts)
    {
        Fact[] referrer = referral.Method.StartsWith("Self", StringComparison.OrdinalIgnoreCase)
            ? [facts.Known("referrer", words["console.record.referrer.self"])]
            :
            [
                facts.Asked("referrer", referral.ReferrerName, "referrername", "carer", "professional"),
                facts.Asked("referrer-role", referral.ReferrerRole, "referrerrole", "relation", "role"),
                facts.Asked("referrer-organisation", referral.ReferrerOrganisation, "referrerorganisation", "organisation", "setting"),
            ];
        return facts.Section("details",
        [
            facts.Known("referred", Shown.At(referral.ReferredAt)),
            facts.Known("method", referral.Method),
            .. referrer,
            facts.Asked("reason", referral.Reason, "reason", "help"),
        ]);
    }

    private static RecordSection Issues(PageWords words, Case referral, RecordFacts facts) => facts.Section("about",
    [
        facts.Asked("needs", string.Join(", ", words.List<Need>(referral.Needs)), "needs", "help"),
        facts.Asked("matters", referral.WhatMatters, "whatmatters", "matters"),
        facts.Asked("living", referral.LivingSituation, "livingsituation", "living"),
        facts.Asked("caring", words.Said(referral.CaringSituation), "caringsituation", "living"),
        facts.Asked("conditions", words.Said(referral.Conditions), "conditions"),
        facts.Asked("hospital", words.Said(referral.HospitalUse), "hospitaluse", "hospital"),
    ]);

    private static string? YesOrNo(PageWords words, bool? answer) => answer switch
    {
        true => words.Said("yes"),
        false => words.Said("no"),
        null => null,
    };

    private static string Number(string phone) => PhoneNumber.TryParse(phone, out var number) ? number.Display : phone;
}
