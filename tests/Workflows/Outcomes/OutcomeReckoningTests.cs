using Companion.Workflows.CheckIns;
using Companion.Workflows.Outcomes;
using Companion.Workflows.Staff;
using NodaTime;
using static Companion.Workflows.CheckIns.CheckInStatus;

namespace Companion.Workflows.Tests.Outcomes;

/// <summary>What becomes of answers: matched pairs, and why others are not among them. Small numbers are shown here, but for the last.</summary>
public sealed class OutcomeReckoningTests
{
    private const int Satisfied = 0;
    private const int Anxious = 3;

    private static readonly (int Week, CheckInStatus Status, string? Reason, int?[] Scores) First = (0, Complete, null, [4, 5, 6, 7]);

    [Fact]
    public void Only_people_who_answered_both_times_are_compared()
    {
        var report = new Cohort()
            .Person(First, (3, Complete, null, [6, 5, 7, 3]))
            .Person((0, Complete, null, [2, 2, 2, 8]), (3, Complete, null, [6, 3, 2, 8]))
            .Person(First, (3, Missed, Unanswered, []))
            .Person((0, Missed, Unanswered, []), (3, Complete, null, [10, 10, 10, 0]))
            .Report();

        var satisfied = report.Items[Satisfied];
        var wave = Assert.Single(satisfied.Waves);
        Assert.Equal((4, 3, 2), (report.People.Value, satisfied.Baseline.People.Value, wave.Pairs.People.Value));
        Assert.Equal((3.0, 6.0, 3.0), (wave.Change!.MeanBefore, wave.Change.MeanAfter, wave.Change.Mean));
        Assert.Equal((1, 4.0), (wave.Pairs.Missing.Value, wave.FirstOfOthers));
        Assert.Equal([(WhyMissing.NoReply, 1)], wave.Pairs.Reasons.Select(part => (part.Of, part.People.Value!.Value)));
    }

    [Fact]
    public void A_fall_in_anxiety_is_better_and_keeps_its_raw_value()
    {
        var anxious = new Cohort()
            .Person((0, Complete, null, [5, 5, 5, 8]), (12, Complete, null, [5, 5, 5, 1]))
            .Person((0, Complete, null, [5, 5, 5, 2]), (12, Complete, null, [5, 5, 5, 4]))
            .Person((0, Complete, null, [5, 5, 5, 7]), (12, Complete, null, [5, 5, 5, 9]))
            .Report().Items[Anxious];

        var wave = Assert.Single(anxious.Waves);
        Assert.False(anxious.HigherIsBetter);
        Assert.Equal(-1, wave.Change!.Mean);
        Assert.Equal((1, 1, 1), (wave.Movement.Better.Value, wave.Movement.Same.Value, wave.Movement.Worse.Value));
        Assert.Equal(
            ["high>high", "high>very-low", "low>medium"],
            wave.Movement.Moves.Where(move => move.People.Value == 1).Select(move => $"{move.Before}>{move.After}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(4, 5, "Better")]
    [InlineData(5, 6, "Same")]
    [InlineData(7, 6, "Worse")]
    [InlineData(8, 9, "Better")]
    [InlineData(0, 4, "Same")]
    public void Bands_are_those_that_are_published(int before, int after, string moved)
    {
        var movement = new Cohort().Person((0, Complete, null, [before]), (3, Complete, null, [after])).Report().Items[Satisfied].Waves[0].Movement;

        Assert.Equal(moved, movement.Better.Value == 1 ? "Better" : movement.Worse.Value == 1 ? "Worse" : movement.Same.Value == 1 ? "Same" : "nothing");
    }

    [Fact]
    public void What_somebody_else_answered_is_never_paired()
    {
        var waves = new Cohort()
            .Person(First, (3, Partial, null, [])).Then("satisfied", 9, mode: CheckInModes.Proxy)
            .Person(First, (3, Complete, null, [])).Then("satisfied", 6, mode: CheckInModes.Phone)
            .Report().Items[Satisfied].Waves[0];

        Assert.Equal((1, 6.0), (waves.Pairs.People.Value, waves.Change!.MeanAfter));
        Assert.Equal(WhyMissing.ByProxy, Assert.Single(waves.Pairs.Reasons).Of);
        Assert.Equal(1, waves.Pairs.Modes.Single(mode => mode.Of == CheckInModes.Phone).People.Value);
    }

    [Fact]
    public void A_baseline_by_somebody_else_is_no_baseline()
    {
        var satisfied = new Cohort()
            .Person((0, Complete, null, [])).Then("satisfied", 3, mode: CheckInModes.Proxy)
            .Report().Items[Satisfied];

        Assert.Equal((0, WhyMissing.ByProxy), (satisfied.Baseline.People.Value, satisfied.Baseline.Reasons.Single().Of));
    }

    [Fact]
    public void Of_several_answers_the_newest_holds_also_when_it_is_none()
    {
        var items = new Cohort()
            .Person(First, (3, Complete, null, [2, 2])).Then("satisfied", 8).Then("worthwhile", null, "unknown")
            .Report().Items;

        Assert.Equal(8, items[0].Waves[0].Change!.MeanAfter);
        Assert.Null(items[1].Waves[0].Change);
        Assert.Equal(WhyMissing.Unknown, Assert.Single(items[1].Waves[0].Pairs.Reasons).Of);
    }

    [Theory]
    [InlineData(Planned, "", "2026-11-23", WhyMissing.NotDueYet)]
    [InlineData(Planned, "A red flag is open: a person has to clear it.", "2026-11-23", WhyMissing.NotDueYet)]
    [InlineData(Offered, "", "2026-10-01", WhyMissing.NotDueYet)]
    [InlineData(Planned, "", "2026-11-22", WhyMissing.PutOff)]
    [InlineData(Missed, "A red flag is open: a person has to clear it.", "2026-10-01", WhyMissing.PutOff)]
    [InlineData(Missed, "It was not answered to the end.", "2026-10-01", WhyMissing.NoReply)]
    [InlineData(Missed, "The person stopped these texts.", "2026-10-01", WhyMissing.Stopped)]
    [InlineData(Partial, "It was not answered to the end.", "2026-10-01", WhyMissing.PartOnly)]
    [InlineData(Partial, "The person stopped these texts.", "2026-10-01", WhyMissing.Stopped)]
    [InlineData(NotOffered, "They are too young, or their age is not known.", "2026-12-24", WhyMissing.TooYoung)]
    [InlineData(NotOffered, "Somebody else referred them, and gave no number of theirs.", "2026-12-24", WhyMissing.ReferredByOther)]
    [InlineData(NotOffered, "The address is marked: WrongNumber.", "2026-10-01", WhyMissing.NotReachable)]
    [InlineData(NotOffered, "They were asked after another referral.", "2026-10-01", WhyMissing.AskedLately)]
    [InlineData(NotOffered, "words of another release", "2026-10-01", WhyMissing.Other)]
    public void Every_wave_without_an_answer_says_why(CheckInStatus status, string reason, string closes, WhyMissing why)
    {
        var wave = new WaveRow(1, 1, 1, 3, new LocalDate(2026, 5, 4), NodaTime.Text.LocalDatePattern.Iso.Parse(closes).Value, status, reason.Length == 0 ? null : reason);

        Assert.Equal(why, Given.Of(wave, null, Cohort.Today).Why);
    }

    [Fact]
    public void What_is_not_due_yet_is_not_missing()
    {
        var wave = new Cohort()
            .Person(First, (12, Planned, null, []))
            .Case(7, new LocalDate(2026, 11, 2), First, (12, Planned, null, []))
            .Report().Items[Satisfied].Waves[0];

        Assert.Equal((0, 1, 1), (wave.Pairs.People.Value, wave.Pairs.NotDueYet.Value, wave.Pairs.Missing.Value));
        Assert.Null(wave.Change);
    }

    [Fact]
    public void A_person_referred_twice_counts_once_by_the_referral_they_began_to_answer()
    {
        var report = new Cohort()
            .Case(1, new LocalDate(2026, 1, 5), (0, Missed, Unanswered, []), (3, Complete, null, [10]))
            .Case(1, new LocalDate(2026, 4, 6), (0, Complete, null, [4]), (3, Complete, null, [5]))
            .Case(1, new LocalDate(2026, 7, 6), (0, Complete, null, [9]), (3, Complete, null, [1]))
            .Report();

        Assert.Equal(1, report.People.Value);
        Assert.Equal((4.0, 5.0), (report.Items[Satisfied].Waves[0].Change!.MeanBefore, report.Items[Satisfied].Waves[0].Change!.MeanAfter));
    }

    [Fact]
    public void Each_item_has_its_own_pairs_and_no_total_is_made()
    {
        var items = new Cohort()
            .Person((0, Complete, null, [4, null, 6, 7]), (3, Partial, Unanswered, [6, 5]))
            .Report().Items;

        Assert.Equal([1, 0, 0, 0], items.Select(item => item.Waves[0].Pairs.People.Value));
        Assert.Equal(WhyMissing.Declined, items[1].Baseline.Reasons.Single().Of);
        Assert.Equal(WhyMissing.PartOnly, items[2].Waves[0].Pairs.Reasons.Single().Of);
        Assert.DoesNotContain(typeof(OutcomeReport).GetProperties(), property => property.Name.Contains("Total", StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_at_all_makes_a_report_of_zeros()
    {
        var report = new Cohort().Report(smallest: 5);

        Assert.Equal(0, report.People.Value);
        Assert.All(report.Items, item => Assert.Empty(item.Waves));
    }

    [Fact]
    public void Four_pairs_are_hidden_with_everything_that_rests_on_them_and_five_are_shown()
    {
        var four = Pairs(4).Items[Satisfied].Waves[0];
        var five = Pairs(5).Items[Satisfied].Waves[0];

        Assert.True(four.Pairs.People.IsHidden);
        Assert.Null(four.Change);
        Assert.All(four.Movement.Moves, move => Assert.NotInRange(move.People.Value ?? 0, 1, 4));
        Assert.Equal((5, 2.0), (five.Pairs.People.Value, five.Change!.Mean));

        static OutcomeReport Pairs(int many) => new Cohort()
            .People(many, First, (3, Complete, null, [6, 6, 6, 6]))
            .People(20, First, (3, Missed, Unanswered, []))
            .Report(smallest: 5);
    }

    private static string Unanswered => StaffWords.Of("checkin.unanswered");
}
