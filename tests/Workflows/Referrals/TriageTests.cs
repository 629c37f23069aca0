using Companion.Dialogs.Talking;
using Companion.Workflows.Referrals;

namespace Companion.Workflows.Tests.Referrals;

public sealed class TriageTests
{
    private static readonly Triage Shipped = new(new TriageSettings());

    public static TheoryData<string, string, int> Tiers() => new()
    {
        { "not-safe", "private.safe=no", 40 },
        { "no-food-or-heat", "help.words=there is no food in the house", 40 },
        { "nowhere-tonight", "living.words=nowhere to sleep since friday", 40 },
        { "may-not-be-safe", "private.safe=unsure", 40 },
        { "abuse", "needs=money,domestic_abuse", 40 },
        { "no-fixed-address", "postcode=ZZ99 3CZ", 40 },
        { "substances", "needs=substance_use", 40 },
        { "many-needs", "needs=money,housing,food,loneliness", 40 },
        { "frail", "conditions=I keep falling", 56 },
        { "home-alone-from-hospital", "hospital=yes;living.alone=yes", 40 },
        { "often-in-hospital", "hospital=yes;hospital.words=A&E three times", 40 },
        { "learning-disability", "conditions=a learning disability", 40 },
        { "professional", "for=patient", 40 },
        { "carer", "carer=yes", 40 },
        { "caring", "needs=caring", 40 },
        { "help-to-talk", "communication=hearing,sight", 40 },
        { "other-language", "language=polish", 40 },
        { "to-talk-through", "needs=transport,loneliness", 40 },
        { "practical-only", "needs=transport,digital", 40 },
        { "default", "", 40 },
    };

    public static TheoryData<string, string, int> Cohorts() => new()
    {
        { "carer", "carer=yes", 70 },
        { "caring", "needs=caring,money", 40 },
        { "frail", "living.words=I am housebound", 80 },
        { "old-alone-from-hospital", "hospital=yes;living.alone=yes", 75 },
        { "conditions-and-hardship", "conditions=asthma;needs=housing", 55 },
        { "conditions-and-language", "conditions=asthma;language=urdu", 18 },
        { "conditions-and-no-address", "conditions=asthma;postcode=ZZ99 3CZ", 30 },
        { "frequent-attender", "hospital=yes;hospital.words=several times", 40 },
        { "learning-disability", "conditions=Learning difficulties", 40 },
        { "farming", "living.words=on the farm with my brother", 60 },
        { "chronic-pain", "conditions=fibromyalgia", 60 },
        { "prediabetes", "conditions=pre-diabetes", 60 },
        { "mental-health", "needs=mental_wellbeing", 60 },
        { "mental-illness", "conditions=bipolar", 60 },
        { "default", "needs=transport", 60 },
    };

    [Theory]
    [MemberData(nameof(Tiers))]
    public void Each_rule_gives_its_tier_and_its_reason(string key, string facts, int age)
    {
        var rule = new TriageSettings().Tiers[key];
        var result = Shipped.Decide(Facts(facts), age);
        Assert.Equal(rule.Then, result.Tier.ToString());
        Assert.Equal(rule.Reason, result.Reasons[0]);
    }

    [Theory]
    [MemberData(nameof(Cohorts))]
    public void Each_rule_gives_its_cohort_and_its_reason(string key, string facts, int age)
    {
        var rule = new TriageSettings().Cohorts[key];
        var result = Shipped.Decide(Facts(facts), age);
        Assert.Equal(rule.Then, result.Cohort);
        Assert.Contains(rule.Reason, result.Reasons);
    }

    [Fact]
    public void No_shipped_rule_is_without_its_test()
    {
        Assert.Equal(new TriageSettings().Tiers.Keys.Order(), Tiers().Select(row => row.Data.Item1).Order());
        Assert.Equal(new TriageSettings().Cohorts.Keys.Order(), Cohorts().Select(row => row.Data.Item1).Order());
    }

    [Theory]
    [InlineData("conditions=diabetes;needs=money", 56, "Primary care")]
    [InlineData("conditions=none;needs=money", 40, "Primary care")]
    [InlineData("conditions=no falls", 80, "Primary care")]
    [InlineData("conditions=frail", 55, "Primary care")]
    [InlineData("needs=caring;conditions=asthma", 40, "Unpaid carer")]
    public void A_near_miss_is_a_miss(string facts, int age, string cohort) => Assert.Equal(cohort, Shipped.Decide(Facts(facts), age).Cohort);

    [Fact]
    public void Every_reason_for_the_tier_is_told_and_none_twice()
    {
        var result = Shipped.Decide(Facts("needs=loneliness,caring;carer=yes"), 40);
        Assert.Equal(Tier.LinkWorker, result.Tier);
        Assert.Equal(
            [
                "They look after somebody.", "They want help with caring for somebody.",
                "They want help with something that takes time to talk through.",
            ],
            result.Reasons);
    }

    private static Slots Facts(string facts) => Slots.From(facts
        .Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(fact => fact.Split('='))
        .Select(fact => KeyValuePair.Create(fact[0], fact[1])));
}
