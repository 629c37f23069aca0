using Companion.Bot.LinkWorkers;
using Companion.Bot.Tests.Pages;
using Companion.Workflows.Referrals;
using NodaTime;

namespace Companion.Bot.Tests.LinkWorkers;

public sealed class ReferralRecordTests
{
    // The left side is the name of the question, as the dialog keeps it.
    [Theory]
    [InlineData("matters", "What matters most")]
    [InlineData("surgery", "Surgery")]
    [InlineData("gp", "Tell the GP surgery")]
    [InlineData("evaluation", "Linkage for evaluation")]
    [InlineData("nhs", "NHS number")]
    [InlineData("dob", "Date of birth")]
    [InlineData("living", "Living situation")]
    [InlineData("conditions", "Long-term conditions")]
    [InlineData("hospital", "Hospital or A&E lately")]
    [InlineData("communication", "Communication")]
    [InlineData("reach", "Best times and ways")]
    [InlineData("postcode", "Postcode")]
    [InlineData("phone", "Phone")]
    [InlineData("help", "Reason, in their words")]
    [InlineData("private.ok", "Whether something private may be asked")]
    [InlineData("private", "The private question")]
    [InlineData("shared", "Whether others see the phone")]
    [InlineData("hobbies", "Hobbies")]
    public void A_question_that_was_skipped_gives_its_reason_where_its_answer_would_stand(string question, string field)
    {
        var facts = ReferralRecord.Of(ShippedWords.Pages, Referral(skipped: $"{question}: declined")).SelectMany(section => section.Facts);
        Assert.Equal("Not given: declined", facts.First(fact => fact.Name == field).WhyNot);
    }

    [Fact]
    public void Risks_come_first_and_say_so_when_none_is_known()
    {
        var first = ReferralRecord.Of(ShippedWords.Pages, Referral())[0];
        Assert.Equal(("Risks", "No known risks"), (first.Title, first.Facts.Single().Value));
    }

    [Fact]
    public void Somebody_who_refers_another_person_is_named()
    {
        var referral = Referral();
        (referral.Method, referral.ReferrerName, referral.ReferrerRole) = ("Referred by a carer", "Ann Lee", "daughter");
        var facts = ReferralRecord.Of(ShippedWords.Pages, referral).Single(section => section.Title == "Referral details").Facts;
        Assert.Contains(new Fact("Referrer", "Ann Lee"), facts);
        Assert.Contains(new Fact("Referrer's role", "daughter"), facts);
    }

    private static Case Referral(string skipped = "") => new()
    {
        ServiceId = "sample",
        Reference = "AB23CD",
        ReferredAt = Instant.FromUtc(2026, 1, 5, 9, 0),
        HearBackBy = Instant.FromUtc(2026, 1, 12, 23, 59),
        Method = "Self referral",
        Risks = "",
        Skipped = skipped,
        Tier = "LinkWorker",
        Cohort = "Primary care",
        Reasons = "It is not plain yet what would help, so a person asks.",
    };
}
