using System.Text.Json.Nodes;

namespace Companion.Workflows.Sharing;

/// <summary>What the PRSB standard makes mandatory or required and this record does not hold, with why, where a reason was kept.</summary>
internal sealed class Missing(CaseRecord record)
{
    private const string Mandatory = "mandatory";
    private const string Required = "required";

    // Section and item, whether a record must hold it, and the names by which the referral kept why it was not given.
    private static readonly (string Section, string Item, string Obligation, string[] Asked)[] Items =
    [
        ("personDemographics", "firstName", Mandatory, ["givenname", "name"]),
        ("personDemographics", "familyName", Mandatory, ["familyname", "name"]),
        ("personDemographics", "dateOfBirth", Mandatory, ["birthdate", "dob"]),
        ("personDemographics", "nhsNumber", Required, ["nhsnumber", "nhs"]),
        ("personDemographics", "gender", Required, []),
        ("personDemographics", "sex", Required, []),
        ("personDemographics", "ethnicity", Required, []),
        ("personDemographics", "religion", Required, []),
        ("gpPractice", "odsCode", Mandatory, ["gpodscode", "surgery"]),
        ("gpPractice", "name", Mandatory, ["gpname", "surgery"]),
        ("referralDetails", "reason", Required, ["reason", "help"]),
        ("careAndSupportPlan", "goalsAndHopes", Required, []),
    ];

    private readonly JsonArray listed = [];

    /// <summary>The list, in the order of the sections.</summary>
    public JsonArray Listed => listed;

    /// <summary>A section without the members that have no value; those that matter are listed.</summary>
    public JsonObject Section(string name, JsonObject members)
    {
        foreach (var (member, _) in members.Where(member => member.Value is null).ToList())
        {
            members.Remove(member);
            if (Array.Find(Items, item => item.Section == name && item.Item == member) is { Item: not null } item)
            {
                var one = new JsonObject { ["item"] = $"{name}.{member}", ["obligation"] = item.Obligation };
                one["why"] = item.Asked.Length == 0 ? "not recorded" : CaseParts.WhyNot(record, item.Asked) ?? "not given";
                listed.Add(one);
            }
        }

        return members;
    }
}
