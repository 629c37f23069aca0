using Companion.Workflows.CheckIns;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Tests.CheckIns;

/// <summary>Each wave opens on its day and closes by the window of its own week.</summary>
public sealed class WindowTests
{
    private static readonly Instant Monday = new LocalDateTime(2026, 6, 15, 9, 30).Instant();

    [Fact]
    public async Task A_week_with_a_window_of_its_own_keeps_it_and_the_others_keep_the_usual_one()
    {
        await using var rig = await Enrolled.At(Monday, service =>
        {
            service.CheckIns.WindowDays = 10;
            service.CheckIns.Windows = new() { ["0"] = 14, ["12"] = 28 };
        });

        var waves = (await rig.All<CheckIn>()).OrderBy(wave => wave.Week).ToList();
        Assert.Equal([(0, 14), (3, 10), (12, 28)], waves.Select(wave => (wave.Week, Period.DaysBetween(wave.OpensOn, wave.ClosesOn) + 1)));
        Assert.All(waves, wave => Assert.Equal(wave.DayZero.PlusWeeks(wave.Week), wave.OpensOn));
    }

    [Theory]
    [InlineData("3", 0, "give from 1 to 28 days: it closes before the next one opens")]
    [InlineData("12", 29, "give from 1 to 28 days: it closes before the next one opens")]
    [InlineData("0", 22, "give from 1 to 21 days: it closes before the next one opens")]
    [InlineData("4", 10, "'4' is none of the weeks that are asked: 0 3 12")]
    [InlineData("03", 10, "'03' is none of the weeks that are asked: 0 3 12")]
    [InlineData("three", 10, "'three' is none of the weeks that are asked: 0 3 12")]
    public void A_window_that_cannot_be_is_refused_by_its_week(string week, int days, string problem)
    {
        var settings = new CheckInSettings { Weeks = "0 3 12", Windows = new() { [week] = days } };
        Assert.Equal([($"Windows:{week}", problem)], settings.Prepare().ToList());
    }

    [Fact]
    public void A_window_may_reach_to_the_day_before_the_next_wave() =>
        Assert.Empty(new CheckInSettings { Weeks = "0 3 12", Windows = new() { ["0"] = 21, ["12"] = 28 } }.Prepare());
}
