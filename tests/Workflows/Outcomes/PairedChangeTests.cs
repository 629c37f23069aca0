using Companion.Workflows.Outcomes;

namespace Companion.Workflows.Tests.Outcomes;

/// <summary>The statistics, against printed tables and sums done by hand.</summary>
public sealed class PairedChangeTests
{
    // Two-sided 5 % points as printed in statistical tables, to three decimals.
    [Theory]
    [InlineData(1, 12.706)]
    [InlineData(2, 4.303)]
    [InlineData(3, 3.182)]
    [InlineData(4, 2.776)]
    [InlineData(5, 2.571)]
    [InlineData(9, 2.262)]
    [InlineData(10, 2.228)]
    [InlineData(19, 2.093)]
    [InlineData(20, 2.086)]
    [InlineData(24, 2.064)]
    [InlineData(29, 2.045)]
    [InlineData(30, 2.042)]
    [InlineData(60, 2.000)]
    [InlineData(120, 1.980)]
    [InlineData(1_000_000, 1.960)]
    public void The_points_of_t_are_those_of_the_printed_tables(int degrees, double printed) =>
        Assert.Equal(printed, StudentT.Within95(degrees), 0.0005);

    [Fact]
    public void Without_a_degree_of_freedom_there_is_no_t() => Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Within95(0));

    // Changes 2 1 3 0 4: mean 2; squares from it 0 1 1 4 4, sum 10, over 4 is 2.5; root of 2.5/5 is 0.7071; times 2.776 is 1.9630.
    [Fact]
    public void Five_pairs_have_the_interval_worked_out_by_hand()
    {
        var change = PairedChange.Of([(2, 4), (3, 4), (4, 7), (5, 5), (6, 10)])!;

        Assert.Equal((5, 4.0, 6.0, 2.0), (change.Pairs, change.MeanBefore, change.MeanAfter, change.Mean));
        Assert.Equal(0.0370, change.Interval!.Value.Low, 0.001);
        Assert.Equal(3.9630, change.Interval!.Value.High, 0.001);
    }

    // Changes 1 1 2 0 -1 3 2 1 0 1: mean 1; squares 0 0 1 1 4 4 1 0 1 0, sum 12, over 9 is 1.3333; root of 0.13333 is 0.36515; times 2.262.
    [Fact]
    public void Ten_pairs_have_the_interval_worked_out_by_hand()
    {
        var change = PairedChange.Of([(5, 6), (4, 5), (3, 5), (7, 7), (6, 5), (2, 5), (4, 6), (5, 6), (8, 8), (6, 7)])!;

        Assert.Equal((10, 5.0, 6.0, 1.0), (change.Pairs, change.MeanBefore, change.MeanAfter, change.Mean));
        Assert.Equal(1 - 0.82597, change.Interval!.Value.Low, 0.001);
        Assert.Equal(1 + 0.82597, change.Interval!.Value.High, 0.001);
    }

    // Changes 2 and 4: mean 3, standard deviation 1.4142, over the root of 2 is 1; times 12.706.
    [Fact]
    public void Two_pairs_have_the_very_wide_interval_that_they_deserve()
    {
        var change = PairedChange.Of([(3, 5), (4, 8)])!;

        Assert.Equal(3, change.Mean);
        Assert.Equal(-9.706, change.Interval!.Value.Low, 0.001);
        Assert.Equal(15.706, change.Interval!.Value.High, 0.001);
    }

    [Fact]
    public void Pairs_that_all_changed_alike_have_an_interval_of_no_width() =>
        Assert.Equal((1.0, 1.0), PairedChange.Of([(3, 4), (5, 6), (0, 1)])!.Interval);

    [Fact]
    public void One_pair_has_a_change_and_no_interval()
    {
        var change = PairedChange.Of([(9, 2)])!;

        Assert.Equal((1, -7.0), (change.Pairs, change.Mean));
        Assert.Null(change.Interval);
    }

    [Fact]
    public void Without_a_pair_nothing_is_said() => Assert.Null(PairedChange.Of([]));

    [Fact]
    public void Turning_before_and_after_round_turns_the_change_round()
    {
        (int Before, int After)[] pairs = [(2, 9), (5, 5), (7, 3), (0, 10), (4, 6)];
        var (there, back) = (PairedChange.Of(pairs)!, PairedChange.Of([.. pairs.Select(pair => (pair.After, pair.Before))])!);

        Assert.Equal(there.Mean, -back.Mean, 1e-9);
        Assert.Equal(there.Interval!.Value.Low, -back.Interval!.Value.High, 1e-9);
    }
}
