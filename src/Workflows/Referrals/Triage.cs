using Companion.Dialogs.Talking;

namespace Companion.Workflows.Referrals;

/// <summary>
/// Decides tier and cohort by tables, so that anybody can see why. Pure: the same answers always come to the same result. It sorts
/// referrals for people to act on; it refuses nobody.
/// </summary>
public sealed class Triage
{
    private readonly IReadOnlyList<Line> tiers;
    private readonly IReadOnlyList<Line> cohorts;

    /// <summary>Reads the tables.</summary>
    /// <exception cref="TriageTableException">A table is wrong; the message says where and how, all faults at once.</exception>
    public Triage(TriageSettings settings)
    {
        var faults = new List<string>();
        tiers = Read("Tiers", settings.Tiers, faults);
        cohorts = Read("Cohorts", settings.Cohorts, faults);
        faults.AddRange(tiers
            .Where(line => !Enum.TryParse<Tier>(line.Rule.Then, out _))
            .Select(line => $"Tiers:{line.Key}:Then: '{line.Rule.Then}' is no tier; the tiers are {string.Join(", ", Enum.GetNames<Tier>())}."));
        if (faults.Count > 0)
        {
            throw new TriageTableException(faults);
        }
    }

    /// <summary>Decides on a referral.</summary>
    /// <param name="slots">What the referral gathered.</param>
    /// <param name="age">Age in whole years.</param>
    public TriageResult Decide(Slots slots, int age)
    {
        var facts = new TriageFacts(slots, age);
        var matching = tiers.Where(line => line.Holds(facts)).ToList();
        var decided = matching[0].Rule.Then;
        var cohort = cohorts.First(line => line.Holds(facts)).Rule;

        // Whatever else speaks for the same tier is a reason too; the rule without conditions is one only when it decides.
        var reasons = matching
            .Where(line => line.Rule.Then == decided && (line == matching[0] || !line.AlwaysHolds))
            .Select(line => line.Rule.Reason)
            .Append(cohort.Reason)
            .Distinct();
        return new TriageResult(Enum.Parse<Tier>(decided), cohort.Then, [.. reasons]);
    }

    private static List<Line> Read(string table, Dictionary<string, TriageRule> rules, List<string> faults)
    {
        var lines = rules
            .Where(rule => !rule.Value.Off)
            .OrderBy(rule => rule.Value.Order)
            .ThenBy(rule => rule.Key, StringComparer.Ordinal)
            .Select(rule => new Line(rule.Key, rule.Value, TriageConditions.Read($"{table}:{rule.Key}:When", rule.Value.When, faults)))
            .ToList();
        foreach (var line in lines)
        {
            Require(line.Rule.Then.Length > 0, $"{table}:{line.Key}:Then is missing.", faults);
            Require(line.Rule.Reason.Length > 0, $"{table}:{line.Key}:Reason is missing: every decision says why.", faults);
        }

        Require(lines.Exists(line => line.AlwaysHolds), $"{table}: no rule without conditions, so some referrals would match none.", faults);
        return lines;
    }

    private static void Require(bool holds, string fault, List<string> faults)
    {
        if (!holds)
        {
            faults.Add(fault);
        }
    }

    private sealed record Line(string Key, TriageRule Rule, IReadOnlyList<Func<TriageFacts, bool>> Tests)
    {
        public bool AlwaysHolds => Tests.Count == 0;

        public bool Holds(TriageFacts facts) => Tests.All(test => test(facts));
    }
}

/// <summary>A triage table that cannot be used.</summary>
public sealed class TriageTableException(IReadOnlyList<string> faults) : Exception("The triage table is wrong. " + string.Join(" ", faults))
{
    /// <summary>Every fault, with where it is.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
