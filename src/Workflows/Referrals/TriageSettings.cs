using System.Text.Json;

namespace Companion.Workflows.Referrals;

/// <summary>
/// The triage tables. They are configuration: a service changes a rule by its key, adds its own, or switches one off; what it does not
/// name stays as shipped (<c>triage.json</c>). Signed off by the service's clinical safety officer.
/// </summary>
public sealed class TriageSettings
{
    private const string ShippedTables = "Companion.Workflows.Referrals.triage.json";

    /// <summary>Rules that give the tier, by key. The first that matches, in their order, decides.</summary>
    public Dictionary<string, TriageRule> Tiers { get; set; } = Shipped().Tiers;

    /// <summary>Rules that give the cohort, by key. The first that matches, in their order, decides.</summary>
    public Dictionary<string, TriageRule> Cohorts { get; set; } = Shipped().Cohorts;

    private static Tables Shipped()
    {
        using var stream = typeof(TriageSettings).Assembly.GetManifestResourceStream(ShippedTables)!;
        return JsonSerializer.Deserialize<Tables>(stream)!;
    }

    private sealed record Tables(Dictionary<string, TriageRule> Tiers, Dictionary<string, TriageRule> Cohorts);
}

/// <summary>One line of a triage table: when all of it holds, then this, for this reason.</summary>
public sealed class TriageRule
{
    /// <summary>Smaller numbers come first; gaps leave room for a service's own rules.</summary>
    public int Order { get; set; }

    /// <summary>
    /// Field and test; all must hold, and none always holds. The fields are <c>age</c> ("18-55", "56+"), <c>needs</c> (any of),
    /// <c>needs.only</c> (at least one and no other), <c>needs.count</c> ("4+"), <c>words</c> (any of these phrases, in the person's own
    /// words and not after a "not"; "farm*" is a beginning) and the names of the referral's slots (any of these values; "*" is any
    /// value but none). Alternatives stand between bars. An empty test is as good as none.
    /// </summary>
    public Dictionary<string, string> When { get; set; } = [];

    /// <summary>The tier's name, or the cohort's.</summary>
    public string Then { get; set; } = "";

    /// <summary>Why, in plain words, for the person and the link worker to read.</summary>
    public string Reason { get; set; } = "";

    /// <summary>True to leave a shipped rule out.</summary>
    public bool Off { get; set; }
}
