using Companion.Dialogs.Talking;
using Companion.Workflows.Referrals;
using Microsoft.Extensions.Configuration;

namespace Companion.Workflows.Tests.Referrals;

/// <summary>The table as a service changes it.</summary>
public sealed class TriageTableTests
{
    [Fact]
    public void A_service_changes_adds_and_switches_off_rules_by_their_keys()
    {
        var settings = Configured(
            ("Tiers:substances:Then", "LinkWorker"),
            ("Tiers:practical-only:Off", "true"),
            ("Cohorts:fishing:Order", "5"),
            ("Cohorts:fishing:When:words", "trawler | fishing boat"),
            ("Cohorts:fishing:Then", "Fishing community"),
            ("Cohorts:fishing:Reason", "They work at sea."));
        var triage = new Triage(settings);

        Assert.Equal(Tier.LinkWorker, triage.Decide(Slots.Empty.With("needs", "substance_use"), 40).Tier);
        Assert.Equal(Tier.LinkWorker, triage.Decide(Slots.Empty.With("needs", "digital"), 40).Tier);
        Assert.Equal("Fishing community", triage.Decide(Slots.Empty.With("matters", "back on the fishing boat"), 40).Cohort);
        Assert.Equal(Tier.UrgentPerson, triage.Decide(Slots.Empty.With("private.safe", "no"), 40).Tier);
    }

    [Fact]
    public void An_empty_test_takes_a_shipped_one_away()
    {
        var triage = new Triage(Configured(("Tiers:frail:When:age", "")));
        Assert.Equal(Tier.EnhancedSupport, triage.Decide(Slots.Empty.With("conditions", "frail"), 30).Tier);
    }

    [Theory]
    [InlineData("Tiers:frail:When:agee", "56+", "Tiers:frail:When:agee: there is no field 'agee'; the fields are age, needs")]
    [InlineData("Tiers:frail:When:age", "old", "Tiers:frail:When:age: 'old' is no range; write 18-55, 56+ or 3.")]
    [InlineData("Tiers:frail:When:age", "60-50", "Tiers:frail:When:age: '60-50' is no range")]
    [InlineData("Tiers:frail:When:needs", "frailty", "Tiers:frail:When:needs: there is no need 'frailty'; the needs are money")]
    [InlineData("Tiers:frail:Then", "Gold", "Tiers:frail:Then: 'Gold' is no tier; the tiers are Signpost, LinkWorker")]
    [InlineData("Tiers:frail:Reason", "", "Tiers:frail:Reason is missing")]
    [InlineData("Cohorts:frail:Then", "", "Cohorts:frail:Then is missing")]
    [InlineData("Cohorts:default:Off", "true", "Cohorts: no rule without conditions")]
    public void What_is_wrong_in_configuration_is_said_in_words(string key, string value, string fault)
    {
        var thrown = Assert.Throws<TriageTableException>(() => new Triage(Configured((key, value))));
        Assert.Contains(fault, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var settings = Configured(("Tiers:frail:When:agee", "1"), ("Cohorts:carer:When:carrer", "yes"));
        Assert.Equal(2, Assert.Throws<TriageTableException>(() => new Triage(settings)).Faults.Count);
    }

    private static TriageSettings Configured(params (string Key, string Value)[] values)
    {
        var settings = new TriageSettings();
        new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))
            .Build()
            .Bind(settings);
        return settings;
    }
}
