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
    public static IReadOnlyList<RecordSection> Of(Case referral)
    {
        var skipped = new SkipReasons(referral.Skipped);
        var sections = new List<RecordSection>
        {
            new("Risks", [new("Risks", string.IsNullOrWhiteSpace(referral.Risks) ? "No known risks" : referral.Risks)]),
            Triage(referral),
            Person(referral, skipped),
            new("GP practice", [skipped.Fact("Surgery", referral.GpName, "gpname", "surgery"), skipped.Fact("ODS code", referral.GpOdsCode, "gpodscode", "surgery")]),
            Referred(referral, skipped),
            Issues(referral, skipped),
            Requirements(referral, skipped),
            Consent(referral, skipped),
        };
        if (skipped.Unread is { Count: > 0 } others)
        {
            sections.Add(new("Also not given", others));
        }

        return sections;
    }

    private static RecordSection Triage(Case referral) => new("Triage",
    [
        new("Tier", Shown.Words(referral.Tier)),
        new("Cohort", Shown.Words(referral.Cohort)),
        new("Reasons", string.Join('\n', Shown.Lines(referral.Reasons))),
        new("Hears back by", Shown.At(referral.HearBackBy)),
        new("Status", Shown.Words(referral.Status)),
    ]);

    private static RecordSection Person(Case referral, SkipReasons skipped) => new("Person",
    [
        skipped.Fact("First name", referral.GivenName, "givenname", "name"),
        skipped.Fact("Family name", referral.FamilyName, "familyname", "name"),
        skipped.Fact("Preferred name", referral.PreferredName, "preferredname"),
        skipped.Fact("Date of birth", referral.BirthDate is { } born ? Shown.Day(born) : null, "birthdate", "dob"),
        skipped.Fact("NHS number", referral.NhsNumber is { } number ? Shown.NhsNumber(number) : null, "nhsnumber", "nhs"),
        skipped.Fact("Postcode", referral.Postcode, "postcode"),
        skipped.Fact("Phone", referral.Phone is { } phone ? Number(phone) : null, "phone"),
    ]);

    private static RecordSection Referred(Case referral, SkipReasons skipped)
    {
        Fact[] referrer = referral.Method.StartsWith("Self", StringComparison.OrdinalIgnoreCase)
            ? [new("Referrer", "The person themselves")]
            :
            [
                skipped.Fact("Referrer", referral.ReferrerName, "referrername", "carer", "professional"),
                skipped.Fact("Referrer's role", referral.ReferrerRole, "referrerrole", "relation", "role"),
                skipped.Fact("Referrer's organisation", referral.ReferrerOrganisation, "referrerorganisation", "organisation", "setting"),
            ];
        return new RecordSection("Referral details",
        [
            new("Referred", Shown.At(referral.ReferredAt)),
            new("Method", referral.Method),
            .. referrer,
            skipped.Fact("Reason, in their words", referral.Reason, "reason", "help"),
        ]);
    }

    private static RecordSection Issues(Case referral, SkipReasons skipped) => new("About the person",
    [
        skipped.Fact("Needs", string.Join(", ", Shown.List(referral.Needs)), "needs", "help"),
        skipped.Fact("What matters most", referral.WhatMatters, "whatmatters", "matters"),
        skipped.Fact("Living situation", referral.LivingSituation, "livingsituation", "living"),
        skipped.Fact("Looks after somebody", referral.CaringSituation is { } caring ? Shown.Words(caring) : null, "caringsituation", "living"),
        skipped.Fact("Long-term conditions", referral.Conditions, "conditions"),
        skipped.Fact("Hospital or A&E lately", referral.HospitalUse is { } hospital ? Shown.Words(hospital) : null, "hospitaluse", "hospital"),
    ]);

    private static RecordSection Requirements(Case referral, SkipReasons skipped) => new("Individual requirements",
    [
        skipped.Fact("Communication", referral.CommunicationNeeds, "communicationneeds", "communication"),
        skipped.Fact("Best times and ways", referral.ContactPreferences, "contactpreferences", "reach"),
    ]);

    private static RecordSection Consent(Case referral, SkipReasons skipped) => new("Consent",
    [
        skipped.Fact("Tell the GP surgery", YesOrNo(referral.ShareWithGp), "sharewithgp", "gp"),
        skipped.Fact("Linkage for evaluation", YesOrNo(referral.EvaluationLinkage), "evaluationlinkage", "evaluation"),
    ]);

    private static string? YesOrNo(bool? answer) => answer switch
    {
        true => "Yes",
        false => "No",
        null => null,
    };

    private static string Number(string phone) => PhoneNumber.TryParse(phone, out var number) ? number.Display : phone;
}

/// <summary>Why fields have no value: "field: reason" a line. A field goes by its column's name or by its question's.</summary>
internal sealed class SkipReasons
{
    private readonly List<(string Key, string Name, string Reason)> reasons = [];
    private readonly HashSet<string> read = [];

    public SkipReasons(string kept)
    {
        foreach (var line in Shown.Lines(kept))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var name = colon < 0 ? line : line[..colon].Trim();
            reasons.Add((Key(name), name, colon < 0 ? "" : line[(colon + 1)..].Trim()));
        }
    }

    /// <summary>Reasons of fields that nobody asked for, so that none is lost.</summary>
    public IReadOnlyList<Fact> Unread => reasons
        .Where(reason => !read.Contains(reason.Key))
        .Select(reason => new Fact(Shown.Words(reason.Name), null, Because(reason.Reason)))
        .ToList();

    /// <summary>A field with its value, or with the reason why it has none.</summary>
    public Fact Fact(string name, string? value, params string[] keys)
    {
        read.UnionWith(keys);
        var reason = reasons.Find(reason => keys.Contains(reason.Key)).Reason;
        return new Fact(name, value, string.IsNullOrEmpty(reason) ? null : Because(reason));
    }

    private static string Because(string reason) => reason.Length == 0 ? "Not given" : $"Not given: {reason}";

    private static string Key(string name) => string.Concat(name.Where(char.IsLetter)).ToLowerInvariant();
}
