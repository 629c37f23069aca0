using Companion.Workflows.CheckIns;
using Companion.Workflows.Outcomes;
using Companion.Workflows.Staff;

namespace Companion.Workflows.Tests.Outcomes;

/// <summary>No number of fewer than five people is shown, or can be worked out from what is.</summary>
public sealed class SuppressionTests
{
    private static readonly (int, CheckInStatus, string?, int?[]) First = (0, CheckInStatus.Complete, null, [4, 5, 6, 7]);
    private static readonly (int, CheckInStatus, string?, int?[]) Answered = (3, CheckInStatus.Complete, null, [6, 6, 6, 5]);

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(0, 400)];

    // 40 began, 38 answered again: 40 and 38 together would tell that two did not.
    [Fact]
    public void Two_who_did_not_answer_cannot_be_told_from_the_totals()
    {
        var report = new Cohort().People(38, First, Answered).People(2, First, (3, CheckInStatus.Missed, Said("checkin.unanswered"), [])).Report(5);

        var wave = report.Items[0].Waves[0];
        Assert.Equal(38, wave.Pairs.People.Value);
        Assert.Equal(2, wave.Change!.Mean);
        Assert.True(wave.Pairs.Missing.IsHidden);
        Assert.True(report.Items[0].Baseline.People.IsHidden);
        Assert.True(report.People.IsHidden);
        Assert.Empty(Attacker.On(report).FoundOut);
    }

    [Fact]
    public void A_small_reason_is_not_the_rest_of_the_others()
    {
        var report = new Cohort()
            .People(20, First, Answered)
            .People(9, First, (3, CheckInStatus.Missed, Said("checkin.unanswered"), []))
            .People(6, First, (3, CheckInStatus.NotOffered, Said("gate.stopped"), []))
            .People(1, First, (3, CheckInStatus.NotOffered, Said("checkin.age"), []))
            .Report(5);

        var wave = report.Items[0].Waves[0];
        Assert.Equal((20, 16), (wave.Pairs.People.Value, wave.Pairs.Missing.Value));
        Assert.Equal([9, null, null], wave.Pairs.Reasons.OrderBy(part => part.Of).Select(part => part.People.Value));
        Assert.Empty(Attacker.On(report).FoundOut);
    }

    [Fact]
    public void Nothing_is_hidden_where_nothing_is_small()
    {
        var report = new Cohort().People(20, First, Answered).People(8, First, (3, CheckInStatus.Missed, Said("checkin.unanswered"), [])).Report(5);

        Assert.Equal(28, report.People.Value);
        Assert.All(report.Items, item => Assert.Equal((20, 8), (item.Waves[0].Pairs.People.Value, item.Waves[0].Pairs.Missing.Value)));
    }

    // Five reasons of one person each are five together: whoever knows that none is empty knows them all.
    [Fact]
    public void Five_reasons_of_one_person_each_do_not_give_each_other_away()
    {
        var cohort = new Cohort().People(20, First, Answered);
        foreach (var why in new[] { "checkin.unanswered", "gate.stopped", "checkin.age", "checkin.lately", "checkin.late" })
        {
            cohort.Person(First, (3, CheckInStatus.Missed, Said(why), []));
        }

        Assert.Empty(Attacker.On(cohort.Report(5)).FoundOut);
    }

    // Without this the tests below could not fail.
    [Fact]
    public void The_attacker_finds_what_is_not_protected()
    {
        var report = new Cohort().People(38, First, Answered).People(2, First, (3, CheckInStatus.Missed, Said("checkin.unanswered"), [])).Report(5);
        var careless = report with
        {
            Items = [.. report.Items.Select(item => item with { Baseline = item.Baseline with { People = new Figure(40) } })],
        };

        Assert.NotEmpty(Attacker.On(careless).FoundOut);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_people_did_nothing_small_is_shown_or_found_out(int seed)
    {
        var report = Anybody(new Random(seed)).Report(5);

        Assert.All(Shown(report), number => Assert.NotInRange(number, 1, 4));
        Assert.Empty(Attacker.On(report).FoundOut);
        Assert.All(report.Items.SelectMany(item => item.Waves), wave => Assert.False(wave.Change is not null && wave.Pairs.People.Value is null or < 5));
    }

    private static IEnumerable<int> Shown(OutcomeReport report) => report.Items
        .SelectMany(item => item.Waves.Select(wave => wave.Movement).SelectMany(moved => moved.Moves.Select(move => move.People).Concat([moved.Better, moved.Same, moved.Worse]))
            .Concat(item.Waves.Select(wave => wave.Pairs).Append(item.Baseline).SelectMany(Of)))
        .Append(report.People)
        .Select(figure => figure.Value ?? 0);

    private static IEnumerable<Figure> Of(Answered answered) =>
        [answered.People, answered.NotDueYet, answered.Missing, .. answered.Reasons.Select(part => part.People), .. answered.Modes.Select(part => part.People)];

    private static Cohort Anybody(Random chance)
    {
        var cohort = new Cohort();
        var (many, silence) = (chance.Next(1, 70), chance.Next(1, 12));
        for (var person = 0; person < many; person++)
        {
            cohort.Person(Wave(0, chance, silence), Wave(3, chance, silence), Wave(12, chance, silence));
        }

        return cohort;
    }

    private static (int, CheckInStatus, string?, int?[]) Wave(int week, Random chance, int silence) => chance.Next(silence) switch
    {
        0 => (week, CheckInStatus.Missed, Said("checkin.unanswered"), []),
        1 => (week, CheckInStatus.NotOffered, Said(chance.Next(3) == 0 ? "gate.stopped" : "checkin.age"), []),
        2 => (week, CheckInStatus.Offered, null, []),
        3 => (week, CheckInStatus.Partial, Said("checkin.unanswered"), [chance.Next(11), chance.Next(11)]),
        _ => (week, CheckInStatus.Complete, null, [chance.Next(11), chance.Next(11), chance.Next(4) == 0 ? null : 5, 9]),
    };

    private static string Said(string key) => StaffWords.Of(key);
}
