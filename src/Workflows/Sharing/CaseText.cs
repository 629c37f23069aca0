using System.Text;
using Companion.Workflows.Staff;
using Companion.Workflows.Summaries;
using static Companion.Workflows.Sharing.SharingWords;

namespace Companion.Workflows.Sharing;

/// <summary>A case as plain text in the order of the PRSB sections, the plan at the top. Every section is there; what is empty says so.</summary>
public static class CaseText
{
    /// <summary>The text, its lines ended by a line feed.</summary>
    public static string Of(CaseRecord record)
    {
        var referral = record.Case;
        var text = new StringBuilder()
            .Append(StaffWords.Of("sharing.title", ("reference", referral.Reference))).Append('\n')
            .Append(StaffWords.Of("sharing.title.service", ("service", record.Service), ("at", At(record.ReadAt)))).Append('\n')
            .Append(StaffWords.Of("sharing.title.warning")).Append('\n');
        Section("plan", Notes(Heading.Plan), "sharing.plan.none");
        Section("person",
        [
            Field("given", OneLine.Of(referral.GivenName), "givenname", "name"),
            Field("family", OneLine.Of(referral.FamilyName), "familyname", "name"),
            Field("preferred", OneLine.Of(referral.PreferredName), "preferredname"),
            Field("born", referral.BirthDate is { } born ? Day(born) : null, "birthdate", "dob"),
            Field("nhs", NhsNumber(referral.NhsNumber), "nhsnumber", "nhs"),
            Field("postcode", OneLine.Of(referral.Postcode), "postcode"),
            Field("phone", Phone(referral.Phone), "phone"),
        ]);
        Section("gp",
        [
            Field("surgery", OneLine.Of(referral.GpName), "gpname", "surgery"),
            Field("ods", OneLine.Of(referral.GpOdsCode), "gpodscode", "surgery"),
        ]);
        Section("about", [Field("matters", OneLine.Of(referral.WhatMatters), "whatmatters", "matters"), .. Notes(Heading.AboutMe)]);
        Section("requirements",
        [
            Field("communication", OneLine.Of(referral.CommunicationNeeds), "communicationneeds", "communication"),
            Field("contact", OneLine.Of(referral.ContactPreferences), "contactpreferences", "reach"),
            .. Notes(Heading.Requirements),
        ]);
        Section("safeguarding", CaseParts.Safeguarding(record));
        Section("consent", [Asked("share", record.ShareWithGp), Asked("linkage", referral.EvaluationLinkage)]);
        Section("referral", Referral());
        Section("contacts", [.. CaseParts.Contacts(record), .. Notes(Heading.Contacts)]);
        Section("issues",
        [
            Field("needs", record.Needs.Count == 0 ? null : string.Join(", ", record.Needs.Select(Called)), "needs", "help"),
            Field("conditions", OneLine.Of(referral.Conditions), "conditions"),
            .. Notes(Heading.Issues),
        ]);
        Section("social",
        [
            Field("living", OneLine.Of(referral.LivingSituation), "livingsituation", "living"),
            Field("caring", OneLine.Of(referral.CaringSituation), "caringsituation", "living"),
            Field("hospital", OneLine.Of(referral.HospitalUse), "hospitaluse", "hospital"),
            .. Notes(Heading.SocialContext),
        ]);
        Section("signposts", [], "sharing.signposts.none");
        Section("assessments", [.. CaseParts.Assessments(record), .. Notes(Heading.Assessments)]);
        Section("risks", [.. CaseParts.Risks(record), .. Notes(Heading.Risks)], "sharing.risks.none");
        Section("goals", Notes(Heading.Goals));
        return text.ToString();

        void Section(string name, IEnumerable<string> lines, string empty = "sharing.none.recorded")
        {
            text.Append('\n').Append(StaffWords.Of("sharing.section." + name).ToUpperInvariant()).Append('\n');
            foreach (var line in lines.DefaultIfEmpty(StaffWords.Of(empty)))
            {
                text.Append("- ").Append(line).Append('\n');
            }
        }

        IEnumerable<string> Notes(Heading heading) => record.Under(heading)
            .Select(line => StaffWords.Of("sharing.note", ("text", line.Text), ("day", Day(line.On)), ("who", line.By)));

        IEnumerable<string> Referral()
        {
            yield return Known("referred", At(referral.ReferredAt));
            yield return Known("method", referral.Method);
            if (!record.IsSelfReferral)
            {
                yield return Field("referrer", OneLine.Of(referral.ReferrerName), "referrername");
                yield return Field("role", OneLine.Of(referral.ReferrerRole), "referrerrole");
                yield return Field("organisation", OneLine.Of(referral.ReferrerOrganisation), "referrerorganisation");
            }

            yield return Field("reason", OneLine.Of(referral.Reason), "reason", "help");
            foreach (var line in Notes(Heading.Reason))
            {
                yield return line;
            }
        }

        string Field(string name, string? value, params string[] keys) => Known(
            name,
            value ?? WhyNot(record, keys));
    }

    private static string WhyNot(CaseRecord record, string[] keys) => CaseParts.WhyNot(record, keys) is { } why
        ? StaffWords.Of("sharing.not-given.because", ("reason", why))
        : StaffWords.Of("sharing.not-given");

    private static string Known(string name, string value) =>
        StaffWords.Of("sharing.field", ("name", StaffWords.Of("sharing.item." + name)), ("value", value));

    private static string Asked(string name, bool? answer) =>
        Known(name, StaffWords.Of(answer switch { true => "sharing.yes", false => "sharing.no", null => "sharing.not-asked" }));
}
