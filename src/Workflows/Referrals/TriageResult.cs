namespace Companion.Workflows.Referrals;

/// <summary>How much help a referral needs, from least to most.</summary>
public enum Tier
{
    /// <summary>Ideas for help nearby.</summary>
    Signpost,

    /// <summary>A link worker.</summary>
    LinkWorker,

    /// <summary>A link worker with more time.</summary>
    EnhancedSupport,

    /// <summary>A person, as soon as possible.</summary>
    UrgentPerson,
}

/// <summary>What triage comes to.</summary>
/// <param name="Tier">How much help.</param>
/// <param name="Cohort">The group the service counts them in.</param>
/// <param name="Reasons">Why, in plain words: those of the tier first, then that of the cohort. Never empty.</param>
public sealed record TriageResult(Tier Tier, string Cohort, IReadOnlyList<string> Reasons);
